import Foundation
import StyleTransfer
import Testing

@Suite struct WolfeLineSearchTests {
    private typealias Sample = WolfeLineSearch.Sample

    /// A function of the step and its derivative.
    struct Curve: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let value: @Sendable (Double) -> Double
        let slope: @Sendable (Double) -> Double
    }

    /// The first three are those with which Moré and Thuente (1994) tried their search.
    static let curves = [
        Curve(
            testDescription: "one wide valley", value: { -$0 / ($0 * $0 + 2) },
            slope: { ($0 * $0 - 2) / (($0 * $0 + 2) * ($0 * $0 + 2)) }),
        Curve(
            testDescription: "a steep wall", value: { pow($0 + 0.004, 5) - 2 * pow($0 + 0.004, 4) },
            slope: { 5 * pow($0 + 0.004, 4) - 8 * pow($0 + 0.004, 3) }),
        Curve(
            testDescription: "ripples",
            value: { 1 - $0 + 0.05 * sin(6 * $0) + max(0, $0 - 1) * max(0, $0 - 1) },
            slope: { -1 + 0.3 * cos(6 * $0) + 2 * max(0, $0 - 1) }),
        Curve(testDescription: "a parabola", value: { ($0 - 3) * ($0 - 3) }, slope: { 2 * ($0 - 3) }),
    ]

    @Test(arguments: curves, [1e-3, 0.1, 1, 10, 1000])
    func bothConditionsHoldAtTheStep(curve: Curve, first: Double) throws {
        var last = 0.0
        var count = 0
        let start = Sample(step: 0, value: curve.value(0), slope: curve.slope(0))
        var search = WolfeLineSearch()
        search.curvature = 0.5
        let outcome = search.search(from: start, first: first) { step in
            last = step
            count += 1
            return Sample(step: step, value: curve.value(step), slope: curve.slope(step))
        }
        guard case .found(let sample) = outcome else {
            Issue.record("nothing found")
            return
        }
        #expect(sample.step > 0 && sample.step == last)
        #expect(sample.value == curve.value(sample.step))
        #expect(sample.value <= start.value + 1e-4 * sample.step * start.slope)
        #expect(abs(sample.slope) <= 0.5 * abs(start.slope))
        #expect(count <= search.evaluations)
    }

    @Test func aFunctionWithoutValuesBehindAPointIsSearchedBeforeIt() {
        let start = Sample(step: 0, value: 1, slope: -2)
        let outcome = WolfeLineSearch().search(from: start, first: 1) { step in
            Sample(step: step, value: step < 0.3 ? (step - 1) * (step - 1) : .nan, slope: 2 * (step - 1))
        }
        guard case .found(let sample) = outcome else {
            Issue.record("nothing found")
            return
        }
        #expect(sample.step > 0.05 && sample.step < 0.3)
    }

    @Test func nothingIsFoundWhereItOnlyRises() {
        let start = Sample(step: 0, value: 0, slope: -1)
        let rising = WolfeLineSearch().search(from: start, first: 1) { Sample(step: $0, value: $0, slope: 1) }
        #expect(rising == .failed(wasUndefined: false))
        let undefined = WolfeLineSearch().search(from: start, first: 1) { Sample(step: $0, value: .nan, slope: .nan) }
        #expect(undefined == .failed(wasUndefined: true))
    }
}
