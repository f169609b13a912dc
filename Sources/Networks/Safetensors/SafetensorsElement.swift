/// The number formats of a safetensors file that become a `Tensor`.
public enum SafetensorsElement: String, Sendable, CaseIterable {
    case float32 = "F32"
    /// IEEE half precision: 11 significant bits, magnitudes up to 65504.
    case float16 = "F16"
    /// The upper half of a 32-bit float.
    case brainFloat16 = "BF16"

    var byteCount: Int { self == .float32 ? 4 : 2 }

    /// The numbers in a run of bytes, which need not be aligned.
    func decode(_ bytes: UnsafeRawBufferPointer) -> [Float] {
        let count = bytes.count / byteCount
        return [Float](unsafeUninitializedCapacity: count) { values, initialized in
            for index in 0..<count {
                let value: Float
                switch self {
                case .float32:
                    value = Float(
                        bitPattern: UInt32(
                            littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
                case .float16:
                    value = Float(Float16(bitPattern: Self.half(bytes, index)))
                case .brainFloat16:
                    value = Float(bitPattern: UInt32(Self.half(bytes, index)) << 16)
                }
                values.initializeElement(at: index, to: value)
            }
            initialized = count
        }
    }

    private static func half(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt16 {
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
    }
}
