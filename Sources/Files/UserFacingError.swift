/// An error that a person can read: `description` is one line that says what failed, on which
/// file, why, and what to do about it.
public protocol UserFacingError: Error, CustomStringConvertible, Sendable {
    /// The status with which a command ends that could not go on after this error.
    var exitStatus: ExitStatus { get }
}

/// How a command ends, after BSD's `sysexits.h`.
public enum ExitStatus: Int32, Sendable {
    case success = 0
    /// The command line was used wrongly.
    case usage = 64
    /// The input's content is not what it should be.
    case dataError = 65
    /// The input does not exist or cannot be read.
    case noInput = 66
    /// A part of the installation or of the system is missing.
    case unavailable = 69
    /// A defect of the program.
    case software = 70
    /// The system refused something it should give.
    case systemError = 71
    /// An output cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed on the way.
    case inputOutput = 74
    /// Permission was denied.
    case noPermission = 77
    /// The user's configuration is wrong.
    case configuration = 78
}
