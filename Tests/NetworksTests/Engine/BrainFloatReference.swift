import Networks

/// The convolutions as the bf16 kernels ought to compute them: inputs and weights of products are rounded, everything
/// else is in double precision.
enum BrainFloatReference {
    /// Winograd's F(4x4, 3x3) by the textbook: Toom and Cook's matrices for the points 0, +-2/3, +-3/2, infinity.
    static func winograd(_ input: Tensor, _ weights: ConvolutionWeights) -> Tensor {
        let (height, width) = (input.shape[1], input.shape[2])
        let (down, across) = ((height + 3) / 4, (width + 3) / 4)
        let padded = input.reflectionPadded(
            top: 1, left: 1, bottom: 4 * down + 1 - height, right: 4 * across + 1 - width)
        let kernels = weights.transformed(by: ToomCook.kernel)
        var output = Tensor(shape: [weights.outputs, height, width])
        for tile in 0..<down * across {
            let (top, left) = (tile / across * 4, tile % across * 4)
            let inputs = (0..<weights.inputs).map { channel in
                Matrix(rows: 6, columns: 6) { Double(padded[channel, top + $0, left + $1]) }
                    .enclosed(by: ToomCook.input).rounded
            }
            for channel in 0..<weights.outputs {
                let sum = Matrix(rows: 6, columns: 6) { row, column in
                    inputs.indices.reduce(0) { $0 + inputs[$1][row, column] * kernels[channel][$1][row, column] }
                }
                let values = sum.enclosed(by: ToomCook.output)
                for row in 0..<min(4, height - top) {
                    for column in 0..<min(4, width - left) {
                        output[channel, top + row, left + column] = Float(values[row, column])
                    }
                }
            }
        }
        return output
    }

    /// Upsampling and a convolution as nine products: of each pixel and of its differences to its neighbours.
    static func upsampling(_ input: Tensor, _ weights: ConvolutionWeights) -> Tensor {
        let (height, width) = (input.shape[1], input.shape[2])
        let kernels = weights.transformed(by: Matrix([[1, 1, 1], [-1, 0, 0], [0, 0, 1]]))
        var output = Tensor(shape: [weights.outputs, 2 * height, 2 * width])
        for row in 0..<height {
            for column in 0..<width {
                let inputs = (0..<weights.inputs).map { channel in
                    let neighbours = Matrix(rows: 3, columns: 3) {
                        Double(
                            input[
                                channel, min(max(row + $0 - 1, 0), height - 1), min(max(column + $1 - 1, 0), width - 1)]
                        )
                    }
                    return neighbours.enclosed(by: Matrix([[0, 1, 0], [-1, 1, 0], [0, -1, 1]])).rounded
                }
                for channel in 0..<weights.outputs {
                    let sum = Matrix(rows: 3, columns: 3) { row, column in
                        inputs.indices.reduce(0) { $0 + inputs[$1][row, column] * kernels[channel][$1][row, column] }
                    }
                    let values = sum.enclosed(by: Matrix([[1, 1, 0], [1, 0, 1]]))
                    for pixel in 0..<4 {
                        output[channel, 2 * row + pixel / 2, 2 * column + pixel % 2] = Float(
                            values[pixel / 2, pixel % 2])
                    }
                }
            }
        }
        return output
    }
}

/// The matrices of a minimal filter, from its points.
private enum ToomCook {
    private static let points = [0, 2.0 / 3, -2.0 / 3, 1.5, -1.5]

    /// Values of the kernel's polynomial at the points, divided by the products of the points' distances.
    static let kernel = Matrix(
        points.map { point in
            let scale = points.filter { $0 != point }.reduce(1) { $0 * (point - $1) }
            return [1 / scale, point / scale, point * point / scale]
        } + [[0, 0, 1]])

    /// The coefficients of Lagrange's polynomials, without their scale.
    static let input = Matrix(
        points.map { point in polynomial(points.filter { $0 != point }) + [0] } + [polynomial(points)])

    static let output = Matrix(
        (0..<4).map { power in
            points.map { point in (0..<power).reduce(1) { product, _ in product * point } } + [power == 3 ? 1 : 0]
        })

    /// The coefficients of (x - r0)(x - r1)..., the constant first.
    private static func polynomial(_ roots: [Double]) -> [Double] {
        roots.reduce([1]) { coefficients, root in
            zip([0] + coefficients, coefficients + [0]).map { $0 - root * $1 }
        }
    }
}

/// A small matrix.
private struct Matrix {
    let rows: [[Double]]

    init(_ rows: [[Double]]) {
        self.rows = rows
    }

    init(rows: Int, columns: Int, value: (_ row: Int, _ column: Int) -> Double) {
        self.init((0..<rows).map { row in (0..<columns).map { value(row, $0) } })
    }

    subscript(row: Int, column: Int) -> Double { rows[row][column] }

    /// `matrix` times this times `matrix` transposed.
    func enclosed(by matrix: Matrix) -> Matrix {
        let left = matrix.rows.map { factors in
            rows[0].indices.map { column in zip(factors, rows).reduce(0) { $0 + $1.0 * $1.1[column] } }
        }
        return Matrix(left.map { row in matrix.rows.map { zip(row, $0).reduce(0) { $0 + $1.0 * $1.1 } } })
    }

    var rounded: Matrix { Matrix(rows.map { $0.map { Double(Float($0).roundedToBrainFloat) } }) }
}

extension ConvolutionWeights {
    /// `[output][input]`, rounded.
    fileprivate func transformed(by matrix: Matrix) -> [[Matrix]] {
        (0..<outputs).map { output in
            (0..<inputs).map { input in
                Matrix(rows: 3, columns: 3) { Double(weight.values[((output * inputs + input) * 3 + $0) * 3 + $1]) }
                    .enclosed(by: matrix).rounded
            }
        }
    }

    var roundedToBrainFloat: ConvolutionWeights {
        ConvolutionWeights(weight: weight.roundedToBrainFloat, bias: bias)
    }
}

extension Tensor {
    var roundedToBrainFloat: Tensor { Tensor(shape: shape, values: values.map(\.roundedToBrainFloat)) }
}

extension Float {
    /// The nearest number of eight significant bits; of two the even one.
    var roundedToBrainFloat: Float {
        guard self != 0 else { return 0 }
        let unit = Float(sign: .plus, exponent: exponent - 7, significand: 1)
        return (self / unit).rounded(.toNearestOrEven) * unit
    }
}
