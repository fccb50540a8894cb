package io.github.microgradj.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the numbers of a trajectory's steps are next to the right points. */
class TrajectoryChartTest {
    /** Readers assign each number on a chart to the nearest point. */
    @ParameterizedTest
    @CsvSource({"0.001, 60", "0.005, 100", "0.01, 40", "0.02, 20", "0.03, 20", "0.05, 200", "0.1, 20"})
    void eachNumberIsNearestToItsOwnPlace(double rate, int steps) {
        double[] x = new double[steps + 1];
        x[0] = 2.2;
        for (int i = 0; i < steps; i++) {
            x[i + 1] = x[i] - rate * (4 * Math.pow(x[i], 3) - 6 * x[i] + 1);
        }
        double[] y = values(x, at -> Math.pow(at, 4) - 3 * at * at + at);
        Curves curves = Curves.titled("f", "x")
                .with("f", new double[] {-0.5, 2.5}, new double[] {-2, 24})
                .withTrail("gradient descent", x, y);
        XYPlot plot = curves.chart().getXYPlot();
        List<XYTextAnnotation> numbers = numbers(plot);
        assertThat(numbers).hasSizeBetween(1, 16); // At a rate of 0.1, all points but the first are outside.
        for (XYTextAnnotation number : numbers) {
            int own = Integer.parseInt(number.getText());
            int nearest = IntStream.rangeClosed(0, steps)
                    .boxed()
                    .min(Comparator.comparingDouble(i -> distance(plot, number, x[i], y[i])))
                    .orElseThrow();
            assertThat(distance(plot, number, x[own], y[own]))
                    .as("number %d, whose nearest place is that of step %d", own, nearest)
                    .isLessThanOrEqualTo(distance(plot, number, x[nearest], y[nearest]) + 1);
        }
    }

    @Test
    void placesThatAreFarApartAreAllNumbered() {
        double[] x = {4, 3.2, 2.56, 2.048, 1.638};
        Curves curves = Curves.titled("f", "x")
                .with("f", new double[] {0, 5}, new double[] {0, 25})
                .withTrail("gradient descent", x, values(x, at -> at * at));
        assertThat(numbers(curves.chart().getXYPlot()))
                .extracting(XYTextAnnotation::getText)
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4");
    }

    private static double[] values(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }

    private static List<XYTextAnnotation> numbers(XYPlot plot) {
        List<?> all = plot.getAnnotations();
        return all.stream().map(XYTextAnnotation.class::cast).toList();
    }

    /** Returns the distance in points, on a plot of 640 by 430. */
    private static double distance(XYPlot plot, XYTextAnnotation number, double x, double y) {
        return Math.hypot(
                640 * (number.getX() - x) / plot.getDomainAxis().getRange().getLength(),
                430 * (number.getY() - y) / plot.getRangeAxis().getRange().getLength());
    }
}
