package io.github.microgradj.viz.terminal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What has to be known of a PNG image. */
final class Png {
    /** Where its header tells the width, in four bytes. */
    private static final int WIDTH = 16;

    private Png() {}

    /** How many characters wide it is shown, at half its size, if there is room. */
    static int columns(byte[] png, int most) {
        int width = 0;
        for (int i = 0; i < 4; i++) {
            width = width << 8 | (png[WIDTH + i] & 255);
        }
        int wanted = (width / 2 + ImageProtocol.CELL_WIDTH - 1) / ImageProtocol.CELL_WIDTH;
        return Math.max(1, Math.min(most, wanted));
    }

    static BufferedImage decode(byte[] png) {
        try {
            // Which closes the stream itself.
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
