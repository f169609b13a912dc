import Files

/// A safetensors file that cannot be read, or cannot be written as asked.
public struct SafetensorsError: UserFacingError, Equatable {
    /// The file, by path or by name.
    public let file: String
    public let problem: Problem

    public enum Problem: Error, Equatable {
        /// Fewer than eight bytes.
        case tooShort(bytes: Int)
        /// The header is said to be longer than the file or than the format allows.
        case headerLength(UInt64)
        /// The header is no JSON object in UTF-8, or has other fields than the format asks for.
        case header(String)
        /// A name stands twice in the header.
        case duplicateName(String)
        /// A tensor's description in the header lacks something or is of the wrong kind.
        case malformedEntry(tensor: String)
        /// A number format that holds no real numbers, or that this program does not read.
        case elementType(tensor: String, type: String)
        /// A negative extent, or more elements than can be counted.
        case shape(tensor: String, shape: [Int])
        /// The offsets do not lie in the file.
        case offsets(tensor: String, begin: Int, end: Int, available: Int)
        /// The bytes between the offsets are not as many as the shape needs.
        case byteCount(tensor: String, bytes: Int, needed: Int)
        /// The tensor begins inside another or behind bytes that belong to none.
        case gapOrOverlap(tensor: String, begin: Int, expected: Int)
        /// Bytes at the end that belong to no tensor.
        case trailingBytes(Int)
        /// Writing: the number format cannot hold a value.
        case notRepresentable(tensor: String, value: Float, type: String)
        /// Writing: the name is the format's own.
        case reservedName(String)
    }

    public init(file: String, problem: Problem) {
        self.file = file
        self.problem = problem
    }

    public var description: String {
        switch problem {
        case .notRepresentable, .reservedName: "cannot write \(printable(file)): \(reason)"
        default: "cannot read \(printable(file)) as safetensors: \(reason); get a fresh copy of the file"
        }
    }

    public var exitStatus: ExitStatus { .dataError }

    private var reason: String {
        switch problem {
        case .tooShort(let bytes):
            "it has only \(bytes) bytes, not even a header length"
        case .headerLength(let length):
            "a header of \(length) bytes does not fit"
        case .header(let what):
            "its header \(what)"
        case .duplicateName(let name):
            "the name \(printable(name)) stands twice in its header"
        case .malformedEntry(let tensor):
            "the description of \(printable(tensor)) is not dtype, shape and data_offsets"
        case .elementType(let tensor, let type):
            "\(printable(tensor)) has the number format \(printable(type)), not F32, F16, BF16 or U8"
        case .shape(let tensor, let shape):
            "\(printable(tensor)) has the impossible shape \(shape)"
        case .offsets(let tensor, let begin, let end, let available):
            "\(printable(tensor)) should lie at bytes \(begin)..<\(end) of \(available)"
        case .byteCount(let tensor, let bytes, let needed):
            "\(printable(tensor)) has \(bytes) bytes where its shape needs \(needed)"
        case .gapOrOverlap(let tensor, let begin, let expected):
            "\(printable(tensor)) begins at byte \(begin), not at \(expected) where the one before it ends"
        case .trailingBytes(let count):
            "its last \(count) bytes belong to no tensor"
        case .notRepresentable(let tensor, let value, let type):
            "\(printable(tensor)) holds \(value), which \(type) cannot; write it as F32"
        case .reservedName(let name):
            "no tensor may be called \(printable(name)); rename it"
        }
    }
}
