import Files
import StyleTransfer
import TerminalGraphics

/// Everything that can happen to the studio. `update` turns a model and an event into the next model and effects.
public enum Event: Sendable {
    case input(TerminalInput)
    /// The window has that many cells now.
    case resized(TerminalCapabilities.Size)
    /// The terminal answered what it can show.
    case capabilities(TerminalCapabilities)
    /// How many painted pixels the terminal takes in time, as far as it showed; nil to forget what was known.
    case paced(PictureBudget?)
    /// A preview was painted and is on its way to the terminal.
    case painted(PaintedFrame)
    /// A frame or another picture could not be made; the request's number if it was a frame.
    case paintingFailed(request: Int?, message: String)
    /// How far the detail of that request is; its pixels are where they are shown.
    case detail(Detail.State, request: Int)
    /// A picture that the user chose was looked into: a painting whose file says how it was painted, or any other;
    /// `problem` says why a record is of no use.
    case pictureRead(path: String, painting: RestoredPainting?, problem: String?)
    case photographOpened(path: String, width: Int, height: Int)
    case photographFailed(message: String)
    /// What a folder holds: subfolders and photographs, sorted, names only.
    case folderListed(path: String, folders: [String], photographs: [String])
    case folderFailed(path: String, message: String)
    /// A session was cut off, and no other program has it.
    case sessionFound(SessionOffer)
    /// The last session, which was asked for.
    case sessionRestored(SessionOffer)
    case sessionMissing
    case sessionFailed(message: String)
    /// The ids of the favourite styles on disk, after reading or changing them.
    case favouritesListed([String])
    case favouritesFailed(message: String)
    /// The presets on disk, after reading, saving or deleting; `problems` has one line for each broken file.
    case presetsListed([Preset], problems: [String])
    case presetSaved(Preset)
    /// There is a preset of that name already, and nothing was written; the user decides.
    case presetExists(name: String)
    /// The preset that had that name is this one now.
    case presetChanged(name: String, Preset)
    case presetDeleted(name: String)
    /// A deleted preset is back; nil if none was deleted.
    case presetRestored(name: String?)
    case presetFailed(message: String)
    /// Where the exports of a plan would go, or what is wrong with it.
    case exportPlanned(ExportPlan, ExportForm.Outlook)
    case exportProgressed(job: Int, share: Double, secondsLeft: Double?)
    case exportFinished(job: Int, path: String)
    case exportCancelled(job: Int)
    case exportFailed(job: Int, message: String)
    /// Something beside the picture went wrong.
    case troubled(message: String)
    /// The pause that `Effect.wake` asked for is over.
    case woken(Wake)
    /// The program runs again after ^Z, on a terminal that may have changed.
    case resumed
    /// The user or the system asked the program to end (SIGTERM, SIGHUP, SIGINT).
    case terminated
}

/// A preview that is ready to be shown.
public struct PaintedFrame: Sendable, Equatable {
    /// The number of the request that it answers.
    public var request: Int
    /// The size of what was painted, in pixels.
    public var width: Int
    public var height: Int
    public var isCoarse: Bool
    /// From the request to the finished picture.
    public var milliseconds: Double

    public init(request: Int, width: Int, height: Int, isCoarse: Bool, milliseconds: Double) {
        self.request = request
        self.width = width
        self.height = height
        self.isCoarse = isCoarse
        self.milliseconds = milliseconds
    }
}

/// A reason to be woken.
public enum Wake: Sendable, Hashable {
    /// The slider may have rested: paint the full frame if no motion came after that one.
    case settle(motion: Int)
    /// What was done meanwhile is due to be kept.
    case autosave
    /// The message in the status line has been there long enough.
    case clearMessage(Int)
}
