import ArgumentParser

/// How many processor cores a command may use.
struct ThreadsOption: ParsableArguments {
    @Option(help: ArgumentHelp("How many processor cores to use; 0 for all of them.", valueName: "count"))
    var threads = 0

    func validate() throws {
        guard (0...1024).contains(threads) else { throw ValidationError("The number of threads goes from 0 to 1024.") }
    }
}
