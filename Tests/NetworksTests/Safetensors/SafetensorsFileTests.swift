import Files
import Foundation
import Networks
import Testing

@Suite struct SafetensorsFileTests {
    private func sample() -> SafetensorsFile {
        var file = SafetensorsFile(metadata: ["title": "Études \"1\"", "format": "pt"])
        file["z.weight"] = Tensor(shape: [2, 3], values: [0, -1, 2.5, 1e-3, 65504, .infinity])
        file["a/ünusual \"name\""] = Tensor(shape: [1], values: [-0.0])
        file["scalar"] = Tensor(shape: [], values: [0.1])
        file["empty"] = Tensor(shape: [0, 4], values: [])
        return file
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let file = sample()
        let again = try SafetensorsFile(bytes: file.encoded(), name: "a")
        #expect(again == file)
        #expect(again.names == ["z.weight", "a/ünusual \"name\"", "scalar", "empty"])
        #expect(again["empty"]?.shape == [0, 4])
        #expect(try SafetensorsFile(bytes: SafetensorsFile().encoded(), name: "a") == SafetensorsFile())
    }

    @Test func filesInTheFileComeBackInTheirPlace() throws {
        var file = sample()
        file[bytes: "picture"] = [0, 255, 7]
        file[bytes: "nothing"] = []
        file["last"] = Tensor(shape: [1], values: [3])
        let again = try SafetensorsFile(bytes: file.encoded(as: .float32), name: "a")
        #expect(again == file)
        #expect(again[bytes: "picture"] == [0, 255, 7] && again[bytes: "nothing"] == [])
        #expect(again["picture"] == nil && again[bytes: "last"] == nil)
        #expect(again.names.suffix(3) == ["picture", "nothing", "last"])
        // A name stands for one thing.
        file[bytes: "last"] = [1]
        #expect(file["last"] == nil && file.names.filter { $0 == "last" }.count == 1)
        file[bytes: "last"] = nil
        #expect(!file.names.contains("last"))
    }

    @Test func theHeaderEndsAtAMultipleOfEight() throws {
        for length in 0..<8 {
            var file = SafetensorsFile()
            file[String(repeating: "x", count: length)] = Tensor(shape: [1], values: [1])
            let bytes = try file.encoded()
            #expect(bytes.count % 8 == 4)
            #expect(bytes[1..<8].allSatisfy { $0 == 0 })
            #expect(try SafetensorsFile(bytes: bytes, name: "a") == file)
        }
    }

    @Test(arguments: [(SafetensorsElement.float16, Float(0x1p-11)), (.brainFloat16, 0x1p-8)])
    func halfPrecisionRoundsToNearest(element: SafetensorsElement, precision: Float) throws {
        var generator = SeededGenerator(seed: 1)
        let values = (0..<1000).map { _ in Float.random(in: -100...100, using: &generator) }
        var file = SafetensorsFile()
        file["x"] = Tensor(shape: [1000], values: values)
        let again = try SafetensorsFile(bytes: file.encoded(as: element), name: "a")
        let read = try #require(again["x"]).values
        #expect(zip(values, read).allSatisfy { abs($0 - $1) <= precision * abs($0) + 1e-7 })
        #expect(try SafetensorsFile(bytes: again.encoded(as: element), name: "a") == again)
    }

    @Test func halfPrecisionKeepsWhatIsNoNumber() throws {
        for element in SafetensorsElement.allCases {
            var file = SafetensorsFile()
            file["x"] = Tensor(shape: [4], values: [.nan, -.infinity, .infinity, -0.0])
            let read = try #require(SafetensorsFile(bytes: file.encoded(as: element), name: "a")["x"]).values
            #expect(read[0].isNaN)
            #expect(read[1...] == [-.infinity, .infinity, 0])
            #expect(read[3].sign == .minus)
        }
    }

    @Test func theOrderIsThatOfTheBytes() throws {
        let header = """
            {"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},\
            "a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}
            """
        let file = try SafetensorsFile(
            bytes: safetensors(header, data: [0, 0x3C, 0, 0xC0, 0, 0, 0x80, 0x3F]), name: "x")
        #expect(file.names == ["a", "b"])
        #expect(file["a"]?.values == [1, -2])
        #expect(file["b"]?.values == [1])
    }

    @Test func tensorsAreAddedReplacedAndRemoved() {
        var file = SafetensorsFile()
        file["a"] = Tensor(shape: [1], values: [1])
        file["b"] = Tensor(shape: [1], values: [2])
        file["a"] = Tensor(shape: [1], values: [3])
        #expect(file.names == ["a", "b"])
        #expect(file["a"]?.values == [3])
        file["a"] = nil
        #expect(file.names == ["b"])
        #expect(file["a"] == nil)
    }

    @Test func filesOnDisk() throws {
        let path = NSTemporaryDirectory() + "pastiche-\(UUID().uuidString).safetensors"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try sample().write(to: path)
        #expect(try SafetensorsFile.read(path: path) == sample())
        #expect(throws: FileError.cannotRead(path: path + ".missing", code: ENOENT)) {
            try SafetensorsFile.read(path: path + ".missing")
        }
    }
}

/// A file with this header and these numbers.
func safetensors(_ header: String, data: [UInt8] = []) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init) + Array(header.utf8) + data
}
