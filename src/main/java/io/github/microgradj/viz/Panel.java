package io.github.microgradj.viz;

import java.util.List;
import org.jfree.chart.JFreeChart;

/** A plot that can stand beside others in one picture. */
interface Panel {
    JFreeChart chart();

    /**
     * The plot as lines of text.
     *
     * @param columns the most characters in a line
     * @param rows the number of lines of the plot itself, without title, axis and legend
     */
    List<String> terminal(int columns, int rows, ColorLevel colors, boolean unicode);
}
