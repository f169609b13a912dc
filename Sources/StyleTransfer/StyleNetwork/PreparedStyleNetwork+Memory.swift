import Foundation
import Networks

extension PreparedStyleNetwork {
    /// The bytes that a session needs at most at one time for pictures of a size, beside the pictures themselves:
    /// about a hundred for each pixel with the network that ships.
    public func sessionMemory(width: Int, height: Int) -> Int {
        let size = StyleNetworkArchitecture.paddedSize(width: width, height: height)
        func map(_ channels: Int, dividedBy divisor: Int) -> Int {
            FeatureMap.size(channels: channels, height: size.height / divisor, width: size.width / divisor)
        }
        let widths = architecture.encoderWidths
        let encoder = map(widths[0], dividedBy: 1) + map(widths[1], dividedBy: 2)
        let features = map(widths[2], dividedBy: 4)
        let decoder = architecture.upsampling.enumerated().reduce(0) { sum, layer in
            sum + map(layer.element.outputs, dividedBy: 2 >> layer.offset)
        }
        let frame = 3 * features + max(2 * features, decoder)
        return max(encoder, frame) * MemoryLayout<Float>.stride
    }

    /// Refuses sizes for which the machine is too small: the system would promise the memory, then end the program.
    package func checkMemory(
        width: Int, height: Int, physical: UInt64 = ProcessInfo.processInfo.physicalMemory
    ) throws(EngineError) {
        let needed = sessionMemory(width: width, height: height)
        guard UInt64(needed) <= physical else { throw .outOfMemory(bytes: needed) }
    }
}
