import Foundation
import Testing

/// `pastiche benchmark`: that it measures, not how fast.
@Suite struct BenchmarkTests {
    private struct Report: Decodable {
        struct Size: Decodable {
            let width, height: Int
            let parts: [Part]
        }
        struct Part: Decodable {
            let name: String
            let minimum, median, maximum: Double
            let repetitions: Int
        }
        let kernels: String
        let livePrecision: String
        let threads: Int
        let sizes: [Size]
    }

    @Test func theJSONHasEveryPartOfEverySize() throws {
        let arguments = [
            "benchmark", "--json", "--size", "32x24", "--size", "16x16", "--seconds", "0", "--threads", "1",
        ]
        let outcome = try BuiltProgram.run(arguments, in: TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.error)")
        let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output))
        #expect(report.threads == 1)
        #expect(report.sizes.map(\.width) == [32, 16])
        #expect(report.sizes.map(\.height) == [24, 16])
        for size in report.sizes {
            #expect(
                size.parts.map(\.name).filter { !$0.hasSuffix("-bf16") } == [
                    "prepare", "mix", "paint", "paint-keeping-colours", "cancel", "sixel", "live-frame",
                    "written-frame", "blocks",
                    "settled-sixel",
                ])
            for part in size.parts {
                #expect(part.repetitions >= 3)
                #expect(part.minimum > 0 && part.minimum <= part.median && part.median <= part.maximum)
            }
        }
    }

    @Test func bothPrecisionsAreTimedWhereTheyAre() throws {
        let arguments = ["benchmark", "--json", "--size", "16x16", "--seconds", "0"]
        for (environment, mayHave) in [([:], true), (["PASTICHE_KERNELS": "portable"], false)] {
            let outcome = try BuiltProgram.run(arguments, in: TemporaryFolder(), environment: environment)
            let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output))
            let names = report.sizes.flatMap(\.parts).map(\.name).filter { $0.hasSuffix("-bf16") }
            #expect(
                names
                    == (report.livePrecision == "bf16"
                        ? ["paint-bf16", "cancel-bf16", "live-frame-bf16", "written-frame-bf16"] : []))
            #expect(mayHave || names.isEmpty)
        }
    }

    private struct Latency: Decodable {
        struct Percentiles: Decodable {
            let count: Int
            let median, percentile99: Double?
        }
        let presses: Int
        let firstByte, textKey, sliderKey, picture: Percentiles
    }

    @Test func theStudioAnswersEveryKey() throws {
        let outcome = try BuiltProgram.run(
            ["benchmark", "--latency", "--presses", "6", "--json"], in: TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.error)")
        let report = try JSONDecoder().decode(Latency.self, from: Data(outcome.output))
        #expect(report.presses == 6 && report.firstByte.count == 6)
        #expect(report.textKey.count + report.sliderKey.count == 6)
        let median = try #require(report.firstByte.median)
        #expect(median > 0 && median <= (report.firstByte.percentile99 ?? 0))
        #expect(report.picture.count > 0)
    }

    @Test func theTableNamesTheSizes() throws {
        let outcome = try BuiltProgram.run(["benchmark", "--size", "32x24", "--seconds", "0"], in: TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.text.contains("32 x 24"))
    }

    @Test func everyLayerOfTheNetworkIsTimedOnce() throws {
        struct Report: Decodable {
            struct Layer: Decodable {
                let name: String
                let isOfFrame: Bool
                let minimum, median: Double
                let share: Double?
            }
            let precision: String
            let width, height: Int
            let layers: [Layer]
        }
        let arguments = ["benchmark", "--layers", "--json", "--size", "32x24", "--seconds", "0"]
        let outcome = try BuiltProgram.run(arguments, in: TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.error)")
        let reports = try JSONDecoder().decode([Report].self, from: Data(outcome.output))
        #expect(reports.first?.precision == "fp32")
        for report in reports {
            #expect(report.width == 32 && report.height == 24)
            let names = report.layers.map(\.name)
            #expect(Set(names).count == names.count)
            #expect(names.first == "stem" && names.last == "tail")
            let kept = report.layers.filter { !$0.isOfFrame }.map(\.name)
            #expect(kept == ["stem", "encoder 2", "encoder 3", "encoder, ReLU", "residual 1, first"])
            #expect(report.layers.allSatisfy { 0 < $0.minimum && $0.minimum <= $0.median })
            let moving = report.layers.filter { $0.share == nil }.map(\.name)
            #expect(moving == ["encoder, ReLU"] + (1...5).map { "residual \($0), sum" })
        }
    }

    @Test func theLayersTableEndsWithTheSums() throws {
        let arguments = ["benchmark", "--layers", "--size", "16x16", "--seconds", "0"]
        let outcome = try BuiltProgram.run(
            arguments, in: TemporaryFolder(), environment: ["PASTICHE_KERNELS": "portable"])
        #expect(outcome.status == 0, "\(outcome.error)")
        let lines = outcome.text.split(separator: "\n")
        #expect(lines.first?.hasPrefix("16 x 16, portable, fp32, ") == true)
        #expect(lines.dropLast().last?.hasPrefix("interactive part") == true)
        #expect(lines.last?.hasPrefix("whole network") == true)
    }

    @Test(arguments: ["0x10", "32", "32x", "axb", "99999x1", "-1x5", "32x32x32"])
    func aSizeThatIsNone(_ size: String) throws {
        let outcome = try BuiltProgram.run(["benchmark", "--size=\(size)"], in: TemporaryFolder())
        #expect(outcome.status == 64)
        #expect(outcome.error.contains("Usage: pastiche benchmark"))
    }
}
