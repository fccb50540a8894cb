package io.github.microgradj.command.graph;

import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.graph.BackwardSteps;
import io.github.microgradj.viz.graph.view.GraphNames;
import io.github.microgradj.viz.graph.view.GraphSnapshot;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The gradient of a value, compared with the one that {@code backward()} would compute.
 *
 * @param name the user's name of the value or, if it has none, its operation, such as {@code (tanh)}, or
 *     {@code (number)} for a leaf
 * @param given the gradient that the value has
 * @param right the gradient that it should have
 * @param terms the terms that add up to the right gradient, one for each use of the value
 */
record GradientVerdict(String name, double given, double right, List<Double> terms, boolean isClose) {
    /**
     * The maximum relative error of a gradient that counts as right. The user may have rounded the gradient or
     * estimated it by a difference quotient.
     */
    private static final double RELATIVE = 1e-3;
    /**
     * The error that is allowed in addition, as a fraction of the graph's largest gradient, because a gradient of zero
     * may be computed as almost zero.
     */
    private static final double ROUNDING = 1e-9;

    /**
     * Returns the verdicts in the order of the backward pass. Values that have neither a name nor a gradient are left
     * out, because the user cannot set their gradients.
     */
    static List<GradientVerdict> of(GraphSnapshot graph, BackwardSteps pass, GraphNames names) {
        IdentityHashMap<Value, List<Double>> terms = new IdentityHashMap<>();
        pass.steps().forEach(step -> step.terms()
                .forEach(term -> terms.computeIfAbsent(term.operand(), operand -> new ArrayList<>())
                        .add(term.product())));
        double largest = graph.values().stream()
                .mapToDouble(value -> Math.abs(pass.gradient(value)))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        List<GradientVerdict> verdicts = new ArrayList<>();
        for (Value value : graph.backwardOrder()) {
            GraphSnapshot.Numbers numbers = graph.at(value);
            String name = names.of(value, numbers.label());
            if (!name.isEmpty() || numbers.grad() != 0) {
                double right = pass.gradient(value);
                verdicts.add(new GradientVerdict(
                        name.isEmpty() ? value.op() == null ? "(number)" : "(" + value.symbol() + ")" : name,
                        numbers.grad(),
                        right,
                        terms.getOrDefault(value, List.of()),
                        isClose(numbers.grad(), right, ROUNDING * largest)));
            }
        }
        return verdicts;
    }

    private static boolean isClose(double given, double right, double rounding) {
        return Double.compare(given, right) == 0
                || given == right
                || Math.abs(given - right) <= (given == 0 ? rounding : RELATIVE * Math.abs(right) + rounding);
    }

    boolean isMissing() {
        return !isClose && given == 0;
    }

    boolean isWrong() {
        return !isClose && given != 0;
    }

    /** Returns whether the gradient is only one of several terms that should have been added up. */
    boolean isPart() {
        return terms.size() > 1 && isWrong() && terms.stream().anyMatch(term -> isClose(given, term, 0));
    }

    /** Returns the ratio of the given gradient to the right one, rounded, or 0 if it is not close to a whole number. */
    long multiple() {
        double ratio = given / right;
        long nearest = Math.round(ratio);
        return Math.abs(ratio - nearest) < RELATIVE ? nearest : 0;
    }
}
