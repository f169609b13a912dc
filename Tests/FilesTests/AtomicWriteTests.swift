import Foundation
import Testing

import Files

@Suite struct AtomicWriteTests {
    let folderPath: String

    init() throws {
        folderPath = NSTemporaryDirectory() + "pastiche-files-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folderPath, withIntermediateDirectories: true)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folderPath).sorted()
    }

    @Test func writesAndReplaces() throws {
        let path = folderPath + "/a.bin"
        try writeAtomically([1, 2, 3], to: path)
        #expect(try readFile(path) == [1, 2, 3])
        try writeAtomically([4], to: path)
        #expect(try readFile(path) == [4])
        #expect(try names() == ["a.bin"])
    }

    @Test func keepsAnExistingFileWhenAsked() throws {
        let path = folderPath + "/a.bin"
        try writeAtomically([1], to: path)
        #expect(throws: FileError.exists(path: path)) {
            try writeAtomically([2], to: path, replacingExisting: false)
        }
        #expect(try readFile(path) == [1])
        #expect(try names() == ["a.bin"])
    }

    @Test func keepsThePermissionsOfTheFileItReplaces() throws {
        let path = folderPath + "/a.bin"
        try writeAtomically([1], to: path)
        chmod(path, 0o640)
        try writeAtomically([2], to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
    }

    @Test func replacesWhatALinkPointsTo() throws {
        let path = folderPath + "/real.bin"
        let link = folderPath + "/link.bin"
        try writeAtomically([1], to: path)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        try writeAtomically([2], to: link)
        #expect(try readFile(path) == [2])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    }

    @Test func aMissingFolderIsNamed() {
        let path = folderPath + "/nowhere/a.bin"
        let error = #expect(throws: FileError.self) { try writeAtomically([1], to: path) }
        #expect(error?.description.contains("nowhere/a.bin: no such file or directory") == true)
        #expect(error?.exitStatus == .cannotCreate)
    }

    @Test func whatCannotBeWrittenIsKnownBefore() throws {
        let path = folderPath + "/a.bin"
        try checkWritable(path, replacingExisting: false)
        try writeAtomically([1], to: path)
        try checkWritable(path, replacingExisting: true)
        #expect(throws: FileError.exists(path: path)) { try checkWritable(path, replacingExisting: false) }
        #expect(throws: FileError.notReplaceable(path: folderPath)) {
            try checkWritable(folderPath, replacingExisting: true)
        }
        #expect(throws: FileError.notReplaceable(path: "/dev/null")) { try writeAtomically([1], to: "/dev/null") }
        let missing = folderPath + "/nowhere/a.bin"
        #expect(throws: FileError.cannotWrite(path: missing, code: ENOENT)) {
            try checkWritable(missing, replacingExisting: false)
        }
        let long = folderPath + "/" + String(repeating: "x", count: 300)
        #expect(throws: FileError.cannotWrite(path: long, code: ENAMETOOLONG)) {
            try checkWritable(long, replacingExisting: false)
        }
        #expect(try names() == ["a.bin"])
    }

    @Test func newFilesFollowTheMask() throws {
        let path = folderPath + "/a.bin"
        try writeAtomically([1], to: path)
        let plain = folderPath + "/b.bin"
        close(open(plain, O_WRONLY | O_CREAT, 0o666))
        func permissions(_ path: String) throws -> Int? {
            (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
        }
        #expect(try permissions(path) == permissions(plain))
    }

    @Test func aFileIsKnownByEveryName() throws {
        let path = folderPath + "/a.bin"
        let link = folderPath + "/link.bin"
        try writeAtomically([1], to: path)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        try writeAtomically([1], to: folderPath + "/b.bin")
        #expect(FileIdentity(path) != nil)
        #expect(FileIdentity(path) == FileIdentity(folderPath + "/./link.bin"))
        #expect(FileIdentity(path) != FileIdentity(folderPath + "/b.bin"))
        #expect(FileIdentity(folderPath + "/c.bin") == nil)
    }

    @Test func readingReportsWhatIsWrong() throws {
        #expect(throws: FileError.notAFile(path: folderPath)) { try readFile(folderPath) }
        #expect(throws: FileError.cannotRead(path: folderPath + "/x", code: ENOENT)) { try readFile(folderPath + "/x") }
        let path = folderPath + "/long.bin"
        try writeAtomically([UInt8](repeating: 0, count: 100), to: path)
        #expect(throws: FileError.tooLarge(path: path, limit: 99)) { try readFile(path, limit: 99) }
    }

    @Test func namesBecomeHarmless() {
        #expect(printable("a\u{1B}[31mb\u{7}\n") == "a\\e[31mb\\u{7}\\n")
        #expect(printable("été 墨.png") == "été 墨.png")
        #expect(printable("x\u{202E}gnp") == "x\\u{202e}gnp")
    }

    @Test func directoriesFollowTheSpecification() {
        let named = UserDirectories(environment: ["HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "relative"])
        #expect(named.presets == "/d/pastiche/presets")
        #expect(named.log == "/h/.local/state/pastiche/pastiche.log")
        #expect(named.configuration == "/h/.config/pastiche")
    }
}
