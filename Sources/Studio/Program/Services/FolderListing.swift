import Files
import Foundation

/// What a folder offers to someone who looks for a photograph.
package struct FolderListing: Equatable, Sendable {
    /// Names in the order that people expect: capitals do not matter, 2 comes before 10.
    package var folders: [String] = []
    package var photographs: [String] = []

    private static let endings: Set = ["png", "jpg", "jpeg"]

    /// Reads a folder; hidden things are left out.
    package init(of path: String) throws(FileError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            throw .cannotRead(path: path, code: Int32(underlying?.code ?? Int(ENOENT)))
        }
        for name in names where !name.hasPrefix(".") {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                folders.append(name)
            } else if let dot = name.lastIndex(of: "."),
                Self.endings.contains(name[name.index(after: dot)...].lowercased())
            {
                photographs.append(name)
            }
        }
        folders.sort(by: Self.comesBefore)
        photographs.sort(by: Self.comesBefore)
    }

    private static func comesBefore(_ left: String, _ right: String) -> Bool {
        switch left.compare(right, options: [.caseInsensitive, .numeric]) {
        case .orderedAscending: true
        case .orderedDescending: false
        case .orderedSame: left < right
        }
    }
}
