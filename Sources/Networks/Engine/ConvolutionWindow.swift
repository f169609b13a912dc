import Kernels

/// The window of a direct convolution and the border it needs.
struct ConvolutionWindow {
    let kernel: Int
    let stride: Int
    let rows: MirrorTable
    let columns: MirrorTable

    /// - Parameters:
    ///   - height: the rows of the input as the network sees it.
    ///   - width: likewise its columns.
    ///   - picture: the size of what is really there, if the network sees more; what is behind it is mirrored.
    ///   - multiple: of what rows and columns are computed, whether the output has them or not.
    init(
        kernel: Int, stride: Int, height: Int, width: Int, picture: (height: Int, width: Int)? = nil,
        multiple: Int = 1
    ) {
        self.kernel = kernel
        self.stride = stride
        let (down, across) = ((height + multiple - 1) / multiple, (width + multiple - 1) / multiple)
        rows = MirrorTable(
            border: kernel / 2, count: down * multiple + kernel - 1, extent: height, picture: picture?.height)
        columns = MirrorTable(
            border: kernel / 2, count: across * multiple + kernel - 1, extent: width, picture: picture?.width)
    }

    /// The rows of the input that rows of the output need.
    func inputRows(of output: Range<Int>) -> ClosedRange<Int> {
        rows.shown(output.lowerBound * stride..<(output.upperBound - 1) * stride + kernel)
    }

    /// The description of the layer, without weights and memory.
    func layer(input: FeatureMapView, output: FeatureMapView, rowsPerUnit: Int) -> ConvolutionLayer {
        var layer = ConvolutionLayer()
        layer.input = input
        layer.output = output
        layer.rows = UnsafePointer(rows.indices)
        layer.columns = UnsafePointer(columns.indices)
        layer.padded_width = columns.count
        layer.kernel_height = kernel
        layer.kernel_width = kernel
        layer.stride = stride
        layer.rows_per_unit = rowsPerUnit
        return layer
    }
}
