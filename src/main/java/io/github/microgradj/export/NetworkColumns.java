package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.picture.TextFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The content of a network picture: a column for the inputs, a column for each layer, and the text beside them. */
final class NetworkColumns {
    /** The entry that stands for the neurons that are left out. */
    static final int GAP = -1;

    private static final int MOST = 32;
    private static final MathContext DIGITS = new MathContext(4);

    private final DenseNetwork network;

    NetworkColumns(DenseNetwork network) {
        this.network = network;
    }

    /** Returns the number of columns. */
    int count() {
        return network.layers().size() + 1;
    }

    /** Returns the layer of a column. Column 0 has none, because it shows the inputs. */
    Dense layer(int column) {
        return network.layers().get(column - 1);
    }

    int size(int column) {
        return column == 0 ? network.inputs() : layer(column).biases().length;
    }

    /**
     * Returns the neurons that a column shows: all, or the first ones and the last ones with a {@link #GAP} between
     * them.
     */
    List<Integer> shown(int column) {
        int size = size(column);
        if (size <= MOST) {
            return IntStream.range(0, size).boxed().toList();
        }
        List<Integer> shown = new ArrayList<>();
        IntStream.range(0, MOST / 2).forEach(shown::add);
        shown.add(GAP);
        IntStream.range(size - MOST / 2 + 1, size).forEach(shown::add);
        return shown;
    }

    /** Returns the text to show for the neurons that are left out, such as {@code 5 more}. */
    String gap(int column) {
        return size(column) - MOST + 1 + " more";
    }

    /** Returns the words above a column, such as {@code 16 relu}. */
    String title(int column) {
        int size = size(column);
        if (column == 0 || column == count() - 1) {
            return size + (column == 0 ? " input" : " output") + (size == 1 ? "" : "s");
        }
        return size + " " + layer(column).function().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the shape of the network, such as {@code 2-16-16-1}, followed by its task. */
    String heading() {
        String shape = String.join(
                "-",
                IntStream.range(0, count())
                        .mapToObj(column -> String.valueOf(size(column)))
                        .toList());
        return shape
                + (network.task() == OutputKind.SCORES
                        ? " network"
                        : " " + network.task().name().toLowerCase(Locale.ROOT));
    }

    /** Returns the largest absolute weight of a layer. */
    double largest(int column) {
        return Stream.of(layer(column).weights())
                .flatMapToDouble(DoubleStream::of)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    String input(int index) {
        return network.features().isEmpty()
                ? "x[" + index + "]"
                : name(network.features().get(index));
    }

    /** Returns the formula that scales an input, or an empty string if there is none. */
    String inputScaling(int index) {
        return network.input()
                .map(scaling -> "(x" + signed(-scaling.shift()[index]) + ") * " + rounded(scaling.factor()[index]))
                .orElse("");
    }

    /** Returns the name of an output. */
    String output(int index) {
        List<String> classes = network.classes();
        if (size(count() - 1) == 1 && classes.size() == 2) {
            return name(classes.get(1)) + " if above 0, else " + name(classes.get(0));
        }
        if (index < classes.size()) {
            return name(classes.get(index));
        }
        if (size(count() - 1) > 1) {
            return "score " + index;
        }
        return network.targetName().isBlank() ? "score" : name(network.targetName());
    }

    /** Returns the formula that restores an output from a scaled number, or an empty string if there is none. */
    String outputScaling(int index) {
        return network.target()
                .map((Columns scaling) -> "y / " + rounded(scaling.factor()[index]) + signed(scaling.shift()[index]))
                .orElse("");
    }

    private static String name(String text) {
        String name = TextFormat.elided(TextWidth.visible(text), 32);
        return name.isEmpty() ? "\"\"" : name;
    }

    private static String signed(double x) {
        return (x < 0 ? " - " : " + ") + rounded(Math.abs(x));
    }

    private static String rounded(double x) {
        BigDecimal rounded = new BigDecimal(x).round(DIGITS);
        double size = Math.abs(x);
        return size == 0
                ? "0"
                : size >= 1e-4 && size < 1e7
                        ? rounded.stripTrailingZeros().toPlainString()
                        : rounded.stripTrailingZeros().toString();
    }
}
