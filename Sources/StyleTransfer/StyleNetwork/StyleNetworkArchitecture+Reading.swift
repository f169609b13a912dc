import Networks

extension StyleNetworkArchitecture {
    /// Finds out the architecture from a network's tensors and checks that they are all there, fit each other,
    /// and hold nothing but finite numbers.
    ///
    /// - Parameters:
    ///   - tensors: the weight file's content.
    ///   - file: what errors call it.
    public init(tensors: SafetensorsFile, file: String) throws(StyleNetworkError) {
        func shape(_ name: String, _ form: [StyleNetworkError.Extent]) throws(StyleNetworkError) -> [Int] {
            guard let found = tensors[name]?.shape else { throw StyleNetworkError(file, .missingTensor(name)) }
            guard found.count == form.count, zip(found, form).allSatisfy({ $1.allows($0) }) else {
                throw StyleNetworkError(file, .wrongShape(tensor: name, found: found, needed: form))
            }
            return found
        }
        func window(_ name: String, outputs: StyleNetworkError.Extent, inputs: StyleNetworkError.Extent)
            throws(StyleNetworkError) -> (outputs: Int, kernel: Int)
        {
            let found = try shape(name, [outputs, inputs, .kernel, .kernel])
            guard found[2] == found[3] else {
                throw StyleNetworkError(
                    file, .wrongShape(tensor: name, found: found, needed: [outputs, inputs, .kernel, .kernel]))
            }
            return (found[0], found[2])
        }

        let first = try window("encoder.conv1.weight", outputs: .channels, inputs: .exactly(3))
        let second = try window("encoder.conv2.weight", outputs: .channels, inputs: .exactly(first.outputs))
        let third = try window("encoder.conv3.weight", outputs: .channels, inputs: .exactly(second.outputs))
        var blocks = 0
        while tensors.names.contains(where: { $0.hasPrefix("residual.\(blocks).") }) { blocks += 1 }

        let decoder: Decoder
        let last: (outputs: Int, kernel: Int)
        if tensors["decoder.upsample1.weight"] != nil {
            let upsample1 = try window("decoder.upsample1.weight", outputs: .channels, inputs: .exactly(third.outputs))
            let upsample2 = try window(
                "decoder.upsample2.weight", outputs: .channels, inputs: .exactly(upsample1.outputs))
            decoder = .upsampled(first: upsample1.outputs, second: upsample2.outputs)
            last = try window("decoder.output.weight", outputs: .exactly(3), inputs: .exactly(upsample2.outputs))
        } else {
            let upsample = try window("decoder.upsample.weight", outputs: .channels, inputs: .exactly(third.outputs))
            decoder = .pixelShuffle(width: upsample.outputs)
            last = try window(
                "decoder.output.weight", outputs: .exactly(3 * Self.shuffleFactor * Self.shuffleFactor),
                inputs: .exactly(upsample.outputs))
        }

        let form = StyleNetworkArchitecture(
            encoderWidths: [first.outputs, second.outputs, third.outputs], inputKernel: first.kernel,
            residualBlocks: blocks, decoder: decoder, outputKernel: last.kernel, rows: 1)
        let rows = try shape((form.conditionedNorms.first?.name ?? "") + ".gamma", [.rows, .channels])[0]
        self.init(
            encoderWidths: form.encoderWidths, inputKernel: form.inputKernel, residualBlocks: blocks, decoder: decoder,
            outputKernel: form.outputKernel, rows: rows)
        try check(tensors, file: file)
    }

    /// Every tensor is there in its shape, finite, and no other.
    private func check(_ tensors: SafetensorsFile, file: String) throws(StyleNetworkError) {
        let shapes = tensorShapes
        for (name, shape) in shapes {
            guard let tensor = tensors[name] else { throw StyleNetworkError(file, .missingTensor(name)) }
            guard tensor.shape == shape else {
                if shape.count == 2, tensor.shape.count == 2, tensor.shape[1] == shape[1] {
                    throw StyleNetworkError(
                        file, .inconsistentRows(tensor: name, found: tensor.shape[0], needed: rows))
                }
                throw StyleNetworkError(
                    file, .wrongShape(tensor: name, found: tensor.shape, needed: shape.map { .exactly($0) }))
            }
            guard tensor.values.allSatisfy(\.isFinite) else { throw StyleNetworkError(file, .notFinite(tensor: name)) }
        }
        // A tensor that nothing uses means that the file describes another network than this program would run.
        let known = Set(shapes.map(\.name))
        if let other = tensors.names.first(where: { !known.contains($0) }) {
            throw StyleNetworkError(file, .unexpectedTensor(other))
        }
    }
}
