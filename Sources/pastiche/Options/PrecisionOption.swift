import ArgumentParser
import Networks

/// In which numbers a command paints.
struct PrecisionOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The numbers to multiply in: fp32, or bf16, which is faster where the processor has it and all but "
                + "looks the same.",
            valueName: "precision"))
    var precision = Precision.single
}

extension Precision: ExpressibleByArgument {}
