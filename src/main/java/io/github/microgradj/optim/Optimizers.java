package io.github.microgradj.optim;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Named;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/** The optimisers by name, and the step of an optimiser on a list of Values. */
public final class Optimizers {
    private static final List<Row> TABLE = List.of(
            new Row("sgd", SGD::new, size -> LearningRate.linear(1.0 / size, 0.1 / size)),
            new Row("momentum", () -> new SGD(0.9), size -> LearningRate.linear(0.1 / size, 0.01 / size)),
            new Row("adam", Adam::new, size -> LearningRate.linear(0.05, 0.005)),
            new Row("adamw", AdamW::new, size -> LearningRate.linear(0.05, 0.005)));

    private record Row(String name, Supplier<Optimizer> factory, DoubleFunction<LearningRate> learningRate) {}

    private Optimizers() {}

    /** Returns every name, in the order of the table. */
    public static List<String> names() {
        return TABLE.stream().map(Row::name).toList();
    }

    /**
     * Returns a new optimiser with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Optimizer named(String name) {
        return row(name).factory.get();
    }

    /**
     * Returns the learning rate to try first when the optimiser with this name trains a small net.
     *
     * @param gradientSize how large gradients are compared with those of micrograd's notebook, 1; Adam ignores it
     * @throws IllegalArgumentException if there is no such optimiser
     */
    public static LearningRate learningRate(String name, double gradientSize) {
        return row(name).learningRate.apply(gradientSize);
    }

    /** Takes one step of the optimiser on the data of the parameters, given their gradients. */
    public static void step(Optimizer optimizer, List<Value> parameters, double learningRate) {
        double[] data = parameters.stream().mapToDouble(p -> p.data).toArray();
        double[] grad = parameters.stream().mapToDouble(p -> p.grad).toArray();
        optimizer.step(data, grad, learningRate);
        for (int i = 0; i < data.length; i++) {
            parameters.get(i).data = data[i];
        }
    }

    /**
     * Returns the state of a rule, one number per parameter; creates it in the first step; throws if the number of
     * parameters changes later.
     */
    static double[] memory(double[] kept, double[] data) {
        if (kept.length == 0) {
            return new double[data.length];
        }
        if (kept.length != data.length) {
            throw new IllegalArgumentException("an optimizer keeps the parameters it started with: expected "
                    + kept.length + ", got " + data.length);
        }
        return kept;
    }

    private static Row row(String name) {
        return Named.find(name, TABLE, Row::name, names -> "expected an optimizer, one of " + names + ", got " + name);
    }
}
