import Files

/// Weights that do not make a perceptual network, or a picture or layer that it has no place for.
public struct PerceptualError: UserFacingError, Equatable {
    /// The weight file, by path or by name.
    public let file: String
    public let problem: Problem

    public enum Problem: Sendable, Equatable {
        /// Neither `conv1_1.weight` nor `features.0.weight` is there.
        case noNetwork
        case missingTensor(String)
        /// A tensor that VGG-19 has no place for.
        case unexpectedTensor(String)
        /// `needed` names each dimension.
        case wrongShape(tensor: String, found: [Int], needed: String)
        /// Infinite values or not-a-numbers.
        case notFinite(tensor: String)
        case noSuchLayer(PerceptualLayer, deepest: PerceptualLayer)
        /// Each stage halves the picture; nothing would be left of this one.
        case pictureTooSmall(width: Int, height: Int, layer: PerceptualLayer, least: Int)
    }

    public init(_ file: String, _ problem: Problem) {
        self.file = file
        self.problem = problem
    }

    public var description: String {
        switch problem {
        case .noSuchLayer(let layer, let deepest):
            "\(printable(file)) has no layer \(layer), its last one is \(deepest); name another layer"
        case .pictureTooSmall(let width, let height, let layer, let least):
            "a picture of \(width)x\(height) is too small for \(layer); it needs \(least) pixels on each side"
        default:
            """
            cannot use \(printable(file)) as a perceptual network: \(reason); it must hold VGG-19's convolutions, \
            as conv1_1.weight or as torchvision's features.0.weight
            """
        }
    }

    public var exitStatus: ExitStatus {
        switch problem {
        case .noSuchLayer: .usage
        default: .dataError
        }
    }

    private var reason: String {
        switch problem {
        case .noNetwork, .noSuchLayer, .pictureTooSmall: "it has neither conv1_1.weight nor features.0.weight"
        case .missingTensor(let name): "it lacks \(printable(name))"
        case .unexpectedTensor(let name): "VGG-19 has no \(printable(name))"
        case .wrongShape(let tensor, let found, let needed): "\(printable(tensor)) is \(found), not \(needed)"
        case .notFinite(let tensor): "\(printable(tensor)) holds infinite or undefined values"
        }
    }
}
