import Studio
import Testing

/// Golden screens of the ways to explore mixes.
@Suite struct ExploringScreenTests {
    private let screens = GoldenScreenTests()

    @Test(arguments: GoldenScreenTests.sizes) func variations(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("v2")
        try screens.check(easel, "variations")
        easel.type("+rl")
        try screens.check(easel, "variations-far")
    }

    @Test(arguments: GoldenScreenTests.sizes) func pad(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("alll")
        easel.press(.enter)
        easel.send(.woken(.clearMessage(easel.model.message?.number ?? 0)))
        easel.type("bllllkk")
        try screens.check(easel, "pad")
        easel.press(.tab)
        easel.press(.tab)
        try screens.check(easel, "pad-corner")
        easel.press(.escape)
        easel.type("allll")
        easel.press(.enter)
        easel.send(.woken(.clearMessage(easel.model.message?.number ?? 0)))
        easel.type("b")
        try screens.check(easel, "pad-others")
    }

    @Test(arguments: GoldenScreenTests.sizes) func padOfThreeAndTwo(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("bcH")
        try screens.check(easel, "pad-three")
        easel.press(.escape)
        easel.type("dbhh")
        try screens.check(easel, "pad-two")
    }

    @Test(arguments: GoldenScreenTests.sizes) func comparison(width: Int, height: Int) throws {
        var easel = try Easel.furnished(width: width, height: height)
        easel.type("|llll")
        try screens.check(easel, "compare")
        easel.type("b")
        try screens.check(easel, "compare-whole")
    }
}
