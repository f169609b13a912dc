import Foundation

/// The JSON object at the start of a safetensors file, checked against the bytes that follow it.
struct SafetensorsHeader {
    typealias Problem = SafetensorsError.Problem

    /// The key of the header that describes no tensor.
    static let metadataKey = "__metadata__"
    /// The longest header that the format's own library reads.
    static let longest = 100_000_000

    /// A tensor's place in the file.
    struct Entry {
        let name: String
        let content: Content
        let shape: [Int]
        /// Counted from the end of the header.
        let bytes: Range<Int>
    }

    /// What a tensor's bytes are.
    enum Content: Equatable {
        case numbers(SafetensorsElement)
        /// Something that is not for computing: a file in the file.
        case bytes

        /// The format's name for bytes.
        static let byteType = "U8"

        init?(type: String) {
            if type == Self.byteType {
                self = .bytes
            } else if let element = SafetensorsElement(rawValue: type) {
                self = .numbers(element)
            } else {
                return nil
            }
        }

        var byteCount: Int {
            switch self {
            case .numbers(let element): element.byteCount
            case .bytes: 1
            }
        }
    }

    /// In the order of their bytes.
    private(set) var entries: [Entry] = []
    private(set) var metadata: [String: String] = [:]

    /// - Parameters:
    ///   - json: the header's bytes.
    ///   - available: the number of bytes behind the header; tensors must fill them without gap or overlap.
    init(json: ArraySlice<UInt8>, available: Int) throws(Problem) {
        guard json.first == UInt8(ascii: "{") else { throw .header("does not begin with {") }
        guard String(validating: json, as: UTF8.self) != nil else { throw .header("is not UTF-8") }
        let values: [String: Value]
        do {
            values = try JSONDecoder().decode([String: Value].self, from: Data(json))
        } catch {
            throw .header("is not a JSON object")
        }
        let names = try Self.keys(of: json)
        for name in names {
            switch values[name] {
            case .metadata(let strings) where name == Self.metadataKey:
                metadata = strings
            case .tensor(let fields) where name != Self.metadataKey:
                entries.append(try Self.entry(name, fields, available: available))
            default:
                if name == Self.metadataKey { throw .header("has metadata that are not strings") }
                throw .malformedEntry(tensor: name)
            }
        }
        // Empty tensors share their offset with a neighbour; the header's order then decides.
        entries = entries.enumerated().sorted {
            ($0.element.bytes.lowerBound, $0.element.bytes.upperBound, $0.offset)
                < ($1.element.bytes.lowerBound, $1.element.bytes.upperBound, $1.offset)
        }.map(\.element)
        try checkThatTensorsFill(available)
    }

    private func checkThatTensorsFill(_ available: Int) throws(Problem) {
        var end = 0
        for entry in entries {
            guard entry.bytes.lowerBound == end else {
                throw .gapOrOverlap(tensor: entry.name, begin: entry.bytes.lowerBound, expected: end)
            }
            end = entry.bytes.upperBound
        }
        guard end == available else { throw .trailingBytes(available - end) }
    }

    private static func entry(_ name: String, _ fields: Fields, available: Int) throws(Problem) -> Entry {
        guard let content = Content(type: fields.dtype) else {
            throw .elementType(tensor: name, type: fields.dtype)
        }
        var needed = content.byteCount
        // An extent of zero must not hide the others' overflow: whoever multiplies the shape would meet it.
        for extent in fields.shape {
            let (product, overflow) = needed.multipliedReportingOverflow(by: max(extent, 1))
            guard extent >= 0, !overflow else { throw .shape(tensor: name, shape: fields.shape) }
            needed = product
        }
        if fields.shape.contains(0) { needed = 0 }
        guard fields.offsets.count == 2 else { throw .malformedEntry(tensor: name) }
        let (begin, end) = (fields.offsets[0], fields.offsets[1])
        guard begin >= 0, begin <= end, end <= available else {
            throw .offsets(tensor: name, begin: begin, end: end, available: available)
        }
        guard end - begin == needed else { throw .byteCount(tensor: name, bytes: end - begin, needed: needed) }
        return Entry(name: name, content: content, shape: fields.shape, bytes: begin..<end)
    }
}

extension SafetensorsHeader {
    /// The fields of a tensor in the header, as the format names them.
    struct Fields: Codable {
        let dtype: String
        let shape: [Int]
        let offsets: [Int]

        enum CodingKeys: String, CodingKey {
            case dtype
            case shape
            case offsets = "data_offsets"
        }
    }

    /// Anything that may stand behind a name; what is neither tensor nor metadata is told apart later,
    /// when its name is at hand for the error.
    private enum Value: Decodable {
        case tensor(Fields)
        case metadata([String: String])
        case other

        init(from decoder: any Decoder) throws {
            if let fields = try? Fields(from: decoder) {
                self = .tensor(fields)
            } else if let strings = try? [String: String](from: decoder) {
                self = .metadata(strings)
            } else {
                self = .other
            }
        }
    }

    /// The keys of the outermost object in the order of the text, each once.
    ///
    /// Foundation's decoders keep neither the order nor repeated keys. The text is valid JSON by now, so that
    /// depth and string boundaries are all there is to watch: at depth one, a string is a key exactly if a
    /// colon follows it, and no string value stands there in a file whose values are all objects.
    private static func keys(of json: ArraySlice<UInt8>) throws(Problem) -> [String] {
        var keys: [String] = []
        var seen: Set<String> = []
        var depth = 0
        var index = json.startIndex
        while index < json.endIndex {
            switch json[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let start = index
                index += 1
                while index < json.endIndex, json[index] != UInt8(ascii: "\"") {
                    index += json[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                guard depth == 1, index < json.endIndex, isKey(json[(index + 1)...]) else { break }
                guard let key = try? JSONDecoder().decode(String.self, from: Data(json[start...index])) else {
                    throw .header("is not a JSON object")
                }
                guard seen.insert(key).inserted else { throw .duplicateName(key) }
                keys.append(key)
            default: break
            }
            index += 1
        }
        return keys
    }

    private static func isKey(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
    }
}
