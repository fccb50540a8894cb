package io.github.microgradj.train;

import io.github.microgradj.nn.Activation;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The options for training: {@code TrainingOptions.defaults().withSteps(200)}.
 *
 * @param hidden the widths of the hidden layers; none gives a linear classifier
 * @param activation the activation of the hidden layers
 * @param loss the loss to minimise; if absent, the default for the data and the network
 * @param optimizer a name of {@link Optimizers#names()}
 * @param learningRate the step size; if absent, the default for the optimiser, the loss and the data
 * @param alpha the weight of the sum of squared parameters in the loss
 * @param batchSize the number of samples in a step; 0 means all
 * @param steps the number of updates
 * @param seed the seed of the weights, as in {@code random.seed}, and of the shuffled batches, as in
 *     {@code np.random.seed}: 0 to 2^32 - 1
 * @param eager whether each sample builds a graph of Values instead of running compiled code: slower, with the same
 *     results within rounding
 */
public record TrainingOptions(
        List<Integer> hidden,
        Activation activation,
        Optional<Loss> loss,
        String optimizer,
        Optional<LearningRate> learningRate,
        double alpha,
        int batchSize,
        int steps,
        long seed,
        boolean eager) {
    private static final TrainingOptions NOTEBOOK = new TrainingOptions(
            List.of(16, 16), Activation.RELU, Optional.empty(), "sgd", Optional.empty(), 1e-4, 0, 100, 1337, false);

    public TrainingOptions {
        hidden = List.copyOf(hidden);
        for (int width : hidden) {
            check(width >= 1, "a hidden layer needs at least 1 neuron", width);
        }
        check(Optimizers.names().contains(optimizer), "expected an optimizer, one of " + Optimizers.names(), optimizer);
        check(alpha >= 0 && Double.isFinite(alpha), "alpha must be a finite number, 0 or greater", alpha);
        check(batchSize >= 0, "a batch needs at least 1 sample, or 0 for all", batchSize);
        check(steps >= 1, "training needs at least 1 step", steps);
        check(seed >= 0 && seed <= 0xffffffffL, "a seed must be a whole number from 0 to 4294967295", seed);
    }

    /** Returns the options of micrograd's {@code demo.ipynb}. */
    public static TrainingOptions defaults() {
        return NOTEBOOK;
    }

    /** Returns a copy of these options with the given widths of the hidden layers; none gives a linear classifier. */
    public TrainingOptions withHidden(int... widths) {
        return with(copy -> copy.hidden = Arrays.stream(widths).boxed().toList());
    }

    /** Returns a copy of these options with the given activation of the hidden layers. */
    public TrainingOptions withActivation(Activation activation) {
        return with(copy -> copy.activation = activation);
    }

    /** Returns a copy of these options with the given loss. */
    public TrainingOptions withLoss(Loss loss) {
        return with(copy -> copy.loss = Optional.of(loss));
    }

    /** Returns a copy of these options with the given optimiser, one of {@link Optimizers#names()}. */
    public TrainingOptions withOptimizer(String optimizer) {
        return with(copy -> copy.optimizer = optimizer);
    }

    /** Returns a copy with the given learning rate: {@code new LearningRate(1.0, 0.1)} falls from 1 to 0.1. */
    public TrainingOptions withLearningRate(LearningRate learningRate) {
        return with(copy -> copy.learningRate = Optional.of(learningRate));
    }

    /** Returns a copy of these options with the given weight of the sum of squared parameters, at least 0. */
    public TrainingOptions withAlpha(double alpha) {
        return with(copy -> copy.alpha = alpha);
    }

    /** Returns a copy of these options with the given number of samples per step; 0 means all. */
    public TrainingOptions withBatchSize(int batchSize) {
        return with(copy -> copy.batchSize = batchSize);
    }

    /** Returns a copy of these options with the given number of updates. */
    public TrainingOptions withSteps(int steps) {
        return with(copy -> copy.steps = steps);
    }

    /** Returns a copy of these options with the given seed, from 0 to 2^32 - 1. */
    public TrainingOptions withSeed(long seed) {
        return with(copy -> copy.seed = seed);
    }

    /** Returns these options with graphs of Values instead of compiled code, or the reverse. */
    public TrainingOptions withEager(boolean eager) {
        return with(copy -> copy.eager = eager);
    }

    private TrainingOptions with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.options();
    }

    /** A mutable copy of the options. */
    private static final class Copy {
        private List<Integer> hidden;
        private Activation activation;
        private Optional<Loss> loss;
        private String optimizer;
        private Optional<LearningRate> learningRate;
        private double alpha;
        private int batchSize;
        private int steps;
        private long seed;
        private boolean eager;

        Copy(TrainingOptions options) {
            hidden = options.hidden;
            activation = options.activation;
            loss = options.loss;
            optimizer = options.optimizer;
            learningRate = options.learningRate;
            alpha = options.alpha;
            batchSize = options.batchSize;
            steps = options.steps;
            seed = options.seed;
            eager = options.eager;
        }

        TrainingOptions options() {
            return new TrainingOptions(
                    hidden, activation, loss, optimizer, learningRate, alpha, batchSize, steps, seed, eager);
        }
    }

    private static void check(boolean holds, String rule, Object given) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + given);
        }
    }
}
