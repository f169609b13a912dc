import Foundation
import Imaging
import Networks

extension FinePainter {
    /// The shortest side that has a style, and a drawing: a handful of the deepest features.
    private static let leastSide = 16

    /// - Throws: `FineError`, `PerceptualError`.
    func checkSizes() throws {
        guard min(size.width, size.height) >= Self.leastSide else {
            throw FineError.photographTooSmall(width: size.width, height: size.height, least: Self.leastSide)
        }
        for scale in scales {
            try perceptual.check(layers, width: scale.size.width, height: scale.size.height)
            for seen in seenSizes(at: scale) {
                try perceptual.check(layers, width: seen.width, height: seen.height)
            }
        }
    }

    /// The bytes that painting takes at most at one time, beside the photograph and the styles' pictures.
    package var memory: Int {
        var most = 0
        for scale in scales {
            let samples = 3 * scale.size.width * scale.size.height
            // The optimiser's vectors, and three pictures: the photograph, the one before, and what is shown.
            let painting = samples * (optimiserVectors + 3) + perceptualFloats(scale.size)
            let looking = seenSizes(at: scale).map(perceptualFloats).max() ?? 0
            most = max(most, painting, looking)
        }
        return most * MemoryLayout<Float>.stride
    }

    /// Refuses paintings for which the machine is too small: the system would promise the memory, then end the program.
    package func checkMemory(physical: UInt64 = ProcessInfo.processInfo.physicalMemory) throws(EngineError) {
        let needed = memory
        guard UInt64(needed) <= physical else { throw .outOfMemory(bytes: needed) }
    }

    private var layers: Set<PerceptualLayer> {
        settings.layers.layers.union(settings.contentWeight > 0 ? [settings.contentLayer] : [])
    }

    private var optimiserVectors: Int {
        switch settings.method {
        case .lbfgs: LBFGS.vectors(pairs: LBFGS().pairs)
        case .adam: Adam.vectors
        }
    }

    private func seenSizes(at scale: PaintingScale) -> [PictureSize] {
        styles.map { $0.seenSize(atStroke: stroke(at: scale)) }
    }

    /// What the perceptual network keeps for a picture: the maps of all layers, and as much again for their gradients.
    private func perceptualFloats(_ size: PictureSize) -> Int {
        guard let last = layers.max() else { return 0 }
        return perceptual.convolutions.reduce(3 * size.width * size.height) { sum, convolution in
            guard convolution.layer <= last else { return sum }
            let halvings = convolution.layer.stage - 1
            return sum + 2 * convolution.weights.outputs * (size.width >> halvings) * (size.height >> halvings)
        }
    }
}
