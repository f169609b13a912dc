import Files
import Foundation
import TOMLKit

/// The user's settings, `config.toml`. A mistake in it costs the setting that it is in, and no more.
public struct Configuration: Sendable, Equatable {
    /// The colour theme's name; nil if the file names none.
    public private(set) var theme: String?
    /// What the keys do, with the changes of `[keys]`.
    public private(set) var keys = KeyMap.standard
    /// One line for everything that could not be used: the file, what, and what to do.
    public private(set) var problems: [String] = []

    /// The settings of a user without a file.
    public init() {}

    /// Reads the settings.
    public init(directories: UserDirectories) {
        self.init(path: directories.configurationFile)
    }

    package init(path: String) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var mistakes: [String] = []
        do {
            let table = try TOMLFile(path: path).table
            do throws(TOMLFile.Problem) {
                theme = try table.text("theme")
            } catch {
                mistakes.append(error.reason)
            }
            do throws(TOMLFile.Problem) {
                let (map, problems) = KeyMap.standard(with: try table.keyChoices())
                keys = map
                mistakes += problems
            } catch {
                mistakes.append(error.reason)
            }
        } catch let problem as TOMLFile.Problem {
            mistakes.append(problem.reason)
        } catch {
            mistakes.append(message(of: error))
        }
        problems = mistakes.map { "cannot use a setting: \($0); mend \(printable(path))" }
    }
}

extension TOMLTable {
    /// The table `keys`: names of actions, and for each a key or a list of keys.
    fileprivate func keyChoices() throws(TOMLFile.Problem) -> KeyChoices {
        guard let value = self["keys"] else { return KeyChoices() }
        guard let table = value.table else { throw TOMLFile.Problem(reason: "'keys' is not a table [keys]") }
        var choices = KeyChoices()
        for name in table.keys {
            guard let value = table[name] else { continue }
            if let key = value.string {
                choices.keys[name] = [key]
            } else if let list = value.array {
                choices.keys[name] = try list.keyNames(of: name)
            } else {
                throw TOMLFile.Problem(reason: "'\(printable(name))' is not a list of keys like [\"m\", \"ctrl-o\"]")
            }
        }
        return choices
    }
}

extension TOMLArray {
    fileprivate func keyNames(of action: String) throws(TOMLFile.Problem) -> [String] {
        var names: [String] = []
        for value in self {
            guard let name = value.string else {
                throw TOMLFile.Problem(reason: "'\(printable(action))' has a key that is not text in quotes")
            }
            names.append(name)
        }
        return names
    }
}
