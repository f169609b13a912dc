import StyleTransfer
import Testing

@Suite struct MixTests {
    @Test(
        arguments: [
            ("starry-night=0.6,great-wave=0.4", ["starry-night", "great-wave"], [0.6, 0.4]),
            ("starry-night", ["starry-night"], [1]),
            (" starry-night = 2 , great-wave ", ["starry-night", "great-wave"], [2, 1]),
            ("a=0,b=1e-3", ["a", "b"], [0, 0.001]),
            ("a=.5", ["a"], [0.5]),
            ("été=3", ["été"], [3]),
        ] as [(String, [String], [Float])])
    func readsPartsInTheirOrder(text: String, styles: [String], weights: [Float]) throws {
        let mix = try Mix(parsing: text)
        #expect(mix.parts.map(\.style) == styles)
        #expect(mix.parts.map(\.weight) == weights)
    }

    @Test(arguments: [
        ("", MixError.empty),
        ("  ", .empty),
        (",", .namelessStyle(in: ",")),
        ("a=1,", .namelessStyle(in: "a=1,")),
        ("=1", .namelessStyle(in: "=1")),
        ("a=1,b=2,a=3", .repeatedStyle("a")),
        ("a=-0.5", .weight(style: "a", text: "-0.5")),
        ("a=nan", .weight(style: "a", text: "nan")),
        ("a=inf", .weight(style: "a", text: "inf")),
        ("a=1e99", .weight(style: "a", text: "1e99")),
        ("a=0x10", .weight(style: "a", text: "0x10")),
        ("a=", .weight(style: "a", text: "")),
        ("a=60%", .weight(style: "a", text: "60%")),
        ("a=1=2", .weight(style: "a", text: "1=2")),
    ])
    func refusesWhatIsNoMix(text: String, error: MixError) {
        #expect(throws: error) { try Mix(parsing: text) }
        #expect(!error.description.contains("\n"))
        #expect(error.exitStatus == .usage)
    }

    @Test(arguments: ["starry-night=0.6,great-wave=0.4", "a=1", "a=0,b=123456.8,c=1e-10"])
    func printsWhatItReads(text: String) throws {
        #expect(try Mix(parsing: text).description == text)
    }

    @Test func errorsAreHarmlessOnATerminal() {
        #expect(MixError.weight(style: "a\u{1B}[2J", text: "\u{7}").description.contains("a\\e[2J"))
    }
}
