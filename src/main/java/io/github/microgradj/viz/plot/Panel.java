package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.terminal.ColorLevel;
import java.util.List;
import java.util.function.Supplier;
import org.jfree.chart.JFreeChart;

/** A plot that can stand beside others in one picture: as a chart and as text. */
record Panel(Supplier<JFreeChart> chart, Text text) {
    /** A plot as lines of text, in so many columns with so many rows between title and axis. */
    interface Text {
        List<String> lines(int columns, int rows, ColorLevel colors, boolean unicode);
    }
}
