import Foundation

extension Theme.Colour {
    static let black = Theme.Colour(red: 0, green: 0, blue: 0)

    /// The contrast of two colours after WCAG 2: 1 for equal ones to 21 for black and white.
    package func contrast(with other: Self) -> Double {
        let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)
    }

    private var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

extension TextStyle.Role {
    /// The least contrast with its ground: more for what is read than for what is only seen.
    package var contrast: Double {
        switch self {
        case .border, .track: 1.4
        case .slider, .dim: 3
        default: 4.5
        }
    }
}
