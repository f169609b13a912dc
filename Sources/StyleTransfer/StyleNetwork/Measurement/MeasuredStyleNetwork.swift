import Imaging
import Networks

/// A network whose layers run one by one, for whoever times them.
package final class MeasuredStyleNetwork {
    /// One layer, with the normalisation behind it.
    package struct LayerStep {
        package enum Part {
            /// Once for a photograph.
            case photograph
            /// Again for every mix.
            case frame
        }

        package let name: String
        package let part: Part
        /// Multiplications and additions; nil where the work is moving.
        package let operations: Int?
        fileprivate let step: StyleNetworkSteps.Step
    }

    /// In the order in which a picture passes them.
    package let layers: [LayerStep]
    private let engine: Engine
    private let encoder: StyleNetworkEncoderPlan
    private let frame: StyleNetworkFramePlan
    private let photograph: Picture

    /// - Parameter threads: 0 for one on each core.
    package init(
        network: PreparedStyleNetwork, photograph: Picture, threads: Int, precision: Precision
    ) throws {
        engine = try Engine(instructionSet: network.instructionSet, threads: threads)
        let (width, height) = (photograph.width, photograph.height)
        let layout = StyleNetworkLayout(network.architecture, width: width, height: height, threads: engine.threads)
        try network.checkMemory(floats: layout.encoder + layout.session)
        let content = try FeatureMap(
            channels: network.architecture.featureWidth, height: layout.height / StyleNetworkArchitecture.reduction,
            width: layout.width / StyleNetworkArchitecture.reduction)
        encoder = try StyleNetworkEncoderPlan(
            width: width, height: height, layout: layout, network: network, to: content,
            in: (try KernelMemory(count: layout.encoder), 0), on: engine)
        frame = try StyleNetworkFramePlan(
            content: content, width: width, height: height, layout: layout, network: network, precision: precision,
            in: .live(try KernelMemory(count: layout.liveFrame)), on: engine)
        self.photograph = photograph
        func layers(_ steps: [StyleNetworkSteps.Step], _ part: LayerStep.Part) -> [LayerStep] {
            steps.map { LayerStep(name: $0.name, part: part, operations: $0.layer.operations, step: $0) }
        }
        self.layers =
            layers(encoder.steps.steps + [frame.unconditioned].compactMap(\.self), .photograph)
            + layers(frame.steps.steps, .frame)
    }

    /// Paints the photograph.
    ///
    /// - Parameter running: called for each layer, by its number, with what runs it.
    package func paint(
        _ conditioning: Conditioning, into picture: inout Picture, running: (_ layer: Int, _ run: () -> Void) -> Void
    ) {
        encoder.stem.reading(photograph.samples) {
            frame.output.painting(&picture.samples) {
                for (index, layer) in layers.enumerated() {
                    running(index) {
                        layer.step.layer.run(on: engine)
                        layer.step.normalise(conditioning)
                    }
                }
            }
        }
    }
}
