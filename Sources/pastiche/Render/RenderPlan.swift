import Files
import Foundation
import Imaging

/// What `render` reads and writes, known and checked before anything is painted.
struct RenderPlan: Equatable {
    /// Where a photograph comes from.
    enum Source: Equatable {
        case file(String)
        case standardInput
    }

    /// Where a painting goes.
    enum Destination: Equatable {
        case file(String)
        case standardOutput
    }

    /// One photograph and its painting.
    struct Item: Equatable {
        let source: Source
        let destination: Destination
        let encoding: PictureEncoding
    }

    let items: [Item]
    /// The folder of the paintings, if there is one for all of them.
    let folder: String?
    let replacing: Bool

    /// - Throws: `RenderError` for paintings that would land on each other or on a photograph, and for what
    ///   cannot be written as it is asked; `PictureError` for an ending that names no format.
    init(
        photographs: [String], output: String, format: PictureFormat?, quality: Int, depth: Int, replacing: Bool
    ) throws {
        func encoding(_ format: PictureFormat) -> PictureEncoding {
            switch format {
            case .png: .png(bitDepth: depth)
            case .jpeg: .jpeg(quality: quality)
            }
        }
        let sources = photographs.map { $0 == "-" ? Source.standardInput : .file($0) }
        let isFolder = photographs.count > 1 || output.hasSuffix("/") || isExistingFolder(output)
        self.replacing = replacing
        folder = isFolder && output != "-" ? output : nil
        if output == "-" {
            items = [Item(source: sources[0], destination: .standardOutput, encoding: encoding(format ?? .png))]
            if StandardStream.output.isTerminal { throw RenderError.terminal }
        } else if isFolder {
            if FileManager.default.fileExists(atPath: output), !isExistingFolder(output) {
                throw RenderError.notAFolder(path: output, count: photographs.count)
            }
            let format = format ?? .png
            items = try sources.map { source in
                guard case .file(let path) = source else { throw RenderError.namelessOutput(folder: output) }
                let place = joined(output, paintingName(of: path, format: format))
                return Item(source: source, destination: .file(place), encoding: encoding(format))
            }
        } else {
            let ending = PictureFormat(path: output)
            if let format, let ending, format != ending {
                throw RenderError.formatDiffers(path: output, format: format)
            }
            guard let format = ending ?? format else { throw PictureError.unknownEnding(path: output) }
            items = [Item(source: sources[0], destination: .file(output), encoding: encoding(format))]
        }
        try checkClashes()
    }

    private func checkClashes() throws(RenderError) {
        var photographs: [FileIdentity: String] = [:]
        for case .file(let path) in items.map(\.source) {
            if let identity = FileIdentity(path) { photographs[identity] = path }
        }
        var taken: [String: String] = [:]
        for item in items {
            guard case .file(let source) = item.source, case .file(let output) = item.destination else { continue }
            if let other = taken.updateValue(source, forKey: output) {
                throw .sameOutput(path: output, first: other, second: source)
            }
            if let identity = FileIdentity(output), let photograph = photographs[identity] {
                throw .overwritesPhotograph(path: output, photograph: photograph)
            }
        }
    }
}

/// `holiday.jpg` becomes `holiday-pastiche.png`.
private func paintingName(of path: String, format: PictureFormat) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
    return name + "-pastiche." + (format.fileEndings.first ?? format.rawValue)
}

private func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
}

private func isExistingFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}
