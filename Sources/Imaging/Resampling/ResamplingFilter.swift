import Foundation

/// A resampling filter: how much a sample at some distance counts.
enum ResamplingFilter {
    /// Lanczos' windowed sinc with three lobes: sharp, for shrinking.
    case lanczos
    /// The cubic through its samples (Catmull and Rom 1974): for growing; keeps straight ramps straight.
    case catmullRom

    /// The distance from which on the weight is zero.
    var radius: Double {
        switch self {
        case .lanczos: 3
        case .catmullRom: 2
        }
    }

    func weight(at distance: Double) -> Double {
        let x = abs(distance)
        if x >= radius { return 0 }
        switch self {
        case .lanczos:
            if x < 1e-9 { return 1 }
            let angle = Double.pi * x
            return 3 * sin(angle) * sin(angle / 3) / (angle * angle)
        case .catmullRom:
            return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2
        }
    }
}
