package io.github.microgradj.viz.terminal;

import java.util.Map;
import java.util.Optional;

/** How a terminal is told to show a picture. */
public enum ImageProtocol {
    /** The graphics protocol of kitty, which Ghostty and Konsole have too. */
    KITTY {
        @Override
        public String encode(byte[] png, int columns) {
            return Kitty.encode(png, columns);
        }
    },
    /** The inline images of iTerm2, which WezTerm and mintty have too. */
    ITERM2 {
        @Override
        public String encode(byte[] png, int columns) {
            return Iterm2.encode(png, columns);
        }
    },
    /** The graphics of DEC's VT340, which foot, mlterm and others have. */
    SIXEL {
        @Override
        public String encode(byte[] png, int columns) {
            return Sixel.encode(png, columns);
        }
    };

    /** Pixels in a character cell, about: terminals tell only when asked. */
    static final int CELL_WIDTH = 9;

    /**
     * What the terminal of an environment can show; empty if pictures are not to be had. {@code MICROGRADJ_IMAGES} with a
     * protocol's name or {@code none} overrides what the terminal says of itself.
     */
    public static Optional<ImageProtocol> of(Map<String, String> environment) {
        String wish = environment.getOrDefault("MICROGRADJ_IMAGES", "");
        for (ImageProtocol protocol : values()) {
            if (protocol.name().equalsIgnoreCase(wish)) {
                return Optional.of(protocol);
            }
        }
        String type = environment.getOrDefault("TERM", "");
        // Multiplexers pass nothing on that they do not know.
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
     * The escape sequences that show a picture at the cursor, without a line's end behind them.
     *
     * @param png the picture, twice as many pixels each way as it is to have on an ordinary screen
     * @param columns the most characters it may be wide
     */
    public abstract String encode(byte[] png, int columns);
}
