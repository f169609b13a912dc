import Studio
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("harbour", 7), ("Ⅷ é", 3), ("e\u{301}", 1), ("漢字", 4), ("한글", 4), ("ｆｕｌｌ", 8), ("🌊", 2),
        ("█▌┄╭", 4), ("a\u{200d}b", 2), ("…", 1),
    ]) func countsCells(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
    }

    @Test func cutsBetweenCharacters() {
        #expect("harbour".truncated(to: 7) == "harbour")
        #expect("harbour".truncated(to: 4) == "har…")
        #expect("漢字漢字".truncated(to: 6) == "漢字…")
        #expect("漢字漢字".truncated(to: 4) == "漢…")
        #expect("harbour".truncated(to: 0) == "")
        #expect("/a/long/path.png".truncatedHead(to: 9) == "…path.png")
        #expect("/漢字漢字".truncatedHead(to: 4) == "…字")
    }

    @Test func breaksAtSpaces() {
        #expect("one two three".wrapped(to: 7) == ["one two", "three"])
        #expect("unbreakable".wrapped(to: 4) == ["unbr", "eaka", "ble"])
        #expect("漢字漢字".wrapped(to: 5) == ["漢字", "漢字"])
        #expect("漢".wrapped(to: 1) == [])
    }
}
