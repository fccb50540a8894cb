package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.DotLabel;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.picture.PictureFile;
import io.github.microgradj.viz.picture.Raster;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A network as a picture: one column for the inputs, one column for each layer, and a line for each weight. Lines are
 * blue for positive weights and vermilion for negative ones. The larger the absolute value of a weight is, compared
 * with the largest of its layer, the thicker its line. If a column has more than 32 inputs or neurons, the picture
 * shows only the first ones and the last ones.
 */
public final class NetworkPicture implements Picture {
    private final NetworkColumns columns;

    private NetworkPicture(NetworkColumns columns) {
        this.columns = columns;
    }

    /** Returns the picture of a network. */
    public static NetworkPicture of(DenseNetwork network) {
        return new NetworkPicture(new NetworkColumns(network));
    }

    /**
     * {@inheritDoc}
     *
     * @param file the file, whose extension selects the format: {@code dot}, {@code svg} or {@code png}
     */
    @Override
    public Path save(Path file) {
        switch (PictureFile.extension(file, "dot", "svg", "png")) {
            case "svg" -> PictureFile.write(file, svg());
            case "png" -> PictureFile.write(file, this::png);
            default -> PictureFile.write(file, dot());
        }
        return file;
    }

    /** Returns the picture as an SVG document. */
    public String svg() {
        return new NetworkSvg(columns, false).document();
    }

    byte[] png() {
        return Raster.stoppable(() -> new NetworkSvg(columns, true).document(), Color.WHITE);
    }

    /** Returns the picture in Graphviz's DOT language. */
    public String dot() {
        StringBuilder dot = new StringBuilder("digraph {\n");
        line(dot, "  label=\"%s\";", DotLabel.encode(columns.heading()));
        line(dot, "  graph [rankdir=LR, splines=line, nodesep=0.1, ranksep=2, fontname=\"%s\"];", BundledFont.NAME);
        line(dot, "  node [fontname=\"%s\", fontsize=11];", BundledFont.NAME);
        line(dot, "  edge [dir=none];");
        int last = columns.count() - 1;
        for (int c = 0; c <= last; c++) {
            column(dot, c, c == last);
        }
        for (int c = 1; c <= last; c++) {
            edges(dot, c);
        }
        return dot.append("}\n").toString();
    }

    private void column(StringBuilder dot, int column, boolean last) {
        line(dot, "  subgraph { rank=same;");
        line(dot, "    %s_title [shape=plaintext, label=\"%s\"];", id(column), DotLabel.encode(columns.title(column)));
        String above = id(column) + "_title";
        for (int neuron : columns.shown(column)) {
            String node = neuron == NetworkColumns.GAP ? id(column) + "_more" : id(column) + "_" + neuron;
            line(dot, "    %s [%s];", node, attributes(column, neuron, last));
            // An invisible line keeps the order within a column.
            line(dot, "    %s -> %s [style=invis];", above, node);
            above = node;
        }
        line(dot, "  }");
    }

    private String attributes(int column, int neuron, boolean last) {
        if (neuron == NetworkColumns.GAP) {
            return "shape=plaintext, label=\"" + DotLabel.encode(columns.gap(column)) + '"';
        }
        if (column == 0) {
            return "shape=box, style=\"filled,rounded\", fillcolor=\"" + NetworkSvg.INPUT + "\", label=\""
                    + lines(columns.input(neuron), columns.inputScaling(neuron)) + '"';
        }
        return last
                ? "shape=box, style=\"filled,rounded\", fillcolor=\"" + NetworkSvg.OUTPUT + "\", label=\""
                        + lines(columns.outputScaling(neuron), columns.output(neuron)) + '"'
                : "shape=circle, style=filled, width=0.2, label=\"\", fillcolor=\"" + NetworkSvg.HIDDEN + '"';
    }

    private static String lines(String first, String second) {
        return DotLabel.encode(first) + (first.isEmpty() || second.isEmpty() ? "" : "\\n") + DotLabel.encode(second);
    }

    private void edges(StringBuilder dot, int column) {
        Dense layer = columns.layer(column);
        double largest = columns.largest(column);
        int lines = columns.shown(column).size() * columns.shown(column - 1).size();
        for (int to : columns.shown(column)) {
            for (int from : columns.shown(column - 1)) {
                if (to != NetworkColumns.GAP && from != NetworkColumns.GAP) {
                    double weight = layer.weights()[to][from];
                    double share = largest == 0 ? 0 : Math.abs(weight) / largest;
                    line(
                            dot,
                            "  %s_%d -> %s_%d [color=\"%s%02x\", penwidth=%.2f];",
                            id(column - 1),
                            from,
                            id(column),
                            to,
                            NetworkSvg.color(weight),
                            Math.round(255 * NetworkSvg.opacity(share)),
                            NetworkSvg.width(share, lines));
                }
            }
        }
    }

    private static String id(int column) {
        return "layer" + column;
    }

    private static void line(StringBuilder dot, String format, Object... arguments) {
        dot.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    @Override
    public String terminal(ImageProtocol protocol, int width) {
        return protocol.encode(png(), width);
    }

    /** {@inheritDoc} The text has a table for each layer, with the weights scaled to whole numbers from -9 to 9. */
    @Override
    public List<String> terminal(int width, ColorLevel colors, boolean unicode) {
        return new NetworkText(columns, width, colors, unicode).lines();
    }
}
