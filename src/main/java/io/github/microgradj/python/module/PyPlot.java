package io.github.microgradj.python.module;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.python.Py;
import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.numpy.NdArray;
import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.plot.Curves;
import io.github.microgradj.viz.plot.DecisionBoundary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code matplotlib.pyplot} that cells use. They collect figures, which the caller shows when the cell
 * has run.
 */
public final class PyPlot {
    private static final List<Picture> FINISHED = new ArrayList<>();
    private static Figure current = new Figure();

    /** What a figure has so far. */
    private static final class Figure {
        private final List<Marks> marks = new ArrayList<>();
        private @Nullable Field field;
        private String title = "";
        private String axis = "";

        /** Returns the picture; empty if nothing is drawn. */
        Optional<Picture> picture() {
            if (field != null && !marks.isEmpty() && marks.get(0).classes.length > 0) {
                return Optional.of(boundary(field, marks.get(0)));
            }
            if (field != null) {
                throw PythonError.value("contourf() is drawn behind scatter(x, y, c=classes) here");
            }
            Curves curves = Curves.titled(title, axis);
            for (Marks each : marks) {
                curves = each.addTo(curves);
            }
            return marks.isEmpty() ? Optional.empty() : Optional.of(curves);
        }

        private Picture boundary(Field regions, Marks points) {
            double[] classes = distinct(points.classes);
            double[][] inputs = IntStream.range(0, points.x.length)
                    .mapToObj(i -> new double[] {points.x[i], points.y[i]})
                    .toArray(double[][]::new);
            int[] labels = Arrays.stream(points.classes)
                    .mapToInt(each -> Arrays.binarySearch(classes, each))
                    .toArray();
            List<String> names = Arrays.stream(classes).mapToObj(PyPlot::name).toList();
            Dataset data = new Dataset(title.isEmpty() ? "contourf" : title, inputs, labels, names);
            return DecisionBoundary.of(data, regions::classAt);
        }
    }

    /** The regions of {@code contourf}: a class at each place of a grid. */
    private record Field(double[] x, double[] y, double[] z) {
        int classAt(double... place) {
            double z = this.z[nearest(y, place[1]) * x.length + nearest(x, place[0])];
            return Arrays.binarySearch(distinct(this.z), z);
        }

        private static int nearest(double[] places, double at) {
            return IntStream.range(0, places.length)
                    .reduce((a, b) -> Math.abs(places[b] - at) < Math.abs(places[a] - at) ? b : a)
                    .orElse(0);
        }
    }

