import Kernels

/// Floats where the kernels can work on them: aligned, in large pages, present from the start.
///
/// The pointer is valid as long as this object lives; who hands it to a kernel keeps the object.
package final class KernelMemory {
    package let values: UnsafeMutablePointer<Float>
    package let count: Int

    /// Allocates `count` zeros.
    package init(count: Int) throws(EngineError) {
        guard let values = kernel_memory_allocate(count) else {
            throw .outOfMemory(bytes: count * MemoryLayout<Float>.stride)
        }
        self.values = values
        self.count = count
    }

    /// Gives the system back what lies behind the first floats. Nobody may read there before writing.
    package func release(keeping kept: Int) {
        kernel_memory_release(values, kept, count)
    }

    deinit {
        kernel_memory_free(values, count)
    }
}
