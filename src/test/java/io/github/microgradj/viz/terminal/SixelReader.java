package io.github.microgradj.viz.terminal;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader of sixels that works like a VT300: DCS P1;P2;P3 q, then raster attributes ("), colours (# with 5 numbers
 * defines, with 1 selects), repeats (!), carriage returns ($), new bands (-) and sixels (? to ~), up to ST.
 */
final class SixelReader {
    private static final Pattern ITEM = Pattern.compile(
            "\"(\\d+);(\\d+);(\\d+);(\\d+)|#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)([?-~])|([?-~])|(\\$)|(-)");

    private SixelReader() {}

    static BufferedImage read(String text) {
        Matcher frame = Pattern.compile("\033P\\d*;?\\d*;?\\d*q(.*)\033\\\\", Pattern.DOTALL)
                .matcher(text);
        if (!frame.matches()) {
            throw new IllegalArgumentException("no sixels: " + text);
        }
        Matcher item = ITEM.matcher(frame.group(1));
        Map<Integer, Integer> palette = new HashMap<>();
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        int color = 0;
        int x = 0;
        int y = 0;
        int end = 0;
        while (item.find()) {
            if (item.start() != end) {
                throw new IllegalArgumentException("neither sixel nor command at " + end);
            }
            end = item.end();
            if (item.group(1) != null) {
                image = new BufferedImage(number(item, 3), number(item, 4), BufferedImage.TYPE_INT_RGB);
            } else if (item.group(5) != null) {
                palette.put(number(item, 5), channel(item, 6) << 16 | channel(item, 7) << 8 | channel(item, 8));
            } else if (item.group(9) != null) {
                color = palette.get(number(item, 9));
            } else if (item.group(13) != null) {
                x = 0;
            } else if (item.group(14) != null) {
                x = 0;
                y += 6;
            } else {
                int count = item.group(10) == null ? 1 : number(item, 10);
                int bits = (item.group(10) == null ? item.group(12) : item.group(11)).charAt(0) - '?';
                for (int i = 0; i < count; i++, x++) {
                    for (int bit = 0; bit < 6; bit++) {
                        if ((bits >> bit & 1) == 1) {
                            image.setRGB(x, y + bit, color);
                        }
                    }
                }
            }
        }
        if (end != frame.group(1).length()) {
            throw new IllegalArgumentException("neither sixel nor command at " + end);
        }
        return image;
    }

    private static int number(Matcher item, int group) {
        return Integer.parseInt(item.group(group));
    }

    private static int channel(Matcher item, int group) {
        return Math.round(number(item, group) * 255 / 100f);
    }
}
