import Files
import Studio
import Testing

@Suite struct FavouriteStoreTests {
    @Test func comeBackInTheOrderOfMarking() throws {
        let folder = try TemporaryFolder()
        let store = FavouriteStore(path: folder.path + "/new/favourites.toml")
        #expect(try store.read() == [])
        for style in ["kiss", "scream", "l'été \"1\""] { _ = try store.set(style, isFavourite: true) }
        #expect(try store.set("kiss", isFavourite: true) == ["scream", "l'été \"1\"", "kiss"])
        #expect(try store.set("scream", isFavourite: false) == ["l'été \"1\"", "kiss"])
        #expect(try store.read() == ["l'été \"1\"", "kiss"])
    }

    @Test(arguments: ["styles = 3", "styles = [1]", "styles", "version = 'x'", "\u{0}"])
    func brokenFilesAreSetAside(text: String) throws {
        let folder = try TemporaryFolder()
        let store = FavouriteStore(path: folder.path + "/favourites.toml")
        try folder.write(text, "favourites.toml")
        #expect(throws: KeptFileError.self) { try store.set("kiss", isFavourite: true) }
        #expect(try folder.read("favourites.toml.broken") == text)
        #expect(try store.set("kiss", isFavourite: true) == ["kiss"])
    }

    @Test func aLaterVersionIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write("version = 2\nstyles = 'another way'", "favourites.toml")
        let store = FavouriteStore(path: folder.path + "/favourites.toml")
        let error = KeptFileError.laterVersion(what: "the favourites", path: store.path, version: 2)
        #expect(throws: error) { try store.set("kiss", isFavourite: true) }
        #expect(error.description.contains("update pastiche"))
        #expect(try folder.files == ["favourites.toml"])
    }
}
