import Foundation
import Testing

/// A pseudo-terminal: `near` is what the program sees, `far` the terminal's side.
final class PseudoTerminal {
    let near: Int32
    let far: Int32

    init() throws {
        #if canImport(Darwin)
            far = posix_openpt(O_RDWR | O_NOCTTY)
            try #require(far >= 0 && grantpt(far) == 0 && unlockpt(far) == 0)
            let name = String(cString: try #require(ptsname(far)))
        #else
            // Glibc's module hides posix_openpt and its like; these are the calls beneath them.
            far = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var number: UInt32 = 0
            var lock: Int32 = 0
            let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
            let ask: UInt = 0x8004_5430  // TIOCGPTN
            try #require(far >= 0 && ioctl(far, unlock, &lock) == 0 && ioctl(far, ask, &number) == 0)
            let name = "/dev/pts/\(number)"
        #endif
        near = open(name, O_RDWR | O_NOCTTY)
        try #require(near >= 0)
    }

    deinit {
        close(near)
        close(far)
    }
}
