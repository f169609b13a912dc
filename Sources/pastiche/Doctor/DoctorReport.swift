import Files
import Foundation
import StyleTransfer

/// What this computer offers and which paths the program will take on it; the keys of its JSON stay.
struct DoctorReport: Encodable {
    struct Library: Encodable {
        let folder: String
        let styles: Int
        /// How the network is built, in words.
        let network: String
    }

    struct Folders: Encodable {
        let presets: String
        let themes: String
        let configuration: String
        let log: String
    }

    let version: String
    let system: String
    let terminal: TerminalReport
    let processor: ProcessorReport
    /// Nil if the library cannot be read; `libraryProblem` then says why.
    let library: Library?
    let libraryProblem: String?
    let folders: Folders

    /// - Throws: errors of the terminal and of settings in the environment; a broken library is a finding.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        version = Pastiche.version
        system = ProcessInfo.processInfo.operatingSystemVersionString
        terminal = try TerminalReport(environment: environment)
        processor = try ProcessorReport(environment: environment)
        do {
            let shipped = try StyleLibrary.shipped()
            library = Library(
                folder: shipped.folder, styles: shipped.styles.count, network: shipped.weights.architecture.summary)
            libraryProblem = nil
        } catch let error as any UserFacingError {
            library = nil
            libraryProblem = error.description
        }
        let directories = UserDirectories(environment: environment)
        folders = Folders(
            presets: directories.presets, themes: directories.themes, configuration: directories.configuration,
            log: directories.log)
    }
}

extension StyleNetworkArchitecture {
    /// The network in a line: widths, blocks, tail.
    fileprivate var summary: String {
        let widths = encoderWidths.map(String.init).joined(separator: "-")
        let tail =
            switch decoder {
            case .pixelShuffle: "pixel shuffle"
            case .upsampled: "upsampling"
            }
        return "encoder \(widths), \(residualBlocks) residual blocks, \(tail), \(rows) rows of gamma and beta"
    }
}
