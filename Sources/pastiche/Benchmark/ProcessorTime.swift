import Foundation

/// The time that the calling thread has computed: what else the machine does counts only as far as it takes caches and
/// memory away.
enum ProcessorTime {
    /// Milliseconds.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}
