import Foundation

/// The time that something has computed: what else the machine does counts only as far as it takes caches and memory
/// away.
enum ProcessorTime {
    /// The calling thread's, in milliseconds.
    static var ofThread: Double { milliseconds(CLOCK_THREAD_CPUTIME_ID) }

    private static func milliseconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}
