/// A control sequence (`CSI` parameters intermediates final, ECMA-48 5.4), taken apart.
struct ControlSequence: Equatable {
    /// `<`, `=`, `>` or `?` in front of the parameters.
    var marker: UInt8?
    /// The parameters, a missing one as nil. Of sub-parameters (`1:2`) only the first is kept.
    var parameters: [Int?]
    /// Bytes between the parameters and the final byte, such as `$`.
    var intermediates: [UInt8]
    var final: UInt8

    /// - Parameter body: everything after `CSI`; returns nil where it is not well formed.
    init?(_ body: some BidirectionalCollection<UInt8>) {
        guard let last = body.last, (0x40...0x7E).contains(last) else { return nil }
        var rest = body.dropLast()
        final = last
        if let first = rest.first, (0x3C...0x3F).contains(first) {
            marker = first
            rest.removeFirst()
        }
        let text = rest.prefix { (0x30...0x3B).contains($0) }
        intermediates = Array(rest.dropFirst(text.count))
        guard intermediates.allSatisfy({ (0x20...0x2F).contains($0) }) else { return nil }
        parameters =
            text.isEmpty
            ? []
            : text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
                Self.number(field.prefix { $0 != UInt8(ascii: ":") })
            }
    }

    /// A parameter, or `missing` where it was left out.
    func parameter(_ index: Int, missing: Int = 0) -> Int {
        index < parameters.count ? parameters[index] ?? missing : missing
    }

    /// A decimal number; one beyond any sense becomes the greatest, as terminals do it.
    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        return digits.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), 9_999_999) }
    }
}
