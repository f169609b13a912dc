extension FrameComposer {
    /// Appends a frame of text and pictures, which the terminal shows when it is whole. The payload moves the
    /// cursor itself; if it appends nothing, nothing is sent.
    public func hold(into output: inout [UInt8], payload: (inout [UInt8]) -> Void) {
        let start = output.count
        if isSynchronised { output.append(contentsOf: "\u{1B}[?2026h".utf8) }
        let empty = output.count
        payload(&output)
        if output.count == empty {
            output.removeLast(output.count - start)
        } else if isSynchronised {
            output.append(contentsOf: "\u{1B}[?2026l".utf8)
        }
    }
}
