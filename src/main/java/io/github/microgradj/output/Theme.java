package io.github.microgradj.output;

import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text colours for dark and light backgrounds. They are adapted from the Okabe-Ito palette, which was designed for
 * people with colour blindness. Each colour has a contrast ratio of at least 4.5 to 1 with a black or white background.
 */
public enum Theme {
    DARK,
    LIGHT,
    NONE;

    /** The colours that a theme defines. */
    enum Hue {
        BLUE,
        PURPLE,
        GREEN,
        ORANGE,
        YELLOW,
        RED
    }

    TerminalColor swatch(Hue hue) {
        boolean light = this == LIGHT;
        return switch (hue) {
            case BLUE -> light ? new TerminalColor(0x0068A5, 25, 34) : new TerminalColor(0x56B4E9, 74, 36);
            case PURPLE -> light ? new TerminalColor(0x9B3F78, 90, 35) : new TerminalColor(0xD98FBF, 175, 35);
            case GREEN -> light ? new TerminalColor(0x006B4D, 23, 36) : new TerminalColor(0x3DC9A0, 79, 32);
            case ORANGE -> light ? new TerminalColor(0xA34700, 130, 31) : new TerminalColor(0xE69F00, 178, 33);
            case YELLOW -> light ? new TerminalColor(0x6B5B00, 58, 32) : new TerminalColor(0xF0E442, 227, 93);
            case RED -> light ? new TerminalColor(0xB32D00, 124, 31) : new TerminalColor(0xFF7F50, 209, 31);
        };
    }

    /**
     * Returns the escape sequence parameters for a style, such as {@code 1;36}, or an empty string if the style has
     * none.
     */
    String parameters(String attributes, @Nullable Hue hue, ColorLevel colours) {
        if (this == NONE || colours == ColorLevel.NONE) {
            return "";
        }
        String colour = hue == null ? "" : colours.select(swatch(hue), false);
        return attributes + (attributes.isEmpty() || colour.isEmpty() ? "" : ";") + colour;
    }

    /**
     * Returns the theme for the background colour that some terminals report. For example, {@code COLORFGBG=0;15} means
     * black on white.
     */
    public static Theme detected(Map<String, String> environment) {
        String[] colours = environment.getOrDefault("COLORFGBG", "").split(";", -1);
        return colours[colours.length - 1].matches("7|9|1[0-5]") ? LIGHT : DARK;
    }
}
