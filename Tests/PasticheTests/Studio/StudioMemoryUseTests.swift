import Foundation
import Testing

#if os(Linux)
    /// The real program keeps its memory, however often its window changes.
    @Suite(.serialized)
    struct StudioMemoryUseTests {
        @Test func aThousandSizesLeaveTheMemoryFlat() throws {
            let folder = try TemporaryFolder()
            let photograph = try ShippedPhotograph.path("summer-palace.jpg")
            let terminal = try PseudoTerminal(columns: 80, rows: 24)
            try terminal.start([photograph, "--mix", "starry-night"], in: folder)
            try terminal.wait(forPicture: "a picture") { $0.width > 100 }
            // The first turns fill what is kept and used again.
            for turn in 0..<200 { try resize(terminal, turn) }
            let before = try settledMemory(of: terminal)
            for turn in 0..<1000 { try resize(terminal, turn) }
            let after = try settledMemory(of: terminal)
            #expect(after - before < 48 << 20, "\(before >> 20) MiB became \(after >> 20) MiB")
            try terminal.send("q")
            #expect(try terminal.waitForEnd() == .exited(0))
        }

        private func resize(_ terminal: PseudoTerminal, _ turn: Int) throws {
            let sizes = [(80, 24), (60, 20), (100, 30), (72, 40), (132, 24), (20, 5), (90, 36)]
            let (columns, rows) = sizes[turn % sizes.count]
            terminal.resize(columns: columns, rows: rows)
            if turn % 3 == 0 { try terminal.send(["?", "\u{1B}", "]", "["][turn / 3 % 4]) }
            try terminal.read()
        }

        /// At one size, once its picture is there.
        private func settledMemory(of terminal: PseudoTerminal) throws -> Int {
            terminal.forgetOutput()
            terminal.resize(columns: 81, rows: 25)
            try terminal.send("\u{1B}\u{1B}")
            try terminal.wait(forPicture: "the picture at rest") { $0.width > 100 }
            return try #require(terminal.residentBytes)
        }
    }
#endif
