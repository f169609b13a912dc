extension Command {
    /// What the configuration file calls it: `add-style`, `set-50`. The list in `docs/KEYS.md` stays as it is.
    public var name: String {
        if case .set(let value) = self { return "set-\(value)" }
        if case .pick(let number) = self { return "pick-\(number)" }
        var name = ""
        for character in "\(self)" {
            if character.isUppercase { name += "-" }
            name += character.lowercased()
        }
        return name
    }
}
