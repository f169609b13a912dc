import Imaging
import StyleTransfer

/// What an export's form asks for: which photographs, painted how, and where they go.
public struct ExportPlan: Sendable, Equatable {
    /// What is painted.
    public enum Source: Sendable, Equatable {
        case photograph(String)
        /// All photographs of a folder.
        case folder(String)
    }

    public var source: Source
    public var template: ExportTemplate
    public var format: PictureFormat
    /// Of a JPEG, 1...100.
    public var quality: Int
    public var size: ExportSize
    /// The long side at which the recipe's strokes look as they shall; nil paints them as they are.
    public var strokesSeenAt: Int?
    /// For printers; nil leaves it out.
    public var dotsPerInch: Int?
    public var recipe: Recipe
    /// Whether the files say how they were painted.
    public var carriesRecipe: Bool
    public var replacing: Bool
}

/// What a plan comes to on the disk as it is now.
public struct ExportOutputs: Sendable, Equatable {
    public struct Output: Sendable, Equatable {
        public var photograph: String
        public var path: String

        public init(photograph: String, path: String) {
            self.photograph = photograph
            self.path = path
        }
    }

    /// In the folder's order; at least one.
    public var outputs: [Output]
    /// Paths of outputs where a file is already.
    public var existing: [String]

    public init(outputs: [Output], existing: [String]) {
        self.outputs = outputs
        self.existing = existing
    }
}

extension ExportPlan {
    /// The paths of a plan's exports.
    ///
    /// - Parameters:
    ///   - photographs: those of the source. In a folder, one that is itself where another's painting goes is a
    ///     painting of an earlier day, and left out; numbers say the place of the others, so that the same folder comes
    ///     to the same names again.
    ///   - date: today, as `{date}` writes it.
    ///   - exists: whether there is a file at a path.
    /// - Throws: what is wrong, in words for the user.
    package func outputs(
        photographs: [String], date: String, exists: (String) -> Bool
    ) throws(ExportPlanProblem) -> ExportOutputs {
        var number = 0
        var taken: [String: String] = [:]
        var outputs: [ExportOutputs.Output] = []
        for photograph in sources(photographs, date: date) {
            var path: String
            repeat {
                number += 1
                path = self.path(photograph, date: date, number: number)
            } while takesFreeNumber && number < 999_999 && exists(path)
            if let other = taken.updateValue(photograph, forKey: path) {
                throw ExportPlanProblem(
                    reason: "\(Self.name(other)) and \(Self.name(photograph)) would both become \(Self.name(path)); "
                        + "add {photo} or {number}, or rename one.")
            }
            outputs.append(ExportOutputs.Output(photograph: photograph, path: path))
        }
        guard !outputs.isEmpty else { throw ExportPlanProblem(reason: "There is no photograph in this folder.") }
        let names = outputs.map(\.path)
        if let long = names.first(where: { Self.name($0).utf8.count > 255 }) {
            throw ExportPlanProblem(reason: "The name \(Self.name(long)) is too long for a file.")
        }
        return ExportOutputs(outputs: outputs, existing: names.filter(exists))
    }

    private var takesFreeNumber: Bool {
        if case .photograph = source { template.isNumbered } else { false }
    }

    private func sources(_ photographs: [String], date: String) -> [String] {
        guard case .folder = source else { return photographs }
        // A mark that no path has stands for every number.
        let mark: Character = "\0"
        let paintings = Set(
            photographs.map {
                withEnding(template.path(photograph: $0, recipe: recipe, date: date, number: String(mark)))
            })
        guard template.isNumbered else { return photographs.filter { !paintings.contains($0) } }
        let heads = paintings.map { (head: $0.prefix { $0 != mark }, whole: $0) }
        return photographs.filter { photograph in
            !heads.contains { head, whole in
                guard photograph.hasPrefix(head) else { return false }
                let number = photograph.dropFirst(head.count).prefix { $0.isASCII && $0.isNumber }
                return number.count >= 3 && whole.replacing(String(mark), with: number) == photograph
            }
        }
    }

    private func path(_ photograph: String, date: String, number: Int) -> String {
        withEnding(template.path(photograph: photograph, recipe: recipe, date: date, number: number))
    }

    private func withEnding(_ path: String) -> String {
        if PictureFormat(path: path) == format { return path }
        return path + "." + (format.fileEndings.first ?? format.rawValue)
    }

    private static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// Why a plan cannot be carried out, in words for the user.
package struct ExportPlanProblem: Error, Equatable {
    package var reason: String
}
