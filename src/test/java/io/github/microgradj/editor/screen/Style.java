package io.github.microgradj.editor.screen;

import java.util.List;
import org.jline.utils.Colors;

/**
 * The style of a character, in 32 bits: dim, background set, foreground set; bold, concealed, negative, underlined; and
 * 4 bits each for red, green and blue of the foreground and of the background.
 */
public final class Style {
    public static final int DIM = 0x4000_0000;
    public static final int BACKGROUND = 0x2000_0000;
    public static final int FOREGROUND = 0x1000_0000;
    public static final int BOLD = 0x0800_0000;
    private static final int CONCEALED = 0x0400_0000;
    private static final int NEGATIVE = 0x0200_0000;
    private static final int UNDERLINED = 0x0100_0000;

    private Style() {}

    static int background(int style) {
        return style & (BACKGROUND | 0xfff);
    }

    /** Returns the style after the control sequence "select graphic rendition" with the given parameters. */
    static int selected(int style, List<Integer> parameters) {
        int selected = style;
        for (int i = 0; i < parameters.size(); i++) {
            int parameter = parameters.get(i);
            if (parameter == 38 || parameter == 48) {
                boolean direct = parameters.get(i + 1) == 2;
                int rgb = direct ? rgb(parameters.subList(i + 2, i + 5)) : Colors.rgbColor(parameters.get(i + 2));
                selected = parameter == 38 ? foreground(selected, rgb) : background(selected, rgb);
                i += direct ? 4 : 2;
            } else {
                selected = selected(selected, parameter);
            }
        }
        return selected;
    }

    private static int selected(int style, int parameter) {
        return switch (parameter) {
            case 0 -> 0;
            case 1 -> style | BOLD;
            case 2 -> style | DIM;
            case 4 -> style | UNDERLINED;
            case 7 -> style | NEGATIVE;
            case 8 -> style | CONCEALED;
            case 21, 22 -> style & ~(BOLD | DIM);
            case 24 -> style & ~UNDERLINED;
            case 27 -> style & ~NEGATIVE;
            case 28 -> style & ~CONCEALED;
            case 39 -> style & ~(FOREGROUND | 0xfff000);
            case 49 -> style & ~(BACKGROUND | 0xfff);
            default -> coloured(style, parameter);
        };
    }

    private static int coloured(int style, int parameter) {
        int colour = parameter % 10 + (parameter >= 90 ? 8 : 0);
        return switch (parameter / 10) {
            case 3, 9 -> foreground(style, Colors.rgbColor(colour));
            case 4, 10 -> background(style, Colors.rgbColor(colour));
            default -> style; // italics, blinking, fonts: ignored
        };
    }

    private static int foreground(int style, int rgb) {
        return (style & ~0xfff000) | FOREGROUND | (short12(rgb) << 12);
    }

    private static int background(int style, int rgb) {
        return (style & ~0xfff) | BACKGROUND | short12(rgb);
    }

    private static int rgb(List<Integer> channels) {
        return (channels.get(0) << 16) | (channels.get(1) << 8) | channels.get(2);
    }

    private static int short12(int rgb) {
        return ((rgb >> 12) & 0xf00) | ((rgb >> 8) & 0xf0) | ((rgb >> 4) & 0xf);
    }
}
