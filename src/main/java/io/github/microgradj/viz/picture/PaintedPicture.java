package io.github.microgradj.viz.picture;

import io.github.microgradj.viz.terminal.ImageProtocol;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.nio.file.Path;

/** A picture that is painted on a white canvas, for PNG and SVG files and for terminals that can show images. */
public abstract class PaintedPicture implements Picture {
    /** The colour of text. */
    protected static final Color INK = new Color(0x1b2a38);

    /** Creates a picture. */
    protected PaintedPicture() {}

    /** Returns the width in points. */
    protected abstract int width();

    /** Returns the height in points. */
    protected abstract int height();

    /** Paints the picture on a white canvas. */
    protected abstract void paint(Graphics2D g);

    @Override
    public final Path save(Path file) {
        boolean svg = PictureFile.extension(file, "png", "svg").equals("svg");
        PictureFile.write(file, () -> svg ? PaintedSvg.of(width(), height(), this::paintAll) : png());
        return file;
    }

    @Override
    public final String terminal(ImageProtocol protocol, int columns) {
        return protocol.encode(png(), columns);
    }

    private byte[] png() {
        return Raster.png(width(), height(), this::paintAll);
    }

    private void paintAll(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width(), height());
        paint(g);
    }

    /** Draws text that is centred at {@code x}, with its baseline at {@code y}. */
    protected static void centered(Graphics2D g, String text, Font font, double x, int y) {
        double width = font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
        g.setFont(font);
        g.drawString(text, (float) (x - width / 2), y);
    }

    /** Returns a colour mixed with white; a share of 1 gives the colour itself, and a share of 0 gives a faint tint. */
    protected static Color mixed(Color color, double share) {
        double part = 0.06 + 0.94 * share;
        return new Color(
                (int) (255 - part * (255 - color.getRed())), (int) (255 - part * (255 - color.getGreen())), (int)
                        (255 - part * (255 - color.getBlue())));
    }
}
