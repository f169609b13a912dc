import Imaging

extension StrengthCurve {
    /// Brings a photograph's colours and the photograph itself back into a painting.
    ///
    /// - Parameters:
    ///   - painting: changed in place.
    ///   - photograph: of the same size.
    ///   - colours: the photograph's.
    func mix(_ photograph: Picture, colours: ColourStatistics, into painting: inout Picture) {
        guard !isPaintingAlone else { return }
        let width = painting.width
        painting.samples.withUnsafeMutableBufferPointer { samples in
            let painted = ColourStatistics(UnsafeBufferPointer(samples), width: width)
            let map = ColourMap(from: painted, to: colours).partly(Double(1 - self.colours))
            photograph.samples.withUnsafeBufferPointer { original in
                map.blend(samples, with: original, share: self.painting)
            }
        }
    }
}

extension ColourStatistics {
    init(_ picture: Picture) {
        self = picture.samples.withUnsafeBufferPointer { ColourStatistics($0, width: picture.width) }
    }
}
