import Testing

import Imaging

@Suite struct PNGReadingTests {
    private let tolerance: Float = 1e-7

    private func expectEqual(_ picture: Picture, _ expected: Picture, _ name: String) {
        #expect(picture.size == expected.size, "\(name)")
        #expect((picture.alpha == nil) == (expected.alpha == nil), "\(name)")
        guard picture.size == expected.size else { return }
        #expect(zip(picture.samples, expected.samples).allSatisfy { abs($0 - $1) <= tolerance }, "\(name)")
        if let alpha = picture.alpha, let opacity = expected.alpha {
            #expect(zip(alpha, opacity).allSatisfy { abs($0 - $1) <= tolerance }, "\(name)")
        }
    }

    @Test(arguments: [1, 2, 4, 8, 16])
    func greyOfEveryDepth(depth: Int) throws {
        let name = "grey-\(depth).png"
        let expected = Fixtures.picture { _, x, y in
            Float(Fixtures.sample(0, x, y, depth: depth)) / Float((1 << depth) - 1)
        }
        expectEqual(try Fixtures.picture(name), expected, name)
    }

    @Test(arguments: [8, 16])
    func coloursAndOpacity(depth: Int) throws {
        let largest = Float((1 << depth) - 1)
        func value(_ channel: Int, _ x: Int, _ y: Int) -> Float {
            Float(Fixtures.sample(channel, x, y, depth: depth)) / largest
        }
        expectEqual(try Fixtures.picture("rgb-\(depth).png"), Fixtures.picture(value), "rgb-\(depth)")
        expectEqual(
            try Fixtures.picture("rgba-\(depth).png"), Fixtures.picture(hasAlpha: true, value), "rgba-\(depth)")
        expectEqual(
            try Fixtures.picture("grey-alpha-\(depth).png"),
            Fixtures.picture(hasAlpha: true) { channel, x, y in value(channel == 3 ? 3 : 0, x, y) },
            "grey-alpha-\(depth)")
    }

    private func paletteColour(_ channel: Int, _ x: Int, _ y: Int, depth: Int) -> Float {
        let entry = Fixtures.sample(0, x, y, depth: depth)
        return Float([(entry * 5 + 1) % 256, 255 - entry, entry * 89 % 256][channel]) / 255
    }

    @Test(arguments: [1, 2, 4, 8])
    func palettesOfEveryDepth(depth: Int) throws {
        let expected = Fixtures.picture { channel, x, y in paletteColour(channel, x, y, depth: depth) }
        expectEqual(try Fixtures.picture("palette-\(depth).png"), expected, "palette-\(depth)")
    }

    @Test func paletteWithOpacities() throws {
        let expected = Fixtures.picture(hasAlpha: true) { channel, x, y in
            if channel < 3 { return paletteColour(channel, x, y, depth: 4) }
            let entry = Fixtures.sample(0, x, y, depth: 4)
            return entry < 8 ? Float(16 * entry) / 255 : 1
        }
        expectEqual(try Fixtures.picture("palette-4-transparent.png"), expected, "palette-4-transparent")
    }

    @Test(arguments: [("grey-8-keyed.png", 8, 1), ("rgb-8-keyed.png", 8, 3), ("rgb-16-keyed.png", 16, 3)])
    func oneTransparentColour(name: String, depth: Int, channels: Int) throws {
        func stored(_ x: Int, _ y: Int) -> [Int] {
            (0..<channels).map { Fixtures.sample($0, x, y, depth: depth) }
        }
        let expected = Fixtures.picture(hasAlpha: true) { channel, x, y in
            if channel == 3 { return stored(x, y) == stored(4, 3) ? 0 : 1 }
            return Float(stored(x, y)[min(channel, channels - 1)]) / Float((1 << depth) - 1)
        }
        expectEqual(try Fixtures.picture(name), expected, name)
    }

    @Test func interlacedPicturesEqualPlainOnes() throws {
        #expect(try Fixtures.picture("interlaced-grey-1.png") == Fixtures.picture("grey-1.png"))
        #expect(try Fixtures.picture("interlaced-rgb-8.png") == Fixtures.picture("rgb-8.png"))
        #expect(try Fixtures.picture("interlaced-rgba-16.png") == Fixtures.picture("rgba-16.png"))
    }

    @Test func aDamagedColourProfileDoesNoHarm() throws {
        #expect(try Fixtures.picture("damaged-profile.png") == Fixtures.picture("rgb-8.png"))
    }

    @Test(arguments: ["damaged-truncated.png", "damaged-without-end.png"])
    func aShortFileIsCalledSo(name: String) throws {
        let path = try Fixtures.path(name)
        #expect(throws: PictureError.truncated(name: path)) { try Picture.read(path: path) }
    }

    @Test(arguments: [
        ("damaged-checksum.png", "IDAT: "), ("damaged-deflate.png", "IDAT: "),
        ("damaged-short-data.png", "Not enough image data"),
    ])
    func libpngSaysWhatIsDamaged(name: String, reason: String) throws {
        let path = try Fixtures.path(name)
        let error = #expect(throws: PictureError.self) { try Picture.read(path: path) }
        guard case .damaged(path, let words) = error else {
            Issue.record("\(name): \(String(describing: error))")
            return
        }
        #expect(words.contains(reason), "\(words)")
    }
}
