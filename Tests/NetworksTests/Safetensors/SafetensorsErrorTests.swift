import Files
import Networks
import Testing

@Suite struct SafetensorsErrorTests {
    private static func one(_ entry: String, data: Int = 8) -> [UInt8] {
        safetensors("{\"w\":\(entry)}", data: [UInt8](repeating: 0, count: data))
    }

    private static func two(_ first: String, _ second: String, data: Int = 8) -> [UInt8] {
        safetensors(
            "{\"v\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[\(first)]},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[\(second)]}}",
            data: [UInt8](repeating: 0, count: data))
    }

    private static let table: [([UInt8], String)] = [
        ([], "it has only 0 bytes, not even a header length"),
        ([1, 2, 3], "it has only 3 bytes, not even a header length"),
        ([3, 0, 0, 0, 0, 0, 0, 0] + Array("{}".utf8), "a header of 3 bytes does not fit"),
        (
            [UInt8](repeating: 255, count: 8) + Array("{}".utf8),
            "a header of 18446744073709551615 bytes does not fit"
        ),
        (safetensors(""), "its header does not begin with {"),
        (safetensors(" {}"), "its header does not begin with {"),
        (safetensors("{\"w\":"), "its header is not a JSON object"),
        (safetensors("{} {}"), "its header is not a JSON object"),
        ([3, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0xFF, 0x7D], "its header is not UTF-8"),
        (
            safetensors("{\"__metadata__\":{\"epochs\":3}}"),
            "its header has metadata that are not strings"
        ),
        (
            safetensors("{\"__metadata__\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}"),
            "its header has metadata that are not strings"
        ),
        (
            safetensors("{\"w\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},\"\\u0077\":7}"),
            "the name w stands twice in its header"
        ),
        (one("7"), "the description of w is not dtype, shape and data_offsets"),
        (one("\"F32\""), "the description of w is not dtype, shape and data_offsets"),
        (one("{\"a\":\"b\"}"), "the description of w is not dtype, shape and data_offsets"),
        (
            one("{\"dtype\":\"F32\",\"data_offsets\":[0,8]}"),
            "the description of w is not dtype, shape and data_offsets"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}"),
            "the description of w is not dtype, shape and data_offsets"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}"),
            "the description of w is not dtype, shape and data_offsets"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[1e40],\"data_offsets\":[0,8]}"),
            "the description of w is not dtype, shape and data_offsets"
        ),
        (
            one("{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}"),
            "w has the number format I64, not F32, F16, BF16 or U8"
        ),
        (
            one("{\"dtype\":\"\\u001b[2J\",\"shape\":[1],\"data_offsets\":[0,8]}"),
            "w has the number format \\e[2J, not F32, F16, BF16 or U8"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[-2,-1],\"data_offsets\":[0,8]}"),
            "w has the impossible shape [-2, -1]"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}"),
            "w has the impossible shape [4294967296, 4294967296]"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[0,4294967296,4294967296],\"data_offsets\":[0,0]}", data: 0),
            "w has the impossible shape [0, 4294967296, 4294967296]"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}"),
            "w should lie at bytes 4..<12 of 8"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}"),
            "w should lie at bytes -8..<0 of 8"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}"),
            "w should lie at bytes 8..<0 of 8"
        ),
        (
            one("{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,8]}"),
            "w has 8 bytes where its shape needs 4"
        ),
        (
            one("{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}", data: 11),
            "its last 3 bytes belong to no tensor"
        ),
        (two("0,4", "2,6"), "w begins at byte 2, not at 4 where the one before it ends"),
        (two("0,4", "0,4"), "w begins at byte 0, not at 4 where the one before it ends"),
        (two("0,4", "8,12", data: 12), "w begins at byte 8, not at 4 where the one before it ends"),
        (two("4,8", "8,12", data: 12), "v begins at byte 4, not at 0 where the one before it ends"),
    ]

    @Test(arguments: table) func aDamagedFileIsExplained(bytes: [UInt8], reason: String) {
        let error = #expect(throws: SafetensorsError.self) {
            try SafetensorsFile(bytes: bytes, name: "net\nwork.safetensors")
        }
        #expect(
            error?.description
                == "cannot read net\\nwork.safetensors as safetensors: \(reason); get a fresh copy of the file")
        #expect(error?.exitStatus == .dataError)
    }

    @Test func aValueTooLargeForHalfPrecisionIsNamed() {
        var file = SafetensorsFile()
        file["w"] = Tensor(shape: [2], values: [1, 70000])
        let error = #expect(throws: SafetensorsError.self) { try file.encoded(as: .float16) }
        #expect(
            error?.description == "cannot write tensors: w holds 70000.0, which F16 cannot; write it as F32")
        file["w"] = Tensor(shape: [1], values: [.greatestFiniteMagnitude])
        #expect(throws: SafetensorsError.self) { try file.encoded(as: .brainFloat16) }
        #expect(throws: Never.self) { try file.encoded() }
    }

    @Test func theFormatsOwnNameIsRefused() {
        var file = SafetensorsFile()
        file["__metadata__"] = Tensor(shape: [1], values: [1])
        let error = #expect(throws: SafetensorsError.self) { try file.encoded() }
        #expect(error?.description == "cannot write tensors: no tensor may be called __metadata__; rename it")
    }
}
