import Foundation
import Testing

/// `pastiche benchmark --kernels`: that every kernel is there, not how fast.
@Suite struct BenchmarkKernelsTests {
    private struct Report: Decodable {
        struct Kernel: Decodable {
            let name: String
            let count: Int
            let minimum, median: Double
            let speed, share: Double?
        }
        let kernels, precision: String
        let peak: Double
        let parts: [Kernel]
    }

    @Test func everyInstructionSetHasEveryKernel() throws {
        let outcome = try BuiltProgram.run(
            ["benchmark", "--kernels", "--json", "--seconds", "0"], in: TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.error)")
        let reports = try JSONDecoder().decode([Report].self, from: Data(outcome.output))
        #expect(reports.contains { $0.kernels == "portable" && $0.precision == "fp32" })
        #expect(Set(reports.map { "\($0.kernels) \($0.precision)" }).count == reports.count)
        for report in reports {
            #expect(report.peak > 0)
            #expect(
                report.parts.map(\.name) == [
                    "stem", "stride 2, 1", "stride 2, 2", "Winograd, whole", "Winograd, input transform",
                    "Winograd, multiply", "Winograd, output transform", "residual addition", "upsampling 1, whole",
                    "upsampling 1, multiply", "tail",
                ])
            for part in report.parts {
                #expect(part.count > 0 && 0 < part.minimum && part.minimum <= part.median)
                #expect((part.speed == nil) == (part.share == nil))
                let moves = part.name.hasSuffix("transform") || part.name == "residual addition"
                #expect((part.speed == nil) == moves, "\(part.name)")
            }
        }
    }
}
