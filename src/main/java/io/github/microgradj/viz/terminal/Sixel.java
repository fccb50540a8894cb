package io.github.microgradj.viz.terminal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The encoder of the VT300's <a href="https://vt100.net/docs/vt3xx-gp/chapter14.html">sixel graphics</a>, in which one
 * character stands for six pixels of a column.
 */
final class Sixel {
    private static final int MOST_COLORS = 256;
    private static final int BAND = 6;

    private final BufferedImage image;
    private final Map<Integer, Integer> palette = new LinkedHashMap<>();
    private final int mask;
    private final StringBuilder text = new StringBuilder();

    private Sixel(BufferedImage image) {
        this.image = image;
        this.mask = mask(image);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                palette.putIfAbsent(color(x, y), palette.size());
            }
        }
    }

    static String encode(byte[] png, int columns) {
        BufferedImage image = Png.decode(png);
        int width = Math.min(image.getWidth() / 2, columns * ImageProtocol.CELL_WIDTH);
        return encode(scaled(image, Math.max(1, width)));
    }

    private static BufferedImage scaled(BufferedImage image, int width) {
        int height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = smaller.createGraphics();
        g.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, Color.WHITE, null);
        g.dispose();
        return smaller;
    }

    static String encode(BufferedImage image) {
        return new Sixel(image).encode();
    }

    /**
     * Returns a mask that keeps the upper bits of each channel, so that the number of colours does not exceed the
     * size of the palette.
     */
    private static int mask(BufferedImage image) {
        for (int bits = 8; bits > 3; bits--) {
            int mask = 0x010101 * (0xff & (0xff << (8 - bits)));
            if (colors(image, mask) <= MOST_COLORS) {
                return mask;
            }
        }
        return 0xc0c0c0; // 64 colours at most
    }

    private static int colors(BufferedImage image, int mask) {
        TreeSet<Integer> colors = new TreeSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, y) & mask);
                if (colors.size() > MOST_COLORS) {
                    return colors.size();
                }
            }
        }
        return colors.size();
    }

    private int color(int x, int y) {
        return image.getRGB(x, y) & mask;
    }

    private String encode() {
        text.append("\033P0;1q\"1;1;").append(image.getWidth()).append(';').append(image.getHeight());
        palette.forEach((color, register) -> text.append('#')
                .append(register)
                .append(";2;")
                .append(percent(color >> 16))
                .append(';')
                .append(percent(color >> 8))
                .append(';')
                .append(percent(color)));
        for (int top = 0; top < image.getHeight(); top += BAND) {
            band(top);
            text.append('-');
        }
        return text.append("\033\\").toString();
    }

    /** Returns the value of a channel in percent. White remains white although the mask removes its lowest bits. */
    private int percent(int channel) {
        return Math.round(100f * (channel & 255) / (mask & 255));
    }

    /** Writes a band, with one pass over it for each of its colours. */
    private void band(int top) {
        List<Integer> colors = new ArrayList<>(new TreeSet<>(colorsIn(top)));
        for (int i = 0; i < colors.size(); i++) {
            text.append(i == 0 ? "#" : "$#").append(palette.get(colors.get(i)));
            pass(top, colors.get(i));
        }
    }

    private List<Integer> colorsIn(int top) {
        List<Integer> colors = new ArrayList<>();
        for (int y = top; y < Math.min(top + BAND, image.getHeight()); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(color(x, y));
            }
        }
        return colors;
    }

    private void pass(int top, int color) {
        int run = 0;
        char last = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            char sixel = sixel(x, top, color);
            if (run > 0 && sixel != last) {
                repeat(last, run);
                run = 0;
            }
            last = sixel;
            run++;
        }
        // Omit blanks at the end of a line.
        if (last != '?') {
            repeat(last, run);
        }
    }

    private char sixel(int x, int top, int color) {
        int bits = 0;
        for (int i = 0; i < BAND && top + i < image.getHeight(); i++) {
            bits |= color(x, top + i) == color ? 1 << i : 0;
        }
        return (char) ('?' + bits);
    }

    private void repeat(char sixel, int run) {
        if (run > 3) {
            text.append('!').append(run).append(sixel);
        } else {
            text.append(String.valueOf(sixel).repeat(run));
        }
    }
}
