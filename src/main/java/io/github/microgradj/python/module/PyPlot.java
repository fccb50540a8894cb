package io.github.microgradj.python.module;

import io.github.microgradj.python.Py;
import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.module.PlotFigure.Field;
import io.github.microgradj.python.module.PlotFigure.Kind;
import io.github.microgradj.python.module.PlotFigure.Marks;
import io.github.microgradj.python.numpy.NdArray;
import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.viz.picture.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code matplotlib.pyplot} that cells use. They collect figures, which the caller shows when the cell
 * has run.
 */
public final class PyPlot {
    private static final Pattern MARKER = Pattern.compile("[bgrcmykw]?[.o*+x^sDv][bgrcmykw]?");
    private static final Pattern DASHES = Pattern.compile("[bgrcmykw]?(?:--|-\\.|:|dashed|dotted|dashdot)[bgrcmykw]?");

    private static final List<Picture> FINISHED = new ArrayList<>();
    /** The names of the functions and arguments that were used but have no effect here. */
    private static final Set<String> IGNORED = new LinkedHashSet<>();

    private static PlotFigure current = new PlotFigure();

    private PyPlot() {}

    /** Returns the figures that were drawn since the last call, and starts a new figure. */
    public static List<Picture> take() {
        finish();
        List<Picture> figures = List.copyOf(FINISHED);
        FINISHED.clear();
        return figures;
    }

    /**
     * Returns the functions and arguments, such as {@code figsize}, that were used since the last call but have no
     * effect here.
     */
    public static List<String> takeIgnored() {
        List<String> ignored = List.copyOf(IGNORED);
        IGNORED.clear();
        return ignored;
    }

    private static void finish() {
        PlotFigure figure = current;
        current = new PlotFigure();
        figure.picture().ifPresent(FINISHED::add);
    }

    static PythonModule create() {
        PythonModule plt = new PythonModule("matplotlib.pyplot")
                .with("cm", colormaps())
                .function("plot", PyPlot::plot)
                .function("scatter", PyPlot::scatter)
                .function("contourf", PyPlot::contourf)
                .function("title", arguments -> text(PlotFigure::setTitle, arguments))
                .function("xlabel", arguments -> text(PlotFigure::setAcross, arguments))
                .function("ylabel", arguments -> text(PlotFigure::setUp, arguments))
                .function("xlim", arguments -> limits("xlim", PlotFigure::setAcrossLimits, arguments))
                .function("ylim", arguments -> limits("ylim", PlotFigure::setUpLimits, arguments))
                .function("savefig", arguments -> {
                    ignore(List.of(), arguments);
                    current.picture().ifPresent(picture -> picture.save(Path.of(Py.str(arguments[0]))));
                    return null;
                });
        for (String name : List.of("figure", "show", "close")) {
            plt.function(name, arguments -> {
                ignore(List.of(), arguments);
                finish();
                return null;
            });
        }
        for (String name : List.of("grid", "legend")) { // Pictures have both.
            plt.function(name, arguments -> null);
        }
        for (String name : List.of("axis", "tight_layout", "colorbar", "xticks", "yticks")) {
            plt.function(name, arguments -> {
                IGNORED.add(name);
                return null;
            });
        }
        return plt;
    }

    private static @Nullable Object text(BiConsumer<PlotFigure, String> setter, @Nullable Object... arguments) {
        ignore(List.of(), arguments);
        setter.accept(current, Py.str(arguments[0]));
        return null;
    }

    /** Sets the limits of an axis, given as two numbers or as one pair of numbers. */
    private static @Nullable Object limits(
            String function, BiConsumer<PlotFigure, double[]> setter, @Nullable Object... arguments) {
        List<@Nullable Object> series = series(arguments);
        double[] limits = numbers(series.size() == 1 && series.get(0) instanceof List<?> pair ? pair : series);
        if (limits.length != 2 || !(limits[0] < limits[1])) {
            throw PythonError.type("%s() takes the lowest and the highest number, as in %s(-1, 1)", function, function);
        }
        ignore(List.of(), arguments);
        setter.accept(current, limits);
        return null;
    }

    /** Records the names of unknown keyword arguments, which have no effect here. */
    private static void ignore(List<String> known, @Nullable Object... arguments) {
        keywords(arguments).keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(IGNORED::add);
    }

    /** Returns {@code plt.cm}. Its colormaps are only names, because pictures use their own colours. */
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
            throw PythonError.type("plot() takes y, or x and y; got %d series", series.size());
        }
        double[] y = numbers(series.get(series.size() - 1));
        double[] x = series.size() == 2
                ? numbers(series.get(0))
                : IntStream.range(0, y.length).asDoubleStream().toArray();
        ignore(List.of("label", "linestyle", "ls", "marker"), arguments);
        add(new Marks(label(arguments), kind(arguments), x, y));
        return null;
    }

    private static Kind kind(@Nullable Object... arguments) {
        Map<String, @Nullable Object> keywords = keywords(arguments);
        Stream<@Nullable Object> style = Stream.of(keywords.get("linestyle"), keywords.get("ls"));
        List<String> formats = Stream.concat(Stream.of(arguments), style)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        if (formats.stream().anyMatch(each -> DASHES.matcher(each).matches())) {
            return Kind.DASHED;
        }
        return formats.stream().anyMatch(each -> MARKER.matcher(each).matches()) ? Kind.POINTS : Kind.LINE;
    }

    private static String label(@Nullable Object... arguments) {
        Object label = keywords(arguments).get("label");
        return label == null ? current.nextLabel() : Py.str(label);
    }

    private static @Nullable Object scatter(@Nullable Object... arguments) {
        List<@Nullable Object> series = series(arguments);
        if (series.size() < 2) {
            throw PythonError.type("scatter() takes x and y, got %d series", series.size());
        }
        Object colors = keywords(arguments).get("c");
        double[] classes = colors == null || colors instanceof String ? new double[0] : numbers(colors);
        ignore(List.of("label", "c"), arguments);
        add(new Marks(label(arguments), Kind.POINTS, numbers(series.get(0)), numbers(series.get(1)), classes));
        return null;
    }

    private static void add(Marks marks) {
        if (marks.x().length != marks.y().length) {
            throw PythonError.value(
                    "x and y must have same first dimension, but have shapes (%d,) and (%d,)",
                    marks.x().length, marks.y().length);
        }
        current.add(marks);
    }

    private static @Nullable Object contourf(@Nullable Object... arguments) {
        List<@Nullable Object> series = series(arguments);
        if (series.size() < 3) {
            throw PythonError.type("contourf() takes 3 arrays, x, y and z; got %d", series.size());
        }
        double[] x = PlotFigure.distinct(numbers(series.get(0)));
        double[] y = PlotFigure.distinct(numbers(series.get(1)));
        double[] z = numbers(series.get(2));
        if (z.length != x.length * y.length) {
            throw PythonError.value("contourf() expects %d x %d values of z, got %d", y.length, x.length, z.length);
        }
        ignore(List.of(), arguments);
        current.setField(new Field(x, y, z));
        return null;
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
