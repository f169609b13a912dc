import Foundation
import Kernels

/// Threads that compute the units of a layer together. One thread at a time may use it.
package final class ThreadPool {
    package let threads: Int
    private let pool: OpaquePointer

    /// - Parameter threads: 0 for one on each core.
    package init(threads: Int) throws(EngineError) {
        let threads = threads > 0 ? threads : ProcessInfo.processInfo.activeProcessorCount
        guard let pool = thread_pool_create(threads) else { throw .noThreads(threads) }
        self.pool = pool
        self.threads = threads
    }

    deinit {
        thread_pool_destroy(pool)
    }

    /// Computes the units of a range; returns when all are done.
    ///
    /// - Parameter layer: of the type that `kernel` takes, valid during the call.
    func run(_ kernel: LayerKernel, layer: UnsafeRawPointer, units: Range<Int>) {
        thread_pool_run(pool, kernel, layer, units.lowerBound, units.count)
    }
}
