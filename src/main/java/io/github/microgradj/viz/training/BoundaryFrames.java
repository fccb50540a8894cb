package io.github.microgradj.viz.training;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.plot.ClassGrid;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * The decision boundary in a report: an image of the regions for each snapshot and, on top of it, a single SVG with the
 * samples.
 */
final class BoundaryFrames implements SnapshotPicture {
    private static final int COLUMNS = 160;
    private static final int ROWS = 120;
    /** The mark of each class, centred at the origin. Classes differ in shape as well as in colour. */
    private static final List<String> MARKS = List.of(
            "<circle r=\"4\"/>",
            "<path d=\"M-3.5-3.5h7v7h-7z\"/>",
            "<path d=\"M0-4.5L4.5 3.5H-4.5z\"/>",
            "<path d=\"M0-5L5 0L0 5L-5 0z\"/>");

    private final Dataset data;
    private final IndexColorModel colors;

    BoundaryFrames(Dataset data) {
        this.data = data;
        int[] rgb = IntStream.range(0, 256)
                .map(label -> TerminalColor.field(label).rgb())
                .toArray();
        this.colors = new IndexColorModel(8, 256, rgb, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    @Override
    public String alternative() {
        return "The predicted class at each point of the plane";
    }

    /** Returns an image of the classes that the network predicts, as a data URL. */
    @Override
    public String image(MLP model) {
        ClassGrid field = ClassGrid.of(data, model::predictClass, COLUMNS, ROWS);
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_INDEXED, colors);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                image.getRaster().setSample(column, row, 0, field.at(column, row) & 0xFF);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Returns the samples as SVG. */
    @Override
    public String overlay() {
        ClassGrid.Interval x = ClassGrid.Interval.of(data, 0);
        ClassGrid.Interval y = ClassGrid.Interval.of(data, 1);
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 400 300\" aria-hidden=\"true\">");
        for (int i = 0; i < data.size(); i++) {
            double[] sample = data.inputs()[i];
            svg.append(String.format(
                    Locale.ROOT,
                    "<g transform=\"translate(%.1f %.1f)\">%s</g>",
                    400 * (sample[0] - x.low()) / (x.high() - x.low()),
                    300 * (y.high() - sample[1]) / (y.high() - y.low()),
                    mark(data.labels()[i])));
        }
        return svg.append("</svg>").toString();
    }

    /** Returns the legend that explains the marks. */
    @Override
    public String legend() {
        StringBuilder legend = new StringBuilder();
        for (int label = 0; label < data.classes(); label++) {
            legend.append("<span><svg class=\"key\" viewBox=\"-6 -6 12 12\" aria-hidden=\"true\">")
                    .append(mark(label))
                    .append("</svg> ")
                    .append(TextFormat.xml(TextFormat.elided(data.classNames().get(label))))
                    .append("</span> ");
        }
        return legend.toString();
    }

    private static String mark(int label) {
        return String.format(
                Locale.ROOT,
                "<g class=\"sample\" fill=\"#%06x\">%s</g>",
                TerminalColor.point(label).rgb(),
                MARKS.get(label % MARKS.size()));
    }
}
