extension Double {
    /// A finite decimal number of at least 0, as people write weights; `Double.init` alone would take `nan`, `infinity`
    /// and hexadecimals.
    package init?(decimal text: some StringProtocol) {
        guard text.allSatisfy({ "0123456789.eE+-".contains($0) }), let value = Double(text) else { return nil }
        guard value.isFinite, value >= 0 else { return nil }
        self = value
    }
}
