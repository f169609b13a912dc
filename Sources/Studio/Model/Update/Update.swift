/// The studio's one step: changes the model by an event and says what to do about it.
///
/// Pure: reads no clock, no file and no terminal. All input and output are effects.
public func update(_ model: inout StudioModel, _ event: Event) -> [Effect] {
    switch event {
    case .terminated: [.quit]
    default: []
    }
}

extension StudioModel {
    mutating func openBrowser() -> [Effect] {
        dialog = .photographs(FileBrowser(path: folder))
        return [.listFolder(path: folder)]
    }
}