    /** The curve of {@code plot} or the points of {@code scatter}, with their classes if there are any. */
    private record Marks(String label, boolean joined, double[] x, double[] y, double... classes) {
        Curves addTo(Curves curves) {
            if (classes.length == 0) {
                return joined ? curves.with(label, x, y) : curves.withPoints(label, x, y);
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

    private PyPlot() {}

    /** Returns the figures that were drawn since the last call, and starts a new one. */
    public static List<Picture> take() {
        finish();
        List<Picture> figures = List.copyOf(FINISHED);
        FINISHED.clear();
        return figures;
    }

    private static void finish() {
        Figure figure = current;
        current = new Figure();
        figure.picture().ifPresent(FINISHED::add);
    }

    static PythonModule create() {
        PythonModule plt = new PythonModule("matplotlib.pyplot")
                .with("cm", colormaps())
                .function("plot", PyPlot::plot)
                .function("scatter", PyPlot::scatter)
                .function("contourf", PyPlot::contourf)
                .function("title", arguments -> {
                    current.title = Py.str(arguments[0]);
                    return null;
                })
                .function("xlabel", arguments -> {
                    current.axis = Py.str(arguments[0]);
                    return null;
                })
                .function("savefig", arguments -> {
                    current.picture().ifPresent(picture -> picture.save(Path.of(Py.str(arguments[0]))));
                    return null;
                });
        for (String name : List.of("figure", "show", "close")) {
            plt.function(name, arguments -> {
                finish();
                return null;
            });
        }
        for (String name : List.of("grid", "legend", "xlim", "ylim", "ylabel", "axis", "tight_layout", "colorbar")) {
            plt.function(name, arguments -> null);
        }
        return plt;
    }

    /** Returns {@code plt.cm}, whose colormaps are names: pictures have colours of their own. */
    private static PythonObject colormaps() {
        return new PythonObject() {
            @Override
            public String typeName() {
                return "module";
            }

            @Override
            public Object attribute(String name) {
                return name;
            }

            @Override
            public String repr() {
                return "<module 'matplotlib.cm'>";
            }
        };
    }

    private static Map<String, @Nullable Object> keywords(@Nullable Object... arguments) {
        return arguments.length > 0 && arguments[arguments.length - 1] instanceof Keywords keywords
                ? keywords.values()
                : Map.of();
    }

    private static List<@Nullable Object> series(@Nullable Object... arguments) {
        return Stream.of(arguments)
                .filter(each -> !(each instanceof Keywords) && !(each instanceof String))
                .toList();
    }

    private static @Nullable Object plot(@Nullable Object... arguments) {
        List<@Nullable Object> series = series(arguments);
        if (series.isEmpty() || series.size() > 2) {
            throw PythonError.type("plot() takes y, or x and y, here; got %d series", series.size());
        }
        double[] y = numbers(series.get(series.size() - 1));
        double[] x = series.size() == 2
                ? numbers(series.get(0))
                : IntStream.range(0, y.length).asDoubleStream().toArray();
        add(new Marks(label(arguments), !isMarker(arguments), x, y));
        return null;
    }

    private static boolean isMarker(@Nullable Object... arguments) {
        return Stream.of(arguments)
                .anyMatch(each -> each instanceof String format && format.matches("[bgrcmykw]?[.o*+x^sDv][bgrcmykw]?"));
    }

    private static String label(@Nullable Object... arguments) {
        Object label = keywords(arguments).get("label");
        return label == null ? "y" + (current.marks.isEmpty() ? "" : current.marks.size() + 1) : Py.str(label);
    }

    private static @Nullable Object scatter(@Nullable Object... arguments) {
        List<@Nullable Object> series = series(arguments);
        if (series.size() < 2) {
            throw PythonError.type("scatter() takes x and y, got %d series", series.size());
        }
        Object colors = keywords(arguments).get("c");
        double[] classes = colors == null || colors instanceof String ? new double[0] : numbers(colors);
        add(new Marks(label(arguments), false, numbers(series.get(0)), numbers(series.get(1)), classes));
        return null;
    }

    private static void add(Marks marks) {
        if (marks.x.length != marks.y.length) {
            throw PythonError.value(
                    "x and y must have same first dimension, but have shapes (%d,) and (%d,)",
                    marks.x.length, marks.y.length);
        }
        current.marks.add(marks);
    }

    private static @Nullable Object contourf(@Nullable Object... arguments) {
        List<@Nullable Object> series = series(arguments);
        if (series.size() < 3) {
            throw PythonError.type("contourf() takes x, y and z, got %d arrays", series.size());
        }
        double[] x = distinct(numbers(series.get(0)));
        double[] y = distinct(numbers(series.get(1)));
        double[] z = numbers(series.get(2));
        if (z.length != x.length * y.length) {
            throw PythonError.value("contourf() takes a grid of %d x %d, got %d values", y.length, x.length, z.length);
        }
        current.field = new Field(x, y, z);
        return null;
    }

    private static String name(double number) {
        return Py.str(number).replaceFirst("\\.0$", "");
    }

    private static double[] distinct(double... numbers) {
        return Arrays.stream(numbers).sorted().distinct().toArray();
    }

    private static double[] numbers(@Nullable Object series) {
        if (series instanceof NdArray array) {
            return array.data().clone();
        }
        List<Double> numbers = new ArrayList<>();
        Py.iter(series)
                .forEach(each -> numbers.add(
                        PythonNumbers.real(PythonNumbers.plain(each) == null ? Py.attr(each, "data") : each)));
        return numbers.stream().mapToDouble(each -> each).toArray();
    }
}
