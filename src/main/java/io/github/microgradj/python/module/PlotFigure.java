package io.github.microgradj.python.module;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.python.Py;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.plot.Curves;
import io.github.microgradj.viz.plot.DecisionBoundary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A figure of {@code matplotlib.pyplot}: what has been drawn in it so far. */
final class PlotFigure {
    private final List<Marks> marks = new ArrayList<>();
    private @Nullable Field field;
    private String title = "";
    private String across = "";
    private String up = "";
    private double[] acrossLimits = {};
    private double[] upLimits = {};

    /** The ways in which marks can be drawn. */
    enum Kind {
        LINE,
        DASHED,
        POINTS
    }

    /** The curve that {@code plot} draws, or the points that {@code scatter} draws and their classes, if any. */
    record Marks(String label, Kind kind, double[] x, double[] y, double... classes) {
        Curves addTo(Curves curves) {
            if (classes.length == 0) {
                return switch (kind) {
                    case LINE -> curves.with(label, x, y);
                    case DASHED -> curves.withDashed(label, x, y);
                    case POINTS -> curves.withPoints(label, x, y);
                };
            }
            Curves all = curves;
            for (double each : distinct(classes)) {
                int[] own = IntStream.range(0, x.length)
                        .filter(i -> classes[i] == each)
                        .toArray();
                all = all.withPoints(
                        name(each),
                        IntStream.of(own).mapToDouble(i -> x[i]).toArray(),
                        IntStream.of(own).mapToDouble(i -> y[i]).toArray());
            }
            return all;
        }
    }

    /** The numbers that {@code contourf} shows at the points of a grid, row by row. */
    record Field(double[] x, double[] y, double[] z) {
        /**
         * Returns the index of the class that is nearest to the number at the given place. Between grid points, the
         * number is interpolated.
         */
        int classAt(double[] classes, double... place) {
            double column = position(x, place[0]);
            double row = position(y, place[1]);
            int left = (int) column;
            int top = (int) row;
            double above = between(at(top, left), at(top, left + 1), column - left);
            double below = between(at(top + 1, left), at(top + 1, left + 1), column - left);
            return nearest(classes, between(above, below, row - top));
        }

        private double at(int row, int column) {
            return z[Math.min(row, y.length - 1) * x.length + Math.min(column, x.length - 1)];
        }

        private static double between(double first, double second, double part) {
            return first + (second - first) * part;
        }

        /**
         * Returns the index of a coordinate among the grid's coordinates on one axis. If the coordinate is between
         * two of them, the index has a fractional part.
         */
        private static double position(double[] places, double at) {
            int found = Arrays.binarySearch(places, at);
            int next = found >= 0 ? found : -found - 1;
            if (found >= 0 || next == 0 || next == places.length) {
                return Math.min(next, places.length - 1);
            }
            return next - 1 + (at - places[next - 1]) / (places[next] - places[next - 1]);
        }

        private static int nearest(double[] classes, double number) {
            return IntStream.range(0, classes.length)
                    .reduce((a, b) -> Math.abs(classes[b] - number) < Math.abs(classes[a] - number) ? b : a)
                    .orElse(0);
        }
    }

    void add(Marks more) {
        marks.add(more);
    }

    /** Returns the name to give to the next curve if it has no label. */
    String nextLabel() {
        return "y" + (marks.isEmpty() ? "" : marks.size() + 1);
    }

    void setField(Field field) {
        this.field = field;
    }

    void setTitle(String title) {
        this.title = title;
    }

    void setAcross(String name) {
        this.across = name;
    }

    void setUp(String name) {
        this.up = name;
    }

    void setAcrossLimits(double... limits) {
        this.acrossLimits = limits;
    }

    void setUpLimits(double... limits) {
        this.upLimits = limits;
    }

    /** Returns the picture, or empty if nothing has been drawn. */
    Optional<Picture> picture() {
        if (field != null && !marks.isEmpty() && marks.get(0).classes.length > 0) {
            return Optional.of(boundary(field, marks.get(0)));
        }
        if (field != null) {
            throw PythonError.value("contourf() needs a scatter(x, y, c=classes) in the same figure");
        }
        Curves curves = Curves.titled(title, across, up).limited(acrossLimits, upLimits);
        for (Marks each : marks) {
            curves = each.addTo(curves);
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(curves);
    }

    private Picture boundary(Field regions, Marks points) {
        double[] classes = distinct(points.classes);
        double[] levels = distinct(regions.z);
        double[][] inputs = IntStream.range(0, points.x.length)
                .mapToObj(i -> new double[] {points.x[i], points.y[i]})
                .toArray(double[][]::new);
        int[] labels = Arrays.stream(points.classes)
                .mapToInt(each -> Arrays.binarySearch(classes, each))
                .toArray();
        List<String> names = Arrays.stream(classes).mapToObj(PlotFigure::name).toList();
        Dataset data = new Dataset(title, inputs, labels, names)
                .withNames(List.of(across.isEmpty() ? "x1" : across, up.isEmpty() ? "x2" : up), "");
        return DecisionBoundary.of(data, place -> regions.classAt(levels, place));
    }

    private static String name(double number) {
        return Py.str(number).replaceFirst("\\.0$", "");
    }

    static double[] distinct(double... numbers) {
        return Arrays.stream(numbers).sorted().distinct().toArray();
    }
}
