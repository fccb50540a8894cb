package io.github.microgradj.bench;

import io.github.microgradj.compile.Compiled;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.random.NumPyRandom;
import io.github.microgradj.random.PythonRandom;
import java.util.Arrays;

/**
 * A training run that is timed step by step. A step consists of the whole batch forward and backward, followed by an
 * update.
 *
 * @param widths the number of features, then the number of neurons of each layer
 * @param x the inputs, samples by features
 * @param y -1 or 1 for each sample if there is one output (hinge and L2), and otherwise its class (softmax
 *      cross-entropy)
 * @param alpha the weight of L2
 * @param rate the learning rate over {@link #STEPS} steps
 * @param checkedSteps the number of losses that are compared: as many as the engine computes in a second or two
 */
record Task(int[] widths, double[][] x, double[] y, double alpha, LearningRate rate, int checkedSteps) {
    /** The number of steps after which training starts over, so that all benchmarks time the same stages on average. */
    static final int STEPS = 100;

    /** Returns the notebook's network on two moons. With 100 samples, the data is also the notebook's. */
    static Task moons(int samples) {
        return moons(samples, 2, 16, 16, 1);
    }

    /** Returns another network on two moons. */
    static Task moons(int samples, int... widths) {
        Dataset data = Datasets.moons(samples, 0.1, 1337);
        double[] y =
                Arrays.stream(data.labels()).mapToDouble(label -> 2 * label - 1).toArray();
        return new Task(
                widths,
                data.inputs(),
                y,
                1e-4,
                LearningRate.linear(1, 0.1),
                Math.max(2, Math.min(STEPS, 100_000 / samples)));
    }

    /** Returns a task of the size of scikit-learn's digits, on synthetic data: 64-128-64-10, batch 256. */
    static Task digits() {
        return classes(256, 64, 128, 64, 10);
    }

    /** Returns a task of the size of MNIST, on synthetic data: 784-128-10, batch 128. */
    static Task mnist() {
        return classes(128, 784, 128, 10);
    }

    private static Task classes(int samples, int... widths) {
        NumPyRandom random = new NumPyRandom(1337);
        double[][] x = new double[samples][widths[0]];
        double[] y = new double[samples];
        for (int s = 0; s < samples; s++) {
            y[s] = s % widths[widths.length - 1];
            for (int i = 0; i < widths[0]; i++) {
                x[s][i] = random.random();
            }
        }
        return new Task(widths, x, y, 0, LearningRate.constant(0.01), 3);
    }

    MLP model() {
        return new MLP(new PythonRandom(1337), widths[0], Arrays.copyOfRange(widths, 1, widths.length));
    }

    /** Returns the loss of one sample, including the L2 term. */
    Compiled.SampleLoss loss(MLP model) {
        return (x, y) -> {
            Value error = error(model.forward(x), y[0]);
            return alpha == 0 ? error : error.add(Losses.l2(model).mul(alpha));
        };
    }

    Value error(Value[] scores, double y) {
        return scores.length == 1 ? Losses.hinge(scores[0], y) : Losses.crossEntropy(scores, (int) y);
    }
}
