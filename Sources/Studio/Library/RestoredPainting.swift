/// A painting whose file said how it was painted.
public struct RestoredPainting: Sendable, Equatable {
    /// The painting's path.
    public var path: String
    public var record: PaintingRecord
    /// Where the photograph was found; nil if it is not there any more.
    public var photograph: String?

    public init(path: String, record: PaintingRecord, photograph: String?) {
        self.path = path
        self.record = record
        self.photograph = photograph
    }

    /// Reads a painting's file and looks for the photograph.
    ///
    /// - Returns: nil for a picture without a record.
    /// - Throws: like `PaintingRecord.find`.
    public init?(path: String) throws {
        guard let record = try PaintingRecord.find(in: path) else { return nil }
        self.init(path: path, record: record, photograph: record.photographPath(besidePainting: path))
    }
}
