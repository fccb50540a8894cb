package io.github.microgradj.viz.plot;

import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** A picture of several plots, side by side if there is room. */
public final class Panels implements Picture {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 360;
    /** The minimum terminal width for two plots side by side. */
    private static final int TWO = 70;

    private static final int GAP = 2;

    /** One of the plots, as a chart and as text. */
    private record Panel(ChartPicture picture, PanelText text) {}

    /** A function that returns a plot as lines of text. The number of rows excludes the title and the axis. */
    private interface PanelText {
        List<String> lines(int columns, int rows, ColorLevel colors, boolean unicode);
    }

    private final List<Panel> panels;

    private Panels(List<Panel> panels) {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a picture must have at least one plot, got none");
        }
        this.panels = List.copyOf(panels);
    }

    /**
     * Returns a picture of several curve plots.
     *
     * @throws IllegalArgumentException if there are no plots
     */
    public static Panels ofCurves(List<Curves> curves) {
        return new Panels(
                curves.stream().map(each -> new Panel(each, each::terminal)).toList());
    }

    /**
     * Returns a picture of several histograms.
     *
     * @throws IllegalArgumentException if there are no histograms
     */
    public static Panels ofHistograms(List<Histogram> histograms) {
        return new Panels(
                histograms.stream().map(each -> new Panel(each, each::terminal)).toList());
    }

    /**
     * Returns the number of plots in a row. Up to three plots share one row, four plots form two rows of two, and more
     * plots form rows of three.
     */
    private int across() {
        return panels.size() <= 3 ? panels.size() : panels.size() == 4 ? 2 : 3;
    }

    private int down() {
        return (panels.size() + across() - 1) / across();
    }

    @Override
    public Path save(Path file) {
        return ChartPicture.save(file, across() * WIDTH, down() * HEIGHT, this::draw);
    }

    @Override
    public String terminal(ImageProtocol protocol, int columns) {
        return protocol.encode(ChartPicture.png(across() * WIDTH, down() * HEIGHT, this::draw), columns);
    }

    private void draw(Graphics2D g) {
        for (int i = 0; i < panels.size(); i++) {
            JFreeChart chart = panels.get(i).picture().chart();
            chart.getTitle().setFont(BundledFont.sized(14));
            chart.draw(g, new Rectangle2D.Double(i % across() * WIDTH, i / across() * HEIGHT, WIDTH, HEIGHT));
        }
    }

    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int whole = Math.min(TextAxes.MOST_COLUMNS + 20, columns);
        boolean two = whole >= TWO && panels.size() > 1;
        int width = two ? (whole - GAP) / 2 : whole;
        int rows = Math.max(6, Math.min(10, width / 5));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < panels.size(); i += two ? 2 : 1) {
            List<String> left = panels.get(i).text().lines(width, rows, colors, unicode);
            lines.addAll(
                    two && i + 1 < panels.size()
                            ? beside(left, panels.get(i + 1).text().lines(width, rows, colors, unicode), width + GAP)
                            : left);
        }
        return lines;
    }

    private static List<String> beside(List<String> left, List<String> right, int column) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String begun = i < left.size() ? left.get(i) : "";
            if (i >= right.size()) {
                lines.add(begun);
            } else {
                int width = TextWidth.styled(begun);
                lines.add(begun + " ".repeat(Math.max(0, column - width)) + right.get(i));
            }
        }
        return lines;
    }
}
