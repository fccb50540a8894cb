package io.github.microgradj.viz.terminal;

/** The range of colours that a terminal can show. */
public enum ColorLevel {
    /** No colours. */
    NONE,
    /** The sixteen colours that every colour terminal supports. */
    ANSI_16,
    /** The 256 colours of xterm. */
    ANSI_256,
    /** 24-bit colours. */
    TRUECOLOR;

    /** Returns whether there are enough colours to distinguish a sample from the region around it by colour alone. */
    public boolean hasShades() {
        return this == ANSI_256 || this == TRUECOLOR;
    }

    /**
     * Returns the parameters of the escape sequence that selects a colour, such as {@code 38;5;25}; empty if there are
     * no colours.
     */
    public String select(TerminalColor color, boolean background) {
        int ground = background ? 48 : 38;
        return switch (this) {
            case NONE -> "";
            case ANSI_16 -> String.valueOf(color.ansi() + ground - 38);
            case ANSI_256 -> ground + ";5;" + color.xterm();
            case TRUECOLOR -> ground + ";2;" + color.red() + ";" + color.green() + ";" + color.blue();
        };
    }
}
