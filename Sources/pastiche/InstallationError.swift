import Files

/// Something that ships with the program is not where it should be.
enum InstallationError: UserFacingError, Equatable {
    case photographsMissing

    var description: String {
        "the photographs that ship with pastiche are missing beside the program; install it again or name a photograph"
    }

    var exitStatus: ExitStatus { .unavailable }
}
