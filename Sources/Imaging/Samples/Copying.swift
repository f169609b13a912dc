extension Picture {
    /// Takes over the colours of another picture, in memory of its own: in place if it has the same size.
    ///
    /// Assigning would share the samples, and then the next change of either picture copies them into new memory.
    /// Opacity is left out.
    public mutating func copyColours(of other: Picture) {
        if size != other.size { self = Picture(width: other.width, height: other.height) }
        samples.withUnsafeMutableBufferPointer { samples in
            other.samples.withUnsafeBufferPointer { _ = samples.update(fromContentsOf: $0) }
        }
    }
}
