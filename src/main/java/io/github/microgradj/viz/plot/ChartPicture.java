package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.picture.OptionalLibrary;
import io.github.microgradj.viz.picture.PaintedSvg;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.picture.PictureFile;
import io.github.microgradj.viz.picture.Raster;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jfree.chart.JFreeChart;

/** A picture that is drawn as a chart in files and in terminals that show images. */
public abstract class ChartPicture implements Picture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;

    ChartPicture() {}

    /** Creates the chart. JFreeChart must be on the class path. */
    abstract JFreeChart chart();

    private void paint(Graphics2D g) {
        chart().draw(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    }

    @Override
    public Path save(Path file) {
        return save(file, WIDTH, HEIGHT, this::paint);
    }

    @Override
    public String terminal(ImageProtocol protocol, int columns) {
        return protocol.encode(png(WIDTH, HEIGHT, this::paint), columns);
    }

    /** Writes a JFreeChart drawing to a file. Sizes are in points. */
    static Path save(Path file, int width, int height, Consumer<Graphics2D> painter) {
        boolean svg = PictureFile.extension(file, "png", "svg").equals("svg");
        PictureFile.write(file, () -> svg ? svg(width, height, painter) : png(width, height, painter));
        return file;
    }

    static byte[] png(int width, int height, Consumer<Graphics2D> painter) {
        OptionalLibrary.JFREECHART.require("a chart");
        return Raster.png(width, height, painter);
    }

    private static byte[] svg(int width, int height, Consumer<Graphics2D> painter) {
        OptionalLibrary.JFREECHART.require("a chart");
        return PaintedSvg.of(width, height, painter);
    }
}
