package io.github.microgradj.nn;

import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A comparison of the gradients of {@link Value#backward()} with central differences, as in
 * {@code GradientCheck.of(() -> a.mul(b).tanh(), a, b)}.
 *
 * @param rows one row per leaf, in the order given
 */
public record GradientCheck(List<Row> rows) {
    /**
     * The step h of the central difference: the cube root of the machine epsilon of {@code double}, which balances
     * rounding and truncation errors.
     */
    private static final double STEP = 6e-6;

    private static final int ROWS_SHOWN = 10;

    /**
     * The result for one leaf.
     *
     * @param name the label of the leaf, or {@code #} and its index
     * @param data the value of the leaf
     * @param gradient the derivative by backpropagation
     * @param difference the derivative by (f(x + h) - f(x - h)) / 2h
     * @param error the absolute difference between the derivatives, divided by the largest absolute value of the two
     *     derivatives and the expression; the expression is included because its rounding error limits the precision of
     *     a central difference
     */
    public record Row(String name, double data, double gradient, double difference, double error) {
        @Override
        public String toString() {
            return format("%-10s%14.6g%14.6g%14.6g%10.1e", name, data, gradient, difference, error);
        }
    }

    public GradientCheck {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("expected at least 1 leaf for a gradient check, got 0");
        }
    }

    /**
     * Checks the derivative of an expression with respect to each leaf. Restores the data and gradients of all leaves.
     *
     * @param expression a function that builds a new graph on each call, from the current data of the leaves
     * @param leaves the inputs or parameters to check
     * @throws IllegalArgumentException if there are no leaves, a leaf is the result of an operation, or the expression
     *     returns the same graph twice
     */
    public static GradientCheck of(Supplier<Value> expression, List<Value> leaves) {
        for (Value leaf : leaves) {
            if (leaf.op() != null) {
                throw new IllegalArgumentException(
                        "expected leaves for a gradient check, got the result of " + leaf.op());
            }
        }
        Value root = expression.get();
        if (root.op() != null && root == expression.get()) {
            throw new IllegalArgumentException(
                    "the expression must build a new graph on each call, but it returned the same graph twice; "
                            + "write a lambda such as () -> a.mul(b)");
        }
        double[] gradients = gradients(root, leaves);
        return new GradientCheck(IntStream.range(0, leaves.size())
                .mapToObj(i -> row(expression, leaves.get(i), i, gradients[i], Math.abs(root.data)))
                .toList());
    }

    /** Checks the given leaves; see {@link #of(Supplier, List)}. */
    public static GradientCheck of(Supplier<Value> expression, Value... leaves) {
        return of(expression, Arrays.asList(leaves));
    }

    /**
     * Returns the gradients of the leaves. Restores all gradients that backpropagation reaches, including those of
     * leaves that are not checked.
     */
    private static double[] gradients(Value root, List<Value> leaves) {
        Set<Value> touched = new LinkedHashSet<>(Graph.of(root).leaves());
        touched.addAll(leaves);
        double[] before = touched.stream().mapToDouble(leaf -> leaf.grad).toArray();
        touched.forEach(leaf -> leaf.grad = 0);
        root.backward();
        double[] gradients = leaves.stream().mapToDouble(leaf -> leaf.grad).toArray();
        int i = 0;
        for (Value leaf : touched) {
            leaf.grad = before[i++];
        }
        return gradients;
    }

    private static Row row(Supplier<Value> expression, Value leaf, int index, double gradient, double scale) {
        double difference = centralDifference(expression, leaf);
        double largest = Math.max(scale, Math.max(Math.abs(gradient), Math.abs(difference)));
        double error = largest == 0 ? 0 : Math.abs(gradient - difference) / largest;
        return new Row(leaf.label.isEmpty() ? "#" + index : leaf.label, leaf.data, gradient, difference, error);
    }

    private static double centralDifference(Supplier<Value> expression, Value leaf) {
        double data = leaf.data;
        double above = data + STEP * Math.max(1, Math.abs(data));
        double below = data - STEP * Math.max(1, Math.abs(data));
        try {
            leaf.data = above;
            double high = expression.get().data;
            leaf.data = below;
            return (high - expression.get().data) / (above - below);
        } finally {
            leaf.data = data;
        }
    }

    /** Returns the row with the largest error; NaN counts as the largest. */
    public Row worst() {
        return rows.stream().max(Comparator.comparingDouble(Row::error)).orElseThrow();
    }

    /** Returns whether no error exceeds {@code tolerance}; 1e-6 is a usual choice. */
    public boolean passed(double tolerance) {
        return worst().error() <= tolerance;
    }

    /** Returns the worst error and a table of at most ten leaves, worst first. */
    @Override
    public String toString() {
        String header = format("%-10s%14s%14s%14s%10s", "leaf", "data", "backward", "difference", "error");
        String body = rows.stream()
                .sorted(Comparator.comparingDouble(Row::error).reversed())
                .limit(ROWS_SHOWN)
                .map(Row::toString)
                .collect(Collectors.joining("\n"));
        return format("worst of %d relative errors: %.1e\n", rows.size(), worst().error()) + header + "\n" + body;
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
