import Files
import Foundation
import Networks
import StyleTransfer
import Testing

@Suite struct OwnStyleTests {
    private let style: OwnStyle

    init() throws {
        style = try .copy(of: "kiss", in: .shipped(), id: "oma-s-garden")
    }

    private func written(_ change: (inout SafetensorsFile) -> Void) throws -> String {
        var file = try SafetensorsFile(bytes: style.encoded(), name: "style")
        change(&file)
        let path = NSTemporaryDirectory() + "pastiche-style-" + UUID().uuidString
        try file.write(to: path)
        return path
    }

    @Test func comesBackAsItWas() throws {
        let path = try written { _ in }
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try OwnStyle.read(path: path) == style)
    }

    enum Damage: CaseIterable {
        case noName, otherName, fewerStrokes, sameStrokes, strokeOfZero, noGamma, noPicture, noNumber, otherShape

        func apply(to file: inout SafetensorsFile) {
            switch self {
            case .noName: file.metadata["id"] = nil
            case .otherName: file.metadata["id"] = "../x"
            case .fewerStrokes: file.metadata["strokes"] = "160"
            case .sameStrokes: file.metadata["strokes"] = "160,160,640"
            case .strokeOfZero: file.metadata["strokes"] = "160,0,640"
            case .noGamma: file["gamma"] = nil
            case .noPicture: file[bytes: "picture"] = nil
            case .noNumber: file["beta"]?.values[7] = .nan
            case .otherShape: file["beta"] = Tensor(shape: [3, 1], values: [1, 2, 3])
            }
        }

        var reason: String {
            switch self {
            case .noName: "it does not say its id"
            case .otherName: "'../x' is not made of a-z, 0-9 and hyphens"
            case .fewerStrokes, .otherShape: "gamma, beta and strokes do not fit each other"
            case .sameStrokes, .strokeOfZero: "its stroke sizes are not different numbers above 0"
            case .noGamma: "it has no gamma"
            case .noPicture: "it has no picture"
            case .noNumber: "its beta holds what is no number"
            }
        }
    }

    @Test(arguments: Damage.allCases)
    func saysWhatIsWrong(damage: Damage) throws {
        let path = try written { damage.apply(to: &$0) }
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: OwnStyleError.broken(path: path, reason: damage.reason)) { try OwnStyle.read(path: path) }
    }

    @Test func aLaterVersionAndAnythingElseAreToldApart() throws {
        let later = try written { $0.metadata["version"] = "2" }
        defer { try? FileManager.default.removeItem(atPath: later) }
        #expect(throws: OwnStyleError.unknownVersion(path: later, version: 2)) { try OwnStyle.read(path: later) }
        try writeAtomically(Array("a letter".utf8), to: later)
        #expect(throws: OwnStyleError.broken(path: later, reason: "it is no style's file, or cut off")) {
            try OwnStyle.read(path: later)
        }
    }

    @Test(arguments: [
        ("Oma's Garten.jpg", "oma-s-garten-jpg"), ("Fünf Äpfel", "funf-apfel"), ("夜", "style"), ("--", "style"),
        (String(repeating: "a-", count: 60), String(String(repeating: "a-", count: 30).dropLast())),
    ])
    func aNameIsMadeOfATitle(title: String, id: String) {
        #expect(OwnStyle.id(for: title) == id)
        #expect(OwnStyle.isID(id))
    }

    @Test(arguments: ["", "Oma", "a b", "ö", "../x", String(repeating: "a", count: 61)])
    func otherNamesAreNone(name: String) {
        #expect(!OwnStyle.isID(name))
    }
}
