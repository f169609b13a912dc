import Foundation
import Testing

import Imaging

@Suite struct NoteTests {
    private static let encodings: [PictureEncoding] = [.png(bitDepth: 8), .png(bitDepth: 16), .jpeg(quality: 90)]

    private func encoded(_ encoding: PictureEncoding, _ note: String?, dotsPerInch: Int? = nil) throws -> [UInt8] {
        try Fixtures.smoothPicture().encoded(
            as: encoding, metadata: PictureMetadata(note: note, dotsPerInch: dotsPerInch))
    }

    @Test(arguments: encodings, ["version = 1\nid = \"夜の海\"\n", "", String(repeating: "é", count: 30_000)])
    func comesBackAndLeavesThePixelsAlone(encoding: PictureEncoding, note: String) throws {
        let bytes = try encoded(encoding, note)
        #expect(try Picture.note(in: bytes, name: "a") == note)
        let plain = try encoded(encoding, nil)
        #expect(try Picture.note(in: plain, name: "a") == nil)
        #expect(try Picture.decode(bytes, name: "a") == Picture.decode(plain, name: "a"))
        #expect(try Picture.size(of: bytes, name: "a") == Picture.size(of: plain, name: "a"))
    }

    @Test(arguments: encodings) func aNoteThatNoFileHoldsIsRefused(encoding: PictureEncoding) {
        for note in [String(repeating: "x", count: PictureMetadata.noteLimit + 1), "a\0b"] {
            #expect(throws: PictureError.self) { try encoded(encoding, note) }
        }
        #expect(throws: PictureError.self) { try encoded(encoding, nil, dotsPerInch: 0) }
    }

    @Test func theDensityIsInTheHeader() throws {
        let png = try encoded(.png(bitDepth: 8), "note", dotsPerInch: 300)
        // 11811 pixels per metre across and down, unit 1.
        let chunk = Array("pHYs".utf8) + [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1]
        #expect(png.firstRange(of: chunk) != nil)
        let jpeg = try encoded(.jpeg(quality: 90), "note", dotsPerInch: 300)
        #expect(Array(jpeg[2..<18]) == [0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 1, 1, 0x2C, 1, 0x2C])
        #expect(try Picture.note(in: jpeg, name: "a") == "note")
    }

    @Test func aNoteBehindThePixelsIsFound() throws {
        let whole = try encoded(.png(bitDepth: 8), nil)
        let end = whole.count - 12
        let bytes = withRepairedChecksums(Array(whole[..<end]) + chunk("Pastiche", text: "late") + whole[end...])
        #expect(try Picture.note(in: bytes, name: "a") == "late")
    }

    @Test func aSimplerChunkIsReadToo() throws {
        let simple = withType("tEXt", chunk("Pastiche", content: Array("plain é".utf8)))
        #expect(try Picture.note(in: png(with: simple), name: "a") == "plain é")
    }

    /// As tools write it that compress text.
    @Test func aCompressedNoteIsRead() throws {
        #expect(
            try Picture.note(in: png(with: chunk("Pastiche", deflated: Self.fortyLetters)), name: "a") == Self.forty)
    }

    @Test func aNoteThatExplodesIsNoNote() throws {
        let bomb = Self.deflated(count: 3_000_000)
        #expect(try Picture.note(in: png(with: chunk("Pastiche", deflated: bomb)), name: "a") == nil)
        #expect(try Picture.note(in: png(with: chunk("Pastiche", deflated: [1, 2, 3])), name: "a") == nil)
        #expect(try Picture.note(in: png(with: chunk("Pastiche", deflated: [])), name: "a") == nil)
    }

    @Test func othersTextIsNotOurs() throws {
        for keyword in ["Comment", "Pastich", "Pastiches", ""] {
            #expect(try Picture.note(in: png(with: chunk(keyword, text: "a")), name: "a") == nil)
        }
        var jpeg = try encoded(.jpeg(quality: 90), nil)
        jpeg.insert(contentsOf: [0xFF, 0xFE, 0, 8] + Array("Pastic".utf8), at: 20)
        #expect(try Picture.note(in: jpeg, name: "a") == nil)
    }

    @Test func whatIsNoTextIsNoNote() throws {
        let invalid: [UInt8] = [0, 0, 0, 0, 0xFF, 0xFE]
        #expect(try Picture.note(in: png(with: chunk("Pastiche", content: invalid)), name: "a") == nil)
        for content: [UInt8] in [[], [0], [0, 0], [0, 0, 0], [0, 0, 0, 65], [1, 7, 0, 0, 65]] {
            _ = try Picture.note(in: png(with: chunk("Pastiche", content: content)), name: "a")
        }
    }

    @Test func noDamageIsWorseThanNoNote() throws {
        var generator = SeededGenerator(seed: 5)
        for encoding in Self.encodings {
            let whole = try encoded(encoding, "version = 1\n")
            for count in 8..<min(whole.count, 400) {
                _ = try Picture.note(in: Array(whole[..<count]), name: "a")
            }
            for _ in 0..<3000 {
                var bytes = whole
                for _ in 0..<3 {
                    bytes[Int.random(in: 8..<min(bytes.count, 200), using: &generator)] =
                        .random(in: 0...255, using: &generator)
                }
                let note = try Picture.note(in: bytes, name: "a")
                #expect((note?.utf8.count ?? 0) <= PictureMetadata.noteLimit)
            }
        }
        #expect(throws: PictureError.notAPicture(name: "a")) { try Picture.note(in: [1, 2, 3], name: "a") }
        #expect(throws: PictureError.empty(name: "a")) { try Picture.note(in: [], name: "a") }
    }

    // MARK: Chunks

    private func png(with chunk: [UInt8]) throws -> [UInt8] {
        var bytes = try encoded(.png(bitDepth: 8), nil)
        bytes.insert(contentsOf: chunk, at: 33)
        return withRepairedChecksums(bytes)
    }

    private func chunk(_ keyword: String, text: String) -> [UInt8] {
        chunk(keyword, content: [0, 0, 0, 0] + Array(text.utf8))
    }

    private func chunk(_ keyword: String, deflated: [UInt8]) -> [UInt8] {
        chunk(keyword, content: [1, 0, 0, 0] + deflated)
    }

    private func chunk(_ keyword: String, content: [UInt8]) -> [UInt8] {
        let payload = Array(keyword.utf8) + [0] + content
        let length = (0..<4).map { UInt8(truncatingIfNeeded: payload.count >> (24 - 8 * $0)) }
        return length + Array("iTXt".utf8) + payload + [0, 0, 0, 0]
    }

    private func withType(_ type: String, _ chunk: [UInt8]) -> [UInt8] {
        chunk[..<4] + Array(type.utf8) + chunk[8...]
    }

    private static let forty = String(repeating: "x", count: 40)
    private static let fortyLetters = deflated(count: 40)

    /// A zlib stream of stored blocks that holds that many letters x.
    private static func deflated(count: Int) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var left = count
        var low = 1
        var high = 0
        while left > 0 {
            let length = min(left, 65_535)
            left -= length
            let size = [UInt8(length & 255), UInt8(length >> 8)]
            stream += [left == 0 ? 1 : 0] + size + size.map { ~$0 } + [UInt8](repeating: 120, count: length)
        }
        for _ in 0..<count {
            low = (low + 120) % 65_521
            high = (high + low) % 65_521
        }
        return stream + [UInt8(high >> 8), UInt8(high & 255), UInt8(low >> 8), UInt8(low & 255)]
    }
}
