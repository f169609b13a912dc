import TerminalGraphics

/// A real terminal that runs in a window and shows pictures.
enum GraphicalTerminal: String {
    case xterm, mlterm, kitty

    /// How it shows pictures.
    var graphics: TerminalCapabilities.Graphics { self == .kitty ? .kitty : .sixel }

    /// Pixels between the window's edge and the first cell.
    var border: Int { self == .kitty ? 0 : 2 }

    var environment: [String: String] {
        // Without a graphics card OpenGL is computed.
        self == .kitty ? ["LIBGL_ALWAYS_SOFTWARE": "1", "KITTY_ENABLE_WAYLAND": "0"] : [:]
    }

    /// Opens a window of so many cells in the corner of the screen, with a program in it.
    func arguments(columns: Int, rows: Int, program: [String]) -> [String] {
        switch self {
        case .xterm:
            [
                "-tn", "xterm-256color", "-ti", "vt340", "-xrm", "XTerm*decTerminalID: vt340", "-xrm",
                "XTerm*numColorRegisters: 256", "-xrm", "XTerm*internalBorder: 2", "-fa", "DejaVu Sans Mono", "-fs",
                "10", "-geometry", "\(columns)x\(rows)+0+0", "-e",
            ] + program
        case .mlterm:
            [
                "--geometry=\(columns)x\(rows)", "--sb=false", "--border=2", "--fontsize=14", "--fg=white",
                "--bg=black", "-e",
            ] + program
        case .kitty:
            ["--config", "NONE"]
                + [
                    "font_family=DejaVu Sans Mono", "font_size=10", "remember_window_size=no",
                    "initial_window_width=\(columns)c", "initial_window_height=\(rows)c", "window_padding_width=0",
                    "placement_strategy=top-left", "confirm_os_window_close=0", "update_check_interval=0",
                ].flatMap { ["-o", $0] } + program
        }
    }
}
