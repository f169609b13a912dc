import Foundation
import Networks

extension PreparedStyleNetwork {
    /// The bytes that a session needs at most at one time for pictures of a size, beside the pictures themselves: with
    /// the network that ships about 110 for each pixel, for large pictures 80.
    ///
    /// - Parameter threads: 0 for one on each core.
    public func sessionMemory(width: Int, height: Int, threads: Int = 0) -> Int {
        layout(width, height, threads).session * MemoryLayout<Float>.stride
    }

    /// The bytes that `repaint` needs, likewise: with the network that ships about 110 for each pixel, for large
    /// pictures 48.
    ///
    /// - Parameter threads: 0 for one on each core.
    public func repaintingMemory(width: Int, height: Int, threads: Int = 0) -> Int {
        layout(width, height, threads).once * MemoryLayout<Float>.stride
    }

    private func layout(_ width: Int, _ height: Int, _ threads: Int) -> StyleNetworkLayout {
        let threads = threads > 0 ? threads : ProcessInfo.processInfo.activeProcessorCount
        return StyleNetworkLayout(architecture, width: width, height: height, threads: threads)
    }

    /// Refuses sizes for which the machine is too small: the system would promise the memory, then end the program.
    package func checkMemory(
        floats: Int, physical: UInt64 = ProcessInfo.processInfo.physicalMemory
    ) throws(EngineError) {
        let needed = floats * MemoryLayout<Float>.stride
        guard UInt64(needed) <= physical else { throw .outOfMemory(bytes: needed) }
    }
}
