package io.github.microgradj.viz.terminal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The properties of a PNG image that terminals need. */
final class Png {
    /** The offset of the width, which takes four bytes in the header. */
    private static final int WIDTH = 16;

    private Png() {}

    /** Returns the number of columns that the image takes at half its resolution, but at most {@code most}. */
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
            // ImageIO.read closes the stream.
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
