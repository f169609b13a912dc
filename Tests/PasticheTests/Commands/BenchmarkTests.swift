import Foundation
import Testing

/// `pastiche benchmark`: that it measures, not how fast.
@Suite struct BenchmarkTests {
    private struct Report: Decodable {
        struct Size: Decodable {
            let width, height: Int
            let parts: [Part]
        }
        struct Part: Decodable {
            let name: String
            let minimum, median: Double
            let repetitions: Int
        }
        let kernels: String
        let livePrecision: String
        let threads: Int
        let sizes: [Size]
    }

    @Test func theJSONHasEveryPartOfEverySize() throws {
        let arguments = [
            "benchmark", "--json", "--size", "32x24", "--size", "16x16", "--seconds", "0", "--threads", "1",
        ]
        let outcome = try BuiltProgram.run(arguments, in: TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.error)")
        let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output))
        #expect(report.threads == 1)
        #expect(report.sizes.map(\.width) == [32, 16])
        #expect(report.sizes.map(\.height) == [24, 16])
        for size in report.sizes {
            #expect(
                size.parts.map(\.name).filter { !$0.hasSuffix("-bf16") } == [
                    "prepare", "mix", "paint", "sixel", "live-frame", "written-frame", "blocks", "settled-sixel",
                ])
            for part in size.parts {
                #expect(part.repetitions >= 3)
                #expect(part.minimum > 0 && part.minimum <= part.median)
            }
        }
    }

    @Test func bothPrecisionsAreTimedWhereTheyAre() throws {
        let arguments = ["benchmark", "--json", "--size", "16x16", "--seconds", "0"]
        for (environment, mayHave) in [([:], true), (["PASTICHE_KERNELS": "portable"], false)] {
            let outcome = try BuiltProgram.run(arguments, in: TemporaryFolder(), environment: environment)
            let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output))
            let names = report.sizes.flatMap(\.parts).map(\.name).filter { $0.hasSuffix("-bf16") }
            #expect(
                names
                    == (report.livePrecision == "bf16" ? ["paint-bf16", "live-frame-bf16", "written-frame-bf16"] : []))
            #expect(mayHave || names.isEmpty)
        }
    }

    @Test func theTableNamesTheSizes() throws {
        let outcome = try BuiltProgram.run(["benchmark", "--size", "32x24", "--seconds", "0"], in: TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.text.contains("32 x 24"))
    }

    @Test(arguments: ["0x10", "32", "32x", "axb", "99999x1", "-1x5", "32x32x32"])
    func aSizeThatIsNone(_ size: String) throws {
        let outcome = try BuiltProgram.run(["benchmark", "--size=\(size)"], in: TemporaryFolder())
        #expect(outcome.status == 64)
        #expect(outcome.error.contains("Usage: pastiche benchmark"))
    }
}
