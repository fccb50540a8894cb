package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module that scales a row of numbers to a root mean square of 1: {@code x / sqrt(mean(x^2) + 1e-5)}, as in Zhang and
 * Sennrich (2019), but without a trainable factor for each number. It keeps the numbers in a network at a similar size,
 * which makes training easier.
 */
public final class RMSNorm implements Module {
    private static final double EPSILON = 1e-5; // avoids a division by 0

    /** Creates a module for rows of any length. */
    public RMSNorm() {}

    /**
     * Returns the scaled row.
     *
     * @param x a row of any length n, at least 1
     * @return length n
     */
    public Value[] forward(Value... x) {
        Shapes.checkPositive("expected at least 1 number to scale", x.length);
        Value sum = x[0].mul(x[0]);
        for (int i = 1; i < x.length; i++) {
            sum = sum.add(x[i].mul(x[i]));
        }
        Value scale = sum.div(x.length).add(EPSILON).pow(-0.5);
        return Stream.of(x).map(each -> each.mul(scale)).toArray(Value[]::new);
    }

    /** Returns the scaled rows, n x width. */
    public Value[][] forward(Value[][] x) {
        return Stream.of(x).map(this::forward).toArray(Value[][]::new);
    }

    /** Returns an empty list: there is nothing to train. */
    @Override
    public List<Value> parameters() {
        return List.of();
    }

    @Override
    public String toString() {
        return "RMSNorm()";
    }
}
