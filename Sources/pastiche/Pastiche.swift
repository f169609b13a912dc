import ArgumentParser

@main
struct Pastiche: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pastiche", abstract: "An easel in the terminal: paint a photograph in a mix of painters' styles.")
}
