package io.github.microgradj.viz.terminal;

import java.util.List;

/**
 * A colour and its equivalent at each {@link ColorLevel}. The colours of classes are those of Okabe and Ito ("Color
 * Universal Design", 2008), which people with any kind of colour blindness can distinguish; regions have pale shades of
 * these colours. After eight classes, the colours repeat.
 *
 * @param rgb the red, green and blue components, eight bits each
 * @param xterm the nearest of xterm's 256 colours that is not already used for a similar colour in the same palette
 * @param ansi one of the sixteen terminal colours, as a foreground (30 to 37, 90 to 97)
 */
public record TerminalColor(int rgb, int xterm, int ansi) {
    private static final List<TerminalColor> POINTS = List.of(
            new TerminalColor(0x0072B2, 25, 34),
            new TerminalColor(0xD55E00, 166, 31),
            new TerminalColor(0x009E73, 36, 32),
            new TerminalColor(0xCC79A7, 175, 35),
            new TerminalColor(0xE69F00, 178, 33),
            new TerminalColor(0x56B4E9, 74, 36),
            new TerminalColor(0x4D4D4D, 239, 30),
            new TerminalColor(0xF0E442, 227, 37));
    private static final TerminalColor LINE = new TerminalColor(0x0087D7, 32, 34);

    private static final List<TerminalColor> FIELDS = List.of(
            new TerminalColor(0x9EC9E2, 110, 34),
            new TerminalColor(0xEFC29E, 216, 31),
            new TerminalColor(0x9EDACA, 115, 32),
            new TerminalColor(0xECCCDE, 225, 35),
            new TerminalColor(0xF6DB9E, 222, 33),
            new TerminalColor(0xBFE2F7, 153, 36),
            new TerminalColor(0xBBBBBB, 250, 30),
            new TerminalColor(0xF9F5B7, 229, 37));

    /** Returns the given colour, with the nearest colour in xterm's colour cube and the ANSI colour of the same hue. */
    public static TerminalColor of(int rgb) {
        int xterm = 16;
        int ansi = 30;
        int largest = Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255));
        for (int i = 0; i < 3; i++) {
            int part = (rgb >> (16 - 8 * i)) & 255;
            // The levels of the cube are 0, 95, 135, 175, 215 and 255.
            int step = part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40;
            xterm += step * new int[] {36, 6, 1}[i];
            ansi += 2 * part >= largest ? 1 << i : 0;
        }
        return new TerminalColor(rgb, xterm, ansi);
    }

    /**
     * Returns the colour of a thin line on a terminal's background. This is the colour of {@link #point}, except that
     * the first colour is replaced by a lighter one, because the original would be hard to see on black.
     */
    public static TerminalColor line(int curve) {
        return curve % POINTS.size() == 0 ? LINE : point(curve);
    }

    /** Returns the colour for the samples of a class. */
    public static TerminalColor point(int label) {
        return POINTS.get(label % POINTS.size());
    }

    /** Returns the colour for the region of a class. */
    public static TerminalColor field(int label) {
        return FIELDS.get(label % FIELDS.size());
    }

    /** Returns the red component, from 0 to 255. */
    public int red() {
        return rgb >> 16 & 255;
    }

    /** Returns the green component, from 0 to 255. */
    public int green() {
        return rgb >> 8 & 255;
    }

    /** Returns the blue component, from 0 to 255. */
    public int blue() {
        return rgb & 255;
    }
}
