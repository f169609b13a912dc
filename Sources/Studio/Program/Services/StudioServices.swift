import Files
import StyleTransfer
import TerminalGraphics

/// Everything that works off the loop's thread.
struct StudioServices {
    let render: RenderService
    let sessions: SessionService
    private let exports: ExportService
    private let planner: ExportPlanner
    private let files: FileService
    private let mailbox: Mailbox<ServiceReport>

    /// - Parameter precision: in which live frames are painted; files are painted in single precision.
    init(
        library: StyleLibrary, directories: UserDirectories, threads: Int, precision: Precision
    ) throws(StudioError) {
        mailbox = try Mailbox()
        let liveFrames = LiveFrames()
        render = RenderService(
            library: library, threads: threads, precision: precision, liveFrames: liveFrames, mailbox: mailbox)
        exports = ExportService(library: library, threads: threads, liveFrames: liveFrames, mailbox: mailbox)
        planner = ExportPlanner(mailbox: mailbox)
        sessions = SessionService(store: SessionStore(directories: directories), mailbox: mailbox)
        files = FileService(
            presets: PresetStore(directories: directories), favourites: FavouriteStore(directories: directories),
            memory: directories.memory, mailbox: mailbox)
    }

    /// For `poll`: readable when there are reports.
    var descriptor: Int32 { mailbox.descriptor }

    func collect() -> [ServiceReport] { mailbox.collect() }

    /// Does what an effect asks; those that are the loop's own are ignored.
    func perform(_ effect: Effect) {
        switch effect {
        case .paint(let request): render.paint(request)
        case .paintDetail(let request): render.paintDetail(request)
        case .cancelDetail: render.cancelDetail()
        case .openPhotograph(let path): render.open(path)
        case .planExport(let plan): planner.look(at: plan)
        case .export(let request): exports.start(request)
        case .cancelExport(let job): exports.cancel(job: job)
        case .readPicture(let path): files.readPicture(path)
        case .listFolder(let path): files.listFolder(path)
        case .saveSession(let session): sessions.save(session)
        case .findSession: sessions.find()
        case .acceptSession: sessions.accept()
        case .declineSession: sessions.decline()
        case .restoreSession: sessions.restore()
        case .listFavourites: files.listFavourites()
        case .setFavourite(let style, let isFavourite): files.setFavourite(style, isFavourite)
        case .listPresets: files.listPresets()
        case .savePreset(let preset, let replacing): files.save(preset, replacing: replacing)
        case .changePreset(let name, let preset): files.change(presetNamed: name, to: preset)
        case .restorePreset: files.restorePreset()
        case .deletePreset(let name): files.delete(presetNamed: name)
        case .remember(let memory): files.remember(memory)
        case .wake, .repaint, .useTheme, .suspend, .quit: break
        }
    }

    /// Tells the painter where the picture is now.
    func aim(at screen: NcursesScreen, viewport: Viewport, capabilities: TerminalCapabilities) {
        let placements = screen.placements
        let easel = placements.first { $0.source == .pastiche } ?? placements.first { $0.source == .original }
        render.aim(at: easel, viewport: viewport, capabilities: capabilities, window: screen.size)
    }

    /// Ends all work and waits until everything is cleaned up.
    func stop() {
        render.stop()
        exports.stop()
        planner.stop()
        files.stop()
    }
}
