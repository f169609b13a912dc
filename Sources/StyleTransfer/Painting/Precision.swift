import Networks

/// In which numbers a painter multiplies. Live frames take the fastest that the processor has, `Precision.live`;
/// what goes into files is painted in single precision unless somebody asks for less.
public typealias Precision = Networks.Precision
