import Files
import StyleTransfer

extension StudioModel {
    /// A picture that was chosen has been looked into: one that says how it was painted brings everything back, any
    /// other is a photograph.
    mutating func pictureRead(path: String, painting: RestoredPainting?, problem: String?) -> [Effect] {
        guard let painting else {
            return (problem.map { say(.warning, $0) } ?? []) + [.openPhotograph(path: path)]
        }
        return restore(painting)
    }

    /// Lays the mix of a painting on the palette, as one step that can be undone, and puts its photograph on the
    /// easel. A photograph that is gone is the user's to choose; what is chosen then is taken as it is, be it a
    /// painting.
    package mutating func restore(_ painting: RestoredPainting) -> [Effect] {
        let name = painting.path.split(separator: "/").last.map(String.init) ?? painting.path
        let missing = lay(painting.record.recipe)
        preset = nil
        if let path = painting.photograph {
            history.photograph = path
            if case .photographs = dialog { closeDialog() }
            let effects: [Effect] = [.openPhotograph(path: path)]
            if let style = missing.first {
                return effects
                    + say(.warning, "“\(name)” needs the style “\(style)”, which is not here; the rest was restored.")
            }
            return effects + say(.information, "Restored the mix of “\(name)” and its photograph.")
        }
        var browser = FileBrowser(path: absolute(Files.folder(of: painting.path)))
        browser.takesPaintingsAsPhotographs = true
        covered = []
        dialog = .photographs(browser)
        let photograph = painting.record.photograph?.path ?? "the photograph"
        return [.listFolder(path: browser.path)]
            + say(.warning, "Restored the mix of “\(name)”, but \(photograph) is not there; choose a photograph.")
    }

    /// The first effects of a session that continues a painting.
    public mutating func start(restoring painting: RestoredPainting) -> [Effect] {
        let effects = restore(painting)
        // Nothing was there before that one could want back.
        history = History()
        return effects
    }

    /// A folder's path from the root.
    func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return path == "." ? folder : (folder == "/" ? "" : folder) + "/" + path
    }
}
