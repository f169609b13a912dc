import Files
import Imaging

/// A request to paint that makes no sense as it stands; nothing was painted.
enum RenderError: UserFacingError, Equatable {
    case terminal
    case notAFolder(path: String, count: Int)
    case namelessOutput(folder: String)
    case formatDiffers(path: String, format: PictureFormat)
    case sameOutput(path: String, first: String, second: String)
    case overwritesPhotograph(path: String, photograph: String)

    var description: String {
        switch self {
        case .terminal:
            "will not write a picture to the terminal; send standard output into a file or a program"
        case .notAFolder(let path, let count):
            count > 1
                ? "cannot write \(count) paintings to \(printable(path)): it is a file; name a folder"
                : "cannot write into \(printable(path)): it is a file; name a folder, or leave out the last slash"
        case .namelessOutput(let folder):
            "cannot name the painting of standard input in \(printable(folder)): name the file as well"
        case .formatDiffers(let path, let format):
            "cannot write \(printable(path)): its ending and --format \(format.rawValue) disagree; leave out --format"
        case .sameOutput(let path, let first, let second):
            "cannot paint \(printable(first)) and \(printable(second)): both would become \(printable(path)); "
                + "paint them into different folders"
        case .overwritesPhotograph(let path, let photograph):
            "will not overwrite the photograph \(printable(photograph)) with the painting \(printable(path)); "
                + "choose another name"
        }
    }

    var exitStatus: ExitStatus { .usage }
}
