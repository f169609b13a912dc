import Files

/// Named tensors and a few words about them, as the safetensors format keeps them:
/// the header's length (64 bits, little-endian), the header in JSON, then the numbers.
///
/// Reading trusts nothing: every length, offset and shape is checked before it is used, and the tensors must
/// fill the file without gap or overlap. Alignment of the numbers is not required, as the format does not
/// require it; files written here are aligned to eight bytes.
public struct SafetensorsFile: Sendable, Equatable {
    /// The names of tensors and bytes in the file's order.
    public private(set) var names: [String] = []
    /// Anything the writer wanted to say.
    public var metadata: [String: String]
    private var tensors: [String: Tensor] = [:]
    private var files: [String: [UInt8]] = [:]

    /// A file without tensors.
    public init(metadata: [String: String] = [:]) {
        self.metadata = metadata
    }

    /// The tensor of a name. A new name goes to the end; `nil` removes the tensor.
    public subscript(name: String) -> Tensor? {
        get { tensors[name] }
        set {
            note(name, isThere: newValue != nil)
            tensors[name] = newValue
            files[name] = nil
        }
    }

    /// The bytes (U8, whatever their shape) of a name: a file in the file. Otherwise like a tensor.
    public subscript(bytes name: String) -> [UInt8]? {
        get { files[name] }
        set {
            note(name, isThere: newValue != nil)
            files[name] = newValue
            tensors[name] = nil
        }
    }

    private mutating func note(_ name: String, isThere: Bool) {
        if !isThere {
            names.removeAll { $0 == name }
        } else if tensors[name] == nil, files[name] == nil {
            names.append(name)
        }
    }

    /// Reads a file's content.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - name: what errors call it.
    public init(bytes: [UInt8], name: String) throws(SafetensorsError) {
        do {
            try self.init(bytes)
        } catch {
            throw SafetensorsError(file: name, problem: error)
        }
    }

    /// Reads a file from disk.
    ///
    /// - Throws: `FileError` or `SafetensorsError`.
    public static func read(path: String) throws -> SafetensorsFile {
        try SafetensorsFile(bytes: readFile(path), name: path)
    }

    private init(_ bytes: [UInt8]) throws(SafetensorsError.Problem) {
        guard bytes.count >= 8 else { throw .tooShort(bytes: bytes.count) }
        let length = bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
        guard length <= UInt64(min(bytes.count - 8, SafetensorsHeader.longest)) else { throw .headerLength(length) }
        let start = 8 + Int(length)
        let header = try SafetensorsHeader(json: bytes[8..<start], available: bytes.count - start)
        metadata = header.metadata
        for entry in header.entries {
            let place = start + entry.bytes.lowerBound..<start + entry.bytes.upperBound
            switch entry.content {
            case .numbers(let element):
                let values = bytes.withUnsafeBytes { element.decode(UnsafeRawBufferPointer(rebasing: $0[place])) }
                self[entry.name] = Tensor(shape: entry.shape, values: values)
            case .bytes:
                self[bytes: entry.name] = Array(bytes[place])
            }
        }
    }
}
