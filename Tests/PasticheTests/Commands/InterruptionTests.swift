import Foundation
import Imaging
import Testing

/// Signals while a painting is on its way.
@Suite struct InterruptionTests {
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func aSignalEndsItAndLeavesNothing(_ number: Int32) throws {
        let folder = try TemporaryFolder()
        // Large enough to be still painting when the signal comes.
        try ShippedPhotograph.small(in: folder, longSide: 200)
        let arguments = [
            "render", "photo.png", "-o", "out.png", "--mix", "starry-night", "--size", "6000", "--threads", "1",
        ]
        let process = try BuiltProgram.prepare(arguments, in: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: 0.3)
        #expect(kill(process.processIdentifier, number) == 0)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == number)
        #expect(try folder.contents() == ["photo.png"])
    }
}
