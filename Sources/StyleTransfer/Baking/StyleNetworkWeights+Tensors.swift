import Networks

extension StyleNetworkWeights {
    /// The weights as a file's tensors, with the gamma and beta of a mix as the only row.
    ///
    /// - Parameter conditioning: of this network.
    func tensors(with conditioning: Conditioning) -> SafetensorsFile {
        var file = SafetensorsFile()
        func vector(_ values: [Float]) -> Tensor { Tensor(shape: [values.count], values: values) }
        func add(_ weights: ConvolutionWeights, _ name: String) {
            file[name + ".weight"] = weights.weight
            file[name + ".bias"] = vector(weights.bias)
        }
        for (index, (part, stage)) in zip(architecture.encoder, encoder).enumerated() {
            add(stage.convolution, part.name)
            file["encoder.norm\(index + 1).gamma"] = vector(stage.gamma)
            file["encoder.norm\(index + 1).beta"] = vector(stage.beta)
        }
        for (index, part) in architecture.residual.enumerated() {
            let block = residual[index / 2]
            add(index % 2 == 0 ? block.first : block.second, part.name)
        }
        for (part, weights) in zip(architecture.upsampling, upsampling) { add(weights, part.name) }
        add(output, architecture.output.name)
        for (index, norm) in architecture.conditionedNorms.enumerated() {
            let shape = [1, norm.range.count]
            file[norm.name + ".gamma"] = Tensor(shape: shape, values: Array(conditioning.gamma(norm: index)))
            file[norm.name + ".beta"] = Tensor(shape: shape, values: Array(conditioning.beta(norm: index)))
        }
        return file
    }
}
