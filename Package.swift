// swift-tools-version: 6.1
import PackageDescription

/// A C library that the system's package manager provides.
func systemLibrary(_ name: String, pkgConfig: String?, apt: String, brew: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/\(name)", pkgConfig: pkgConfig,
        providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
    name: "pastiche",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "pastiche", targets: ["pastiche"])
    ],
    dependencies: [
        // Commands, their help and shell completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // The studio's log file.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // Themes and presets, written and edited by people.
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // ncurses' pkg-config file defines macros that the package manager refuses with a warning; none is needed.
        systemLibrary("CNcurses", pkgConfig: nil, apt: "libncursesw5-dev", brew: "ncurses"),
        systemLibrary("CSixel", pkgConfig: "libsixel", apt: "libsixel-dev", brew: "libsixel"),
        systemLibrary("CPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
        systemLibrary("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev", brew: "jpeg-turbo"),
        systemLibrary("COpenBLAS", pkgConfig: "openblas", apt: "libopenblas-dev", brew: "openblas"),

        .target(name: "Kernels"),
        .target(name: "CTerminalRescue"),
        .target(name: "Files"),
        .target(name: "Imaging", dependencies: ["Files", "CPNG", "CTurboJPEG"]),
        .target(name: "Networks", dependencies: ["Files", "Kernels", "COpenBLAS"]),
        .target(name: "Styles", path: "Styles", resources: [.copy("Library")]),
        .target(name: "Themes", path: "Themes", resources: [.copy("Library")]),
        .target(name: "Photographs", path: "Photographs", resources: [.copy("Library")]),
        .target(name: "StyleTransfer", dependencies: ["Files", "Imaging", "Networks", "Styles"]),
        .target(name: "TerminalGraphics", dependencies: ["Files", "Imaging", "CSixel"]),
        .target(
            name: "Studio",
            dependencies: [
                "Files", "Imaging", "StyleTransfer", "TerminalGraphics", "Themes", "CNcurses", "CTerminalRescue",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),
        .executableTarget(
            name: "pastiche",
            dependencies: [
                "Studio", "StyleTransfer", "TerminalGraphics", "Networks", "Imaging", "Files", "Photographs",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "FilesTests", dependencies: ["Files"]),
        .testTarget(name: "ImagingTests", dependencies: ["Imaging", "Files"], resources: [.copy("Fixtures")]),
        .testTarget(name: "NetworksTests", dependencies: ["Networks", "Files"], resources: [.copy("Fixtures")]),
        .testTarget(
            name: "StyleTransferTests",
            dependencies: ["StyleTransfer", "Networks", "Imaging", "Files", "Photographs", "Styles"],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "TerminalGraphicsTests", dependencies: ["TerminalGraphics", "Imaging", "Files", "CSixel"]),
        .testTarget(
            name: "StudioTests", dependencies: ["Studio", "StyleTransfer", "TerminalGraphics", "Imaging", "Files"],
            resources: [.copy("Screens")]),
        .testTarget(
            name: "PasticheTests",
            dependencies: ["Imaging", "Files", "StyleTransfer", "TerminalGraphics", "Photographs", "Studio"],
            resources: [.copy("Fixtures")]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu11
)
