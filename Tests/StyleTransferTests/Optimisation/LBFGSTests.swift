import Foundation
import StyleTransfer
import Testing

@Suite struct LBFGSTests {
    private func distance(_ point: [Float], to value: Float) -> Float {
        point.reduce(0) { max($0, abs($1 - value)) }
    }

    @Test func theBentValleyIsWalkedToItsEnd() throws {
        var point: [Float] = [-1.2, 1]
        var function = TestFunction.rosenbrock
        let result = try LBFGS().minimise(&function, from: &point, iterations: 100)
        #expect(distance(point, to: 1) < 1e-3)
        #expect(result.losses < 1e-7)
        // Textbook implementations need 35 to 45 iterations from here.
        #expect(result.iterations < 60)
        #expect(result.evaluations == function.evaluations)
        #expect(result.evaluations < 2 * result.iterations)
    }

    @Test(arguments: 1...8)
    func itConvergesFromAnywhere(seed: UInt64) throws {
        var point = seededNumbers(20, seed: seed).map { 2 * $0 }
        var function = TestFunction.rosenbrock
        let result = try LBFGS().minimise(&function, from: &point, iterations: 400)
        #expect(result.losses < 1e-6)
        #expect(distance(point, to: 1) < 1e-2)
    }

    @Test func badConditionCostsFewIterations() throws {
        let weights = (0..<50).map { pow(10, 3 * Double($0) / 49) }
        let centre = seededNumbers(50, seed: 3)
        var function = TestFunction.quadratic(centre: centre, weights: weights)
        var point = [Float](repeating: 0, count: 50)
        let result = try LBFGS().minimise(&function, from: &point, iterations: 400)
        // Steepest descent would need about as many iterations as the condition, 1000.
        #expect(result.iterations < 300)
        #expect(result.losses < 1e-5)
        for (reached, wanted) in zip(point, centre) { #expect(abs(reached - wanted) < 1e-2) }
    }

    @Test func aChainIsStraightened() throws {
        var function = TestFunction.chain(end: 0.5, stiffness: 100)
        var point = seededNumbers(40, seed: 4)
        let result = try LBFGS().minimise(&function, from: &point, iterations: 300)
        #expect(result.losses < 1e-6)
        #expect(distance(point, to: 0.5) < 1e-2)
    }

    @Test func theFunctionNeverRises() throws {
        var point = seededNumbers(30, seed: 9)
        var function = TestFunction.rosenbrock
        var last = Double.infinity
        var steps = 0
        _ = try LBFGS().minimise(&function, from: &point, iterations: 60) { step, reached in
            #expect(step.losses < last)
            #expect(step.iteration == steps + 1)
            #expect(reached.count == 30)
            last = step.losses
            steps = step.iteration
            return true
        }
        #expect(steps == 60)
    }

    @Test func theLeastValueInsideTheBoxIsFound() throws {
        // Half of the centres lie outside; there the nearest wall is best.
        let centre = seededNumbers(60, seed: 5).map { 2 * $0 }
        let weights = (0..<60).map { pow(10, 3 * Double($0 % 7) / 6) }
        var function = TestFunction.quadratic(centre: centre, weights: weights)
        var point = [Float](repeating: 0.5, count: 60)
        let result = try LBFGS(bounds: .samples).minimise(&function, from: &point, iterations: 200)
        for (reached, wanted) in zip(point, centre) {
            #expect(reached >= 0 && reached <= 1)
            #expect(abs(reached - min(1, max(0, wanted))) < 1e-3)
        }
        #expect(result.ending == .converged || result.ending == .stalled)
    }

    @Test func wallsAreLeftAgain() throws {
        // The chain's pull brings numbers inside that start beyond a wall.
        var function = TestFunction.chain(end: 0.9, stiffness: 50)
        var point = seededNumbers(40, seed: 6).map { 3 * $0 }
        _ = try LBFGS(bounds: .samples).minimise(&function, from: &point, iterations: 300)
        #expect(distance(point, to: 0.9) < 1e-2)
    }

    @Test func aFlatFunctionIsDoneAtOnce() throws {
        var function = TestFunction { _, gradient in
            for index in gradient.indices { gradient[index] = 0 }
            return 7
        }
        var point: [Float] = [1, 2, 3]
        let result = try LBFGS().minimise(&function, from: &point, iterations: 10)
        #expect(result.ending == .converged)
        #expect(result.iterations == 0)
        #expect(result.losses == 7)
        #expect(point == [1, 2, 3])
    }

    @Test func withoutAValueAtTheStartItSaysSo() throws {
        var function = TestFunction { _, _ in .nan }
        var point: [Float] = [0.25, 0.5]
        let result = try LBFGS().minimise(&function, from: &point, iterations: 10)
        #expect(result.ending == .undefined)
        #expect(result.evaluations == 1)
        #expect(point == [0.25, 0.5])
    }

    @Test func beyondAPrecipiceTheBestPointIsKept() throws {
        // Falls towards 1, and has no value from 0.7 on.
        var function = TestFunction { point, gradient in
            gradient[0] = 2 * (point[0] - 1)
            return point[0] < 0.7 ? Double((point[0] - 1) * (point[0] - 1)) : .nan
        }
        var point: [Float] = [0]
        let result = try LBFGS().minimise(&function, from: &point, iterations: 100)
        #expect(result.ending == .undefined)
        #expect(point[0] > 0.5 && point[0] < 0.7)
        #expect(result.losses == Double((point[0] - 1) * (point[0] - 1)))
    }

    @Test func aGradientThatPointsTheWrongWayEndsIt() throws {
        var function = TestFunction { point, gradient in
            gradient[0] = -point[0]
            return Double(point[0] * point[0])
        }
        var point: [Float] = [1]
        let result = try LBFGS().minimise(&function, from: &point, iterations: 100)
        #expect(result.ending == .stalled)
        #expect(point == [1])
    }

    @Test func cancellingKeepsWhatIsReached() throws {
        var point: [Float] = [-1.2, 1]
        var function = TestFunction.rosenbrock
        var reached: [Float] = []
        let result = try LBFGS().minimise(&function, from: &point, iterations: 100) { step, point in
            reached = point
            return step.iteration < 5
        }
        #expect(result.ending == .cancelled)
        #expect(result.iterations == 5)
        #expect(point == reached)
    }

    @Test func theSameStartGivesTheSameEnd() throws {
        func run() throws -> [Float] {
            var point = seededNumbers(100, seed: 11)
            var function = TestFunction.rosenbrock
            _ = try LBFGS(bounds: .samples).minimise(&function, from: &point, iterations: 50)
            return point
        }
        #expect(try run() == run())
    }
}
