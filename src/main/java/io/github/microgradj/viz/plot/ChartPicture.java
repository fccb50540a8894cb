package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.nio.file.Path;
import org.jfree.chart.JFreeChart;

/** A picture that is a chart in files and in terminals that show images. */
public abstract class ChartPicture implements Picture {
    ChartPicture() {}

    abstract JFreeChart chart();

    @Override
    public Path save(Path file) {
        return Chart.save(file, this::chart);
    }

    @Override
    public String terminal(ImageProtocol protocol, int columns) {
        return protocol.encode(Chart.png(chart()), columns);
    }
}
