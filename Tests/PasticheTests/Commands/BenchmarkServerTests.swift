import Foundation
import Testing

/// `pastiche benchmark --serve`: the answers that a program that compares engines relies on.
@Suite struct BenchmarkServerTests {
    @Test func requestsAreAnsweredLineByLine() throws {
        let folder = try TemporaryFolder()
        let answers = try ask(
            [
                "photograph 24 16 \(folder.path("photograph.png"))",
                "load interactive fp32 24 16 0=0.5 3=0.5",
                "run 3",
                "write \(folder.path("first.f32"))",
                "mix 1=1",
                "run 1",
                "write \(folder.path("second.f32"))",
                "load whole fp32 24 16 0=0.5 3=0.5",
                "run 1",
                "write \(folder.path("whole.f32"))",
            ], in: folder)
        #expect(answers.count == 10)
        for index in [0, 1, 3, 4, 6, 7, 9] where index < answers.count { #expect(answers[index] == "done") }
        for (index, times) in [(2, 3), (5, 1), (8, 1)] where index < answers.count {
            let milliseconds = answers[index].split(separator: " ").compactMap { Double($0) }
            #expect(milliseconds.count == times && milliseconds.allSatisfy { $0 > 0 })
        }
        let pictures = try ["first", "second", "whole"].map {
            try Data(contentsOf: URL(fileURLWithPath: folder.path("\($0).f32")))
        }
        #expect(pictures.allSatisfy { $0.count == 3 * 24 * 16 * MemoryLayout<Float>.size })
        #expect(pictures[0] == pictures[2], "the interactive part gives what the whole network gives")
        #expect(pictures[0] != pictures[1])
        let photograph = try Data(contentsOf: URL(fileURLWithPath: folder.path("photograph.png")))
        #expect(photograph.starts(with: [0x89] + Array("PNG".utf8)))
    }

    @Test func whatCannotBeDoneIsAnsweredByAnError() throws {
        let requests = [
            "run 1", "mix 0=1", "write nowhere.f32", "load interactive fp12 8 8 0=1", "load half fp32 8 8 0=1",
            "load interactive fp32 8 8 9999=1", "load interactive fp32 0 8 0=1", "run 0", "sing", "",
        ]
        let answers = try ask(requests, in: TemporaryFolder())
        #expect(answers.count == requests.count)
        #expect(answers.allSatisfy { $0.hasPrefix("error ") && $0.count > 10 }, "\(answers)")
    }

    private func ask(_ requests: [String], in folder: TemporaryFolder) throws -> [String] {
        let input = Array((requests.joined(separator: "\n") + "\n").utf8)
        let outcome = try BuiltProgram.run(["benchmark", "--serve", "--threads", "1"], input: input, in: folder)
        #expect(outcome.status == 0, "\(outcome.error)")
        return outcome.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
