import Files
import Foundation
import Testing

import Imaging

/// The files that `Fixtures/make_fixtures.py` makes, and the formulas of their pixels.
enum Fixtures {
    static let width = 21
    static let height = 13

    static func folder() throws -> String {
        try #require(Bundle.module.path(forResource: "Fixtures", ofType: nil))
    }

    static func path(_ name: String) throws -> String { try folder() + "/" + name }

    static func bytes(_ name: String) throws -> [UInt8] { try readFile(path(name)) }

    static func picture(_ name: String) throws -> Picture { try Picture.read(path: path(name)) }

    /// The names of all pictures, damaged ones too.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder())
            .filter { $0.hasSuffix(".png") || $0.hasSuffix(".jpg") }
            .sorted()
    }

    /// A PNG's sample as stored; channel 0 is red or grey, 3 is opacity.
    static func sample(_ channel: Int, _ x: Int, _ y: Int, depth: Int) -> Int {
        ((x * (2731 + 601 * channel) + y * (977 + 1301 * channel) + 7919 * channel) % 65536) >> (16 - depth)
    }

    /// The smooth picture that the JPEGs hold, before compression.
    static func smoothPicture() -> Picture {
        picture { channel, x, y in
            Float([40 + 9 * x, 30 + 15 * y, 220 - 4 * x - 8 * y][channel]) / 255
        }
    }

    /// A picture of the fixtures' size from a formula over channel (3: opacity), column and row.
    static func picture(hasAlpha: Bool = false, _ value: (Int, Int, Int) -> Float) -> Picture {
        var planes: [[Float]] = []
        for channel in 0..<(hasAlpha ? 4 : 3) {
            planes.append(
                (0..<height).flatMap { y in (0..<width).map { x in value(channel, x, y) } })
        }
        return Picture(
            width: width, height: height, samples: Array(planes[0..<3].joined()), alpha: hasAlpha ? planes[3] : nil)
    }
}

/// Reproducible randomness (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Picture {
    /// Uniform noise.
    static func noise(width: Int, height: Int, hasAlpha: Bool = false, seed: UInt64) -> Picture {
        var generator = SeededGenerator(seed: seed)
        let samples = (0..<3 * width * height).map { _ in Float.random(in: 0...1, using: &generator) }
        let alpha = hasAlpha ? (0..<width * height).map { _ in Float.random(in: 0...1, using: &generator) } : nil
        return Picture(width: width, height: height, samples: samples, alpha: alpha)
    }
}
