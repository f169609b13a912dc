import Imaging
import StyleTransfer
import Testing

@Suite struct ColourMapTests {
    private func statistics(_ picture: Picture) -> ColourStatistics {
        picture.samples.withUnsafeBufferPointer { ColourStatistics($0, width: picture.width) }
    }

    private func near(_ left: Matrix3, _ right: Matrix3, _ tolerance: Double) -> Bool {
        let difference = left + -1 * right
        return [difference.columns.0, difference.columns.1, difference.columns.2].allSatisfy {
            abs($0.x) < tolerance && abs($0.y) < tolerance && abs($0.z) < tolerance
        }
    }

    @Test func statisticsAreThoseOfTheDefinition() {
        let picture = TestPictures.waves(width: 13, height: 7)
        let result = statistics(picture)
        let planes = (0..<3).map { plane in picture.samples[plane * 91..<(plane + 1) * 91].map(Double.init) }
        let means = planes.map { $0.reduce(0, +) / 91 }
        for left in 0..<3 {
            #expect(abs(result.mean[left] - means[left]) < 1e-6)
            for right in 0..<3 {
                let covariance =
                    zip(planes[left], planes[right])
                    .reduce(0) { $0 + ($1.0 - means[left]) * ($1.1 - means[right]) } / 91
                let columns = [result.covariance.columns.0, result.covariance.columns.1, result.covariance.columns.2]
                #expect(abs(columns[right][left] - covariance) < 1e-6)
            }
        }
    }

    @Test func eigenvaluesPassThroughTheFunction() {
        let matrix = Matrix3(columns: [4, 1, -2], [1, 3, 0.5], [-2, 0.5, 5])
        let root = matrix.mapEigenvalues { $0.squareRoot() }
        #expect(near(root * root, matrix, 1e-12))
        #expect(near(matrix.mapEigenvalues { 1 / $0 } * matrix, Matrix3(diagonal: [1, 1, 1]), 1e-12))
        let diagonal = Matrix3(diagonal: [1, 4, 9])
        #expect(near(diagonal.mapEigenvalues { $0.squareRoot() }, Matrix3(diagonal: [1, 2, 3]), 1e-12))
    }

    @Test func theMapCarriesMeanAndCovariance() {
        let source = statistics(TestPictures.waves(width: 40, height: 30))
        var target = source
        target.mean = [0.2, 0.5, 0.7]
        target.covariance = Matrix3(columns: [0.05, 0.02, 0], [0.02, 0.04, -0.01], [0, -0.01, 0.03])
        let map = ColourMap(from: source, to: target)
        let mapped = map.matrix * source.covariance * map.matrix.transposed
        #expect(near(mapped, target.covariance, 2e-3))
        let mean = map.matrix * source.mean + map.offset
        #expect(abs(mean.x - 0.2) < 1e-9 && abs(mean.y - 0.5) < 1e-9 && abs(mean.z - 0.7) < 1e-9)
        // Of all maps with that result the closest one is symmetric.
        #expect(near(map.matrix, map.matrix.transposed, 1e-9))
    }

    @Test func equalColoursAreLeftAlone() {
        let colours = statistics(TestPictures.waves())
        let map = ColourMap(from: colours, to: colours)
        #expect(near(map.matrix, Matrix3(diagonal: [1, 1, 1]), 1e-9))
        #expect(ColourMap(from: colours, to: colours).partly(0) == .identity)
    }

    @Test func picturesOfOneColourAreSafe() {
        let flat = statistics(Picture(width: 9, height: 9, red: 0.5, green: 0.5, blue: 0.5))
        let black = statistics(Picture(width: 1, height: 1))
        let waves = statistics(TestPictures.waves())
        for (source, target) in [(flat, waves), (waves, flat), (flat, flat), (black, waves), (waves, black)] {
            let map = ColourMap(from: source, to: target)
            let result = map.matrix * source.mean + map.offset
            for channel in 0..<3 { #expect(abs(result[channel] - target.mean[channel]) < 1e-6) }
        }
    }

    @Test func blendingMixesAndClamps() {
        var painting: [Float] = [0.5, 1, 0.25, 0, 0.75, 0.5]
        let photograph: [Float] = [1, 0, 1, 1, 0, 0]
        let map = ColourMap(matrix: Matrix3(diagonal: [1, 2, 4]), offset: [0, 0.5, -4])
        painting.withUnsafeMutableBufferPointer { samples in
            photograph.withUnsafeBufferPointer { map.blend(samples, with: $0, share: 0.5) }
        }
        #expect(painting == [0.75, 0.5, 1, 0.75, 0, 0])
    }
}
