import Testing

import Imaging

/// Whatever a file holds, reading it returns a picture or throws a `PictureError`.
@Suite struct DamageTests {
    /// Small enough that a damaged header does not make the test slow.
    private let limits = PictureLimits(maximumPixels: 1_000_000)

    private func survives(_ bytes: [UInt8]) -> Bool {
        do {
            let picture = try Picture.decode(bytes, name: "damaged", limits: limits)
            return picture.samples.allSatisfy { 0...1 ~= $0 }
        } catch {
            return error is PictureError
        }
    }

    @Test func flippedBytes() throws {
        var generator = SeededGenerator(seed: 1)
        for name in try Fixtures.names() {
            let whole = try Fixtures.bytes(name)
            if whole.isEmpty { continue }
            for _ in 0..<25 {
                var bytes = whole
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
                }
                #expect(survives(bytes), "\(name)")
            }
        }
    }

    @Test func flippedBytesBehindSoundChecksums() throws {
        var generator = SeededGenerator(seed: 3)
        let sound = try Fixtures.bytes("rgba-8.png")
        #expect(withRepairedChecksums(sound) == sound)
        for name in try Fixtures.names() where name.hasSuffix(".png") {
            let whole = try Fixtures.bytes(name)
            if whole.count < 60 { continue }
            for _ in 0..<50 {
                var bytes = whole
                // Most of what decides how pixels are read stands in the first bytes behind the signature.
                bytes[Int.random(in: 8..<60, using: &generator)] = .random(in: 0...255, using: &generator)
                bytes[Int.random(in: 8..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
                #expect(survives(withRepairedChecksums(bytes)), "\(name)")
            }
        }
    }

    @Test func cutAnywhere() throws {
        for name in [
            "rgb-8.png", "interlaced-rgba-16.png", "progressive.jpg", "orientation-5.jpg", "orientation-6.jpg",
        ] {
            let whole = try Fixtures.bytes(name)
            for count in 0..<whole.count {
                let bytes = Array(whole[..<count])
                #expect(throws: PictureError.self, "\(name) cut to \(count)") {
                    try Picture.decode(bytes, name: name, limits: limits)
                }
            }
        }
    }

    @Test func damagedOrientations() throws {
        var generator = SeededGenerator(seed: 2)
        let whole = try Fixtures.bytes("orientation-6.jpg")
        // The EXIF segment lies right behind the start, or behind the JFIF segment.
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 2..<90, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            #expect(survives(bytes))
        }
    }
}
