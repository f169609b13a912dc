import Imaging

/// Pictures by kitty's graphics protocol: sent within the stream of text and stretched by the terminal over cells.
///
/// A picture gets a number when it is sent: `begin` is followed by what `encode` made. Nothing is answered (`q=2`)
/// and the cursor stays (`C=1`).
struct KittyEncoder: Sendable {
    /// The protocol's longest piece of a picture, in letters.
    static let pieceLength = 4096

    let passage: KittyPassage
    /// 8-bit red, green and blue; kept.
    private var pixels: [UInt8] = []

    init(passage: KittyPassage = .direct) {
        self.passage = passage
    }

    /// Appends a picture from behind its number on: as PNG if it is to stay, as plain pixels if it moves.
    ///
    /// - Throws: what the PNG encoder throws; nothing is appended then.
    mutating func encode(
        _ picture: Picture, in cells: CellRectangle, isSettled: Bool, into output: inout [UInt8]
    ) throws {
        if isSettled {
            let file = try picture.encoded(as: .png(bitDepth: 8))
            file.withUnsafeBufferPointer { append($0, of: nil, in: cells, to: &output) }
        } else {
            let count = 3 * picture.pixelCount
            if pixels.count < count { pixels = [UInt8](repeating: 0, count: count) }
            pixels.withUnsafeMutableBufferPointer { picture.writeInterleavedBytes(into: $0) }
            pixels.withUnsafeBufferPointer {
                append(
                    UnsafeBufferPointer(rebasing: $0[..<count]), of: picture, in: cells, to: &output)
            }
        }
    }

    /// Appends the beginning of a picture.
    static func begin(number: UInt32, by passage: KittyPassage, into output: inout [UInt8]) {
        output.append(contentsOf: passage.opening)
        // U=1: it is shown where its placeholders are.
        output.append(contentsOf: (passage == .tmux ? "a=T,U=1,q=2,i=" : "a=T,q=2,C=1,i=").utf8)
        output.append(decimal: Int(number))
    }

    /// Appends what takes a picture away, with its memory.
    static func remove(number: UInt32, by passage: KittyPassage, from output: inout [UInt8]) {
        output.append(contentsOf: passage.opening)
        output.append(contentsOf: "a=d,d=I,q=2,i=".utf8)
        output.append(decimal: Int(number))
        output.append(contentsOf: passage.closing)
    }

    /// - Parameter picture: the picture whose plain pixels the bytes are; nil if they are a PNG file.
    private func append(
        _ bytes: UnsafeBufferPointer<UInt8>, of picture: Picture?, in cells: CellRectangle, to output: inout [UInt8]
    ) {
        if let picture {
            output.append(contentsOf: ",f=24,s=".utf8)
            output.append(decimal: picture.width)
            output.append(contentsOf: ",v=".utf8)
            output.append(decimal: picture.height)
        } else {
            output.append(contentsOf: ",f=100".utf8)
        }
        output.append(contentsOf: ",c=".utf8)
        output.append(decimal: cells.width)
        output.append(contentsOf: ",r=".utf8)
        output.append(decimal: cells.height)
        let step = Self.pieceLength / 4 * 3
        for start in stride(from: 0, to: bytes.count, by: step) {
            let end = min(start + step, bytes.count)
            if start > 0 { output.append(contentsOf: passage.opening) }
            output.append(contentsOf: start == 0 ? ",m=".utf8 : "q=2,m=".utf8)
            output.append(UInt8(ascii: end < bytes.count ? "1" : "0"))
            output.append(UInt8(ascii: ";"))
            Base64.append(bytes[start..<end], to: &output)
            output.append(contentsOf: passage.closing)
        }
    }
}
