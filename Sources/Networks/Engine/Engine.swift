import Kernels

/// What layers run on: kernels, threads, and the scratch memory that all layers share.
package final class Engine {
    package let instructionSet: InstructionSet
    let kernels: KernelSet
    private let pool: ThreadPool
    private(set) var scratch: KernelMemory

    package var threads: Int { pool.threads }
    /// Floats of scratch memory of each thread.
    var scratchPerThread: Int { scratch.count / threads }

    /// - Parameter threads: 0 for one on each core.
    package init(instructionSet: InstructionSet, threads: Int) throws(EngineError) {
        self.instructionSet = instructionSet
        kernels = try instructionSet.kernels()
        pool = try ThreadPool(threads: threads)
        scratch = try KernelMemory(count: 0)
    }

    /// The kernels of products, as the engine's instruction set has them.
    func productKernels(_ precision: Precision) throws(EngineError) -> ProductKernels {
        try instructionSet.productKernels(precision)
    }

    /// Sees to it that every thread has at least `floats` of scratch memory.
    func reserve(_ floats: Int) throws(EngineError) {
        guard floats > scratchPerThread else { return }
        let lines = (floats + ChannelBlock.count - 1) / ChannelBlock.count
        scratch = try KernelMemory(count: lines * ChannelBlock.count * threads)
    }

    /// Computes units of a layer that a kernel describes.
    func run<Description>(_ kernel: LayerKernel, _ description: Description, units: Range<Int>) {
        withUnsafePointer(to: description) { pool.run(kernel, layer: $0, units: units) }
    }
}
