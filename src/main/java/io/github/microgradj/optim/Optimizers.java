package io.github.microgradj.optim;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Named;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/** A table of the optimizers by name, and a method that applies an optimizer to a list of Values. */
public final class Optimizers {
    private static final List<Row> TABLE = List.of(
            new Row("sgd", SGD::new, size -> LearningRate.linear(1.0 / size, 0.1 / size)),
            new Row("momentum", () -> new SGD(0.9), size -> LearningRate.linear(0.1 / size, 0.01 / size)),
            new Row("adam", Adam::new, size -> LearningRate.linear(0.05, 0.005)),
            new Row("adamw", AdamW::new, size -> LearningRate.linear(0.05, 0.005)));

    private record Row(String name, Supplier<Optimizer> factory, DoubleFunction<LearningRate> learningRate) {}

    private Optimizers() {}

    /** Returns the names of all optimizers. */
    public static List<String> names() {
        return TABLE.stream().map(Row::name).toList();
    }

    /**
     * Creates the optimizer with the given name.
     *
     * @throws IllegalArgumentException if there is no such optimizer
     */
    public static Optimizer named(String name) {
        return row(name).factory.get();
    }

    /**
     * Returns the default learning rate for training a small network with the given optimizer.
     *
     * @param gradientSize the size of the gradients relative to those of micrograd's notebook; Adam and AdamW ignore it
     * @throws IllegalArgumentException if there is no such optimizer
     */
    public static LearningRate learningRate(String name, double gradientSize) {
        return row(name).learningRate.apply(gradientSize);
    }

    /** Takes one step of an optimizer, which updates the {@code data} of the parameters based on their {@code grad}. */
    public static void step(Optimizer optimizer, List<Value> parameters, double learningRate) {
        double[] data = new double[parameters.size()];
        double[] grad = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = parameters.get(i).data;
            grad[i] = parameters.get(i).grad;
        }
        optimizer.step(data, grad, learningRate);
        for (int i = 0; i < data.length; i++) {
            parameters.get(i).data = data[i];
        }
    }

    /**
     * Returns the state of an optimizer, one number per parameter. Creates the state in the first step, and throws an
     * exception if the number of parameters has changed since then.
     */
    static double[] memory(double[] kept, double[] data) {
        if (kept.length == 0) {
            return new double[data.length];
        }
        if (kept.length != data.length) {
            throw new IllegalArgumentException(
                    "an optimizer must get the same number of parameters in every step: expected " + kept.length
                            + ", got " + data.length);
        }
        return kept;
    }

    private static Row row(String name) {
        return Named.find(name, TABLE, Row::name, names -> "expected an optimizer, one of " + names + ", got " + name);
    }
}
