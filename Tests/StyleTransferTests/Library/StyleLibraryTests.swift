import Files
import Foundation
import StyleTransfer
import Testing

@Suite struct StyleLibraryTests {
    @Test func theShippedLibraryIsWhole() throws {
        let library = try StyleLibrary.shipped()
        #expect(library.styles.count >= 11)
        #expect(library.styles.first?.id == "starry-night")
        #expect(library.style("great-wave")?.artist == "Katsushika Hokusai")
        for style in library.styles {
            #expect(!style.title.isEmpty && !style.artist.isEmpty && !style.year.isEmpty)
            #expect(style.licence.hasPrefix("public domain"))
        }
    }

    @Test func readsACatalogueOfAnotherShape() throws {
        let temporary = try TemporaryLibrary(catalogue: TemporaryLibrary.catalogue())
        let library = try StyleLibrary.read(folder: temporary.folder)
        #expect(library.styles.map(\.id) == ["one", "two"])
        #expect(library.style("one")?.rows.count == 2)
        #expect(library.style("three") == nil)
    }

    /// What is wrong with a catalogue: the text replaced, its replacement, and a part of the message.
    @Test(arguments: [
        ("{\"version\"", "{version", "it is not JSON"),
        ("\"version\": 1", "\"version\": 2", "it has version 2, this program reads 1; update pastiche"),
        ("\"version\": 1", "\"version\": \"1\"", "'version' has the wrong type"),
        ("\"version\": 1, ", "", "'version' is missing"),
        ("\"medium\": \"oil\",\n", "", "'styles[0].medium' is missing"),
        ("\"row\": 2", "\"row\": 49", "'two' names row 49, the network has 49"),
        ("\"row\": 2", "\"row\": -1", "'two' names row -1"),
        ("\"row\": 11", "\"row\": 99", "'original' names row 99"),
        ("\"two\"", "\"one\"", "two styles are called 'one'"),
        ("\"two\"", "\"Two Words\"", "'Two Words' is not made of a-z"),
        ("[{\"stroke\": 320, \"row\": 2}]", "[]", "'two' has no rows"),
        ("\"stroke\": 400", "\"stroke\": 200", "the stroke sizes of 'one'"),
        ("\"stroke\": 320,\n", "\"stroke\": 0,\n", "'stroke' is not above 0"),
        ("\"network.safetensors\"", "\"../network.safetensors\"", "'network' is not a file of the library"),
        ("swatches/one.png", "/etc/passwd", "the swatch of 'one' is not a file of the library"),
    ])
    func aBrokenCatalogueIsNamedWithItsFault(text: String, replacement: String, message: String) throws {
        let broken = TemporaryLibrary.catalogue(replacing: text, with: replacement)
        try #require(broken != TemporaryLibrary.catalogue())
        let temporary = try TemporaryLibrary(catalogue: broken)
        let error = #expect(throws: LibraryError.self) { try StyleLibrary.read(folder: temporary.folder) }
        #expect(error?.description.contains(temporary.cataloguePath) == true)
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("\n") == false)
        #expect(error?.exitStatus == .dataError)
    }

    @Test func aMissingFileIsNamed() throws {
        let temporary = try TemporaryLibrary(catalogue: TemporaryLibrary.catalogue(), network: false)
        let weights = #expect(throws: FileError.self) { try StyleLibrary.read(folder: temporary.folder) }
        #expect(weights?.description.contains("network.safetensors: no such file") == true)
        let catalogue = #expect(throws: FileError.self) { try StyleLibrary.read(folder: temporary.folder + "/no") }
        #expect(catalogue?.description.contains("no/catalogue.json: no such file") == true)
    }

    @Test(arguments: [
        ("stary-night", "starry-night"), ("Starry-Night", "starry-night"), ("great_wave", "great-wave"),
        ("kis", "kiss"), ("graet-wave", "great-wave"), ("composition-viii", "composition-vii"),
    ])
    func anUnknownStyleNamesItsNeighbour(written: String, meant: String) throws {
        let library = try StyleLibrary.shipped()
        #expect(throws: PaintingError.unknownStyle(id: written, nearest: meant)) {
            try library.check(Mix(parsing: written))
        }
    }

    @Test(arguments: ["picture", "zzz", String(repeating: "kiss", count: 1000)])
    func aFarNameHasNoNeighbour(written: String) throws {
        let library = try StyleLibrary.shipped()
        #expect(throws: PaintingError.unknownStyle(id: written, nearest: nil)) {
            try library.requireStyle(written)
        }
    }

    @Test func theSuggestionIsOneLine() {
        #expect(
            PaintingError.unknownStyle(id: "stary-night", nearest: "starry-night").description
                == "no style is called 'stary-night'; did you mean 'starry-night'? `pastiche styles` lists them")
    }
}
