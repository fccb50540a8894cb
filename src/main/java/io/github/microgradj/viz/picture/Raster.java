package io.github.microgradj.viz.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A renderer of PNG images. It uses two pixels for each point in each direction, so that text is sharp on any screen.
 */
public final class Raster {
    private static final double SCALE = 2;
    /** The maximum number of pixels in an image, which take 128 MB. Larger pictures get fewer pixels per point. */
    private static final double MOST_PIXELS = 32e6;

    private Raster() {}

    /**
     * Returns the PNG image of an SVG document.
     *
     * @param page the background, which also fills the rest of the last row and column of pixels
     * @throws IllegalStateException if JSVG is not on the class path
     */
    public static byte[] png(String svg, Color page) {
        OptionalLibrary.JSVG.require("a graph as PNG");
        SvgPainter painter = new SvgPainter(svg);
        return png(painter.width(), painter.height(), page, painter::paint);
    }

    /**
     * Returns the PNG image of an SVG document. Unlike {@link #png(String, Color)}, this method ends when the calling
     * thread is interrupted.
     *
     * @throws IllegalStateException if no image can be made on this machine; the message gives the reason
     * @throws CancellationException if the calling thread is interrupted
     */
    public static byte[] stoppable(Supplier<String> svg, Color page) {
        try {
            return Background.start(() -> png(svg.get(), page)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot create a PNG image (" + Background.reason(e) + "); save it as .svg", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("drawing was interrupted");
        }
    }

    /**
     * Runs {@code painter} and returns its drawing on white as a PNG image of {@code width} by {@code height} points.
     */
    public static byte[] png(double width, double height, Consumer<Graphics2D> painter) {
        return png(width, height, Color.WHITE, painter);
    }

    private static byte[] png(double width, double height, Color page, Consumer<Graphics2D> painter) {
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
        int columns = (int) Math.ceil(width * scale);
        int rows = (int) Math.ceil(height * scale);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(page);
        g.fillRect(0, 0, columns, rows);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.scale(scale, scale);
        painter.accept(g);
        g.dispose();
        return encode(image);
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
