package io.github.microgradj.nn;

import io.github.microgradj.text.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of a {@link ModelFile} for the scalings and names of a network. A scaling has lines for its kind, shifts
 * and factors. A name extends to the end of its line; backslashes and all characters that are not printable ASCII are
 * written as Unicode escapes, as in Java.
 *
 * <pre>{@code
 * inputs standard
 * shift 5.84 3.05
 * factor 1.21 2.3
 * target standard
 * shift 3.1
 * factor 0.5
 * feature sepal length (cm)
 * feature sepal width (cm)
 * predicts species
 * class setosa
 * class versicolor
 * }</pre>
 */
final class ModelExtras {
    private static final Pattern EXTRA = Pattern.compile("(inputs|target|shift|factor|feature|predicts|class) .*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final List<String> lines;
    private int read;

    /** Creates a reader of the given lines. */
    ModelExtras(List<String> lines) {
        this.lines = lines;
    }

    /** Returns the lines for a network; an empty list if it has neither scalings nor names. */
    static List<String> lines(MLP model) {
        List<String> lines = new ArrayList<>();
        model.inputScaling().ifPresent(scaling -> add(lines, "inputs", scaling));
        model.targetScaling().ifPresent(scaling -> add(lines, "target", scaling));
        model.signature().ifPresent(names -> {
            names.features().forEach(name -> lines.add("feature " + escaped(name)));
            lines.add("predicts " + escaped(names.target()));
            names.classes().forEach(name -> lines.add("class " + escaped(name)));
        });
        return lines;
    }

    private static void add(List<String> lines, String name, Scaling scaling) {
        lines.add(name + " " + scaling.kind());
        lines.add("shift " + numbers(scaling.shift()));
        lines.add("factor " + numbers(scaling.factor()));
    }

    private static String numbers(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Repr::of).collect(Collectors.joining(" "));
    }

    /** Returns whether a line belongs to a scaling or a name, and not to the weights of a neuron. */
    static boolean isExtra(String line) {
        return EXTRA.matcher(line).matches();
    }

    /** Returns the number of lines read so far, to locate an error. */
    int read() {
        return read;
    }

    /**
     * Returns the network with the scalings and names from the lines.
     *
     * @throws IllegalArgumentException if the lines are invalid or do not fit the network's shape
     */
    MLP on(MLP model) {
        MLP whole = model;
        if (isNext("inputs ")) {
            whole = whole.withInputScaling(scaling("inputs "));
        }
        if (isNext("target ")) {
            whole = whole.withTargetScaling(scaling("target "));
        }
        if (read < lines.size()) {
            List<String> features = names("feature ");
            String target = unescaped(rest("predicts "));
            whole = whole.withSignature(new Signature(features, target, names("class ")));
        }
        if (read < lines.size()) {
            throw new IllegalArgumentException("expected the weights of the first neuron, found another line");
        }
        return whole;
    }

    private Scaling scaling(String prefix) {
        return new Scaling(rest(prefix), numbers("shift "), numbers("factor "));
    }

    private double[] numbers(String prefix) {
        String line = rest(prefix);
        try {
            return Arrays.stream(line.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected numbers after " + prefix.strip(), e);
        }
    }

    private List<String> names(String prefix) {
        List<String> names = new ArrayList<>();
        while (isNext(prefix)) {
            names.add(unescaped(rest(prefix)));
        }
        return names;
    }

    private boolean isNext(String prefix) {
        return read < lines.size() && lines.get(read).startsWith(prefix);
    }

    private String rest(String prefix) {
        boolean there = isNext(prefix);
        read++;
        if (!there) {
            throw new IllegalArgumentException("expected a line that begins with " + prefix.strip());
        }
        return lines.get(read - 1).substring(prefix.length());
    }

    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        name.chars()
                .mapToObj(c -> c >= ' ' && c <= '~' && c != '\\' ? Character.toString(c) : String.format("\\u%04x", c))
                .forEach(escaped::append);
        return escaped.toString();
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
