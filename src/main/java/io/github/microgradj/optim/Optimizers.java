package io.github.microgradj.optim;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Named;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/** The optimisers by name, and the way from a list of Values to one of them. */
public final class Optimizers {
    private static final List<Row> TABLE = List.of(
            new Row("sgd", SGD::new, size -> LearningRate.linear(1.0 / size, 0.1 / size)),
            new Row("momentum", () -> new SGD(0.9), size -> LearningRate.linear(0.1 / size, 0.01 / size)),
            new Row("adam", Adam::new, size -> LearningRate.linear(0.05, 0.005)));

    private record Row(String name, Supplier<Optimizer> factory, DoubleFunction<LearningRate> learningRate) {}

    private Optimizers() {}

    /** Every name, in the order of the table. */
    public static List<String> names() {
        return TABLE.stream().map(Row::name).toList();
    }

    /**
     * A fresh optimiser of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Optimizer named(String name) {
        return row(name).factory.get();
    }

    /**
     * The learning rate to try first when a small net is trained by the optimiser of that name.
     *
     * @param gradientSize how large gradients are beside those of micrograd's notebook, 1; Adam does not care
     * @throws IllegalArgumentException if there is none
     */
    public static LearningRate learningRate(String name, double gradientSize) {
        return row(name).learningRate.apply(gradientSize);
    }

    /** One step of the optimiser on the data of the parameters, by their gradients. */
    public static void step(Optimizer optimizer, List<Value> parameters, double learningRate) {
        double[] data = parameters.stream().mapToDouble(p -> p.data).toArray();
        double[] grad = parameters.stream().mapToDouble(p -> p.grad).toArray();
        optimizer.step(data, grad, learningRate);
        for (int i = 0; i < data.length; i++) {
            parameters.get(i).data = data[i];
        }
    }

    /** The array of one number for each parameter that a rule remembers; refuses to go on with another set of parameters. */
    static double[] memory(double[] kept, double[] data) {
        if (kept.length == 0) {
            return new double[data.length];
        }
        if (kept.length != data.length) {
            throw new IllegalArgumentException("an optimizer goes on with the parameters it started with: "
                    + kept.length + " of them, was given " + data.length);
        }
        return kept;
    }

    private static Row row(String name) {
        return Named.find(name, TABLE, Row::name, names -> "an optimizer is one of " + names + ", was " + name);
    }
}
