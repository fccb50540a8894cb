package io.github.microgradj.viz.terminal;

import java.util.Map;
import java.util.Optional;

/** A protocol for showing images in a terminal. */
public enum ImageProtocol {
    /** The graphics protocol of kitty, also supported by Ghostty and Konsole. */
    KITTY {
        @Override
        public String encode(byte[] png, int columns) {
            return Kitty.encode(png, columns);
        }
    },
    /** The inline images of iTerm2, also supported by WezTerm and mintty. */
    ITERM2 {
        @Override
        public String encode(byte[] png, int columns) {
            return Iterm2.encode(png, columns);
        }
    },
    /** The sixel graphics of DEC's VT340, also supported by foot, mlterm and others. */
    SIXEL {
        @Override
        public String encode(byte[] png, int columns) {
            return Sixel.encode(png, columns);
        }
    };

    /**
     * The approximate width of a character cell in pixels. Terminals report the exact width only when they are queried.
     */
    static final int CELL_WIDTH = 9;

    /**
     * Returns the protocol of the terminal in the given environment; empty if the terminal shows no images. The
     * variable {@code MICROGRADJ_IMAGES} takes precedence; its value is the name of a protocol or {@code none}.
     */
    public static Optional<ImageProtocol> of(Map<String, String> environment) {
        String wish = environment.getOrDefault("MICROGRADJ_IMAGES", "");
        for (ImageProtocol protocol : values()) {
            if (protocol.name().equalsIgnoreCase(wish)) {
                return Optional.of(protocol);
            }
        }
        String type = environment.getOrDefault("TERM", "");
        // Multiplexers do not pass on sequences that they do not recognize.
        boolean multiplexed = environment.containsKey("TMUX") || type.startsWith("screen") || type.startsWith("tmux");
        return !wish.isEmpty() || multiplexed ? Optional.empty() : ofTerminal(type, environment);
    }

    private static Optional<ImageProtocol> ofTerminal(String type, Map<String, String> environment) {
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        if (environment.containsKey("KITTY_WINDOW_ID")
                || type.matches("xterm-(kitty|ghostty)")
                || program.equals("ghostty")
                || environment.containsKey("KONSOLE_VERSION")) {
            return Optional.of(KITTY);
        }
        if (program.matches("iTerm\\.app|WezTerm|mintty")
                || environment.getOrDefault("LC_TERMINAL", "").equals("iTerm2")) {
            return Optional.of(ITERM2);
        }
        return type.matches("foot.*|mlterm.*|contour.*|yaft.*|.*sixel.*") ? Optional.of(SIXEL) : Optional.empty();
    }

    /**
     * Returns the escape sequences that show a picture at the cursor, without a line terminator.
     *
     * @param png the picture, at twice the resolution of an ordinary screen
     * @param columns the maximum width in characters
     */
    public abstract String encode(byte[] png, int columns);
}
