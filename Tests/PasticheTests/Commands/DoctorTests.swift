import Foundation
import Testing

/// `pastiche doctor` where there is no terminal to ask.
@Suite struct DoctorTests {
    private struct Report: Decodable {
        struct Terminal: Decodable {
            let isTerminal, answers: Bool
            let graphics, graphicsReason: String
            let colours: Int
        }
        struct Processor: Decodable {
            let cores: Int
            let instructionSets: [String]
            let kernels: String
            let isForced: Bool
            let precisions: [String]
            let livePrecision: String
            let isLivePrecisionForced: Bool
        }
        struct Library: Decodable {
            let styles: Int
        }
        struct Folders: Decodable {
            let presets: String
        }
        let version: String
        let terminal: Terminal
        let processor: Processor
        let library: Library
        let folders: Folders
    }

    private func report(_ environment: [String: String] = [:]) throws -> Report {
        let folder = try TemporaryFolder()
        let outcome = try BuiltProgram.run(["doctor", "--json"], in: folder, environment: environment)
        #expect(outcome.status == 0, "\(outcome.error)")
        let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output))
        #expect(report.folders.presets == folder.path(".data/pastiche/presets"))
        return report
    }

    @Test func withoutATerminalItSaysSo() throws {
        let outcome = try BuiltProgram.run(["doctor"], in: TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(outcome.error.isEmpty)
        #expect(outcome.text.contains("not a terminal"))
        #expect(outcome.text.contains("blocks: there is no terminal to ask"))
        #expect(!outcome.output.contains(0x1B))
    }

    @Test func whatItFindsIsPlausible() throws {
        let report = try report()
        #expect(!report.terminal.isTerminal && !report.terminal.answers)
        #expect(report.terminal.graphics == "blocks")
        #expect(report.processor.cores >= 1)
        #expect(report.processor.instructionSets.contains("portable"))
        #expect(report.processor.instructionSets.contains(report.processor.kernels))
        #expect(!report.processor.isForced)
        #expect(report.processor.precisions.contains("fp32"))
        #expect(report.processor.livePrecision == report.processor.precisions.last)
        #expect(!report.processor.isLivePrecisionForced)
        #expect(report.library.styles > 0)
    }

    @Test func theEnvironmentIsHeard() throws {
        let report = try report([
            "PASTICHE_GRAPHICS": "sixel", "PASTICHE_COLOURS": "16", "PASTICHE_KERNELS": "portable",
            "PASTICHE_PRECISION": "fp32",
        ])
        #expect(report.terminal.graphics == "sixel")
        #expect(report.terminal.graphicsReason == "PASTICHE_GRAPHICS asks for it")
        #expect(report.terminal.colours == 16)
        #expect(report.processor.kernels == "portable")
        #expect(report.processor.isForced)
        #expect(report.processor.precisions == ["fp32"])
        #expect(report.processor.livePrecision == "fp32")
        #expect(report.processor.isLivePrecisionForced)
    }

    @Test(arguments: ["PASTICHE_GRAPHICS", "PASTICHE_COLOURS", "PASTICHE_KERNELS", "PASTICHE_PRECISION"])
    func anUnknownSettingIsAnError(_ variable: String) throws {
        let outcome = try BuiltProgram.run(["doctor"], in: TemporaryFolder(), environment: [variable: "best"])
        #expect(outcome.status == 78)
        #expect(outcome.error.hasPrefix("pastiche: \(variable) "))
        #expect(outcome.error.split(separator: "\n").count == 1)
    }

    @Test func aPrecisionThatTheKernelsLackIsAnError() throws {
        let outcome = try BuiltProgram.run(
            ["doctor"], in: TemporaryFolder(),
            environment: ["PASTICHE_KERNELS": "portable", "PASTICHE_PRECISION": "bf16"])
        #expect(outcome.status == 78)
        #expect(outcome.error.hasPrefix("pastiche: the kernels portable cannot compute in bf16"))
    }
}
