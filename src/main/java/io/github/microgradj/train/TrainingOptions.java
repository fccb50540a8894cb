package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Initializer;
import io.github.microgradj.nn.Scaling;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Options for training, such as {@code TrainingOptions.defaults().withSteps(200)}.
 *
 * @param hidden the widths of the hidden layers; an empty list gives a linear model
 * @param activation the activation of the hidden layers
 * @param loss the loss to minimize; if absent, the default for the data and the network
 * @param optimizer one of {@link Optimizers#names()}
 * @param learningRate the learning rate; if absent, the default for the optimizer, the loss and the data
 * @param alpha the weight of the sum of squared parameters in the loss
 * @param batchSize the number of samples per step; 0 means all
 * @param steps the number of updates
 * @param seed the seed of the weights, as in {@code random.seed}, and of the shuffled batches, as in {@code
 *     np.random.seed}; from 0 to 2^32 - 1
 * @param initializer how the weights of a new network are drawn
 * @param scale how a new network scales its inputs and, in regression, its target: one of {@link Scaling#KINDS}, or
 *     {@link #UNSCALED}
 * @param validation the fraction of the samples that is held out for validation, below 1; 0 means none
 * @param patience the number of steps (with mini-batches: passes over the training samples) without a lower validation
 *     loss after which training stops early and keeps the network of the best step; 0 disables early stopping
 * @param eager whether to build a graph of Values for each sample, which is slower than running compiled code and gives
 *     the same result up to rounding
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
        Initializer initializer,
        String scale,
        double validation,
        int patience,
        boolean eager) {
    /** The value of {@code scale} that requests no scaling. */
    public static final String UNSCALED = "none";

    /** The minimum number of samples for which {@link #forData} holds out a fifth of them for validation. */
    private static final int ENOUGH = 50;

    private static final TrainingOptions NOTEBOOK = new TrainingOptions(
            List.of(16, 16),
            Activation.RELU,
            Optional.empty(),
            "sgd",
            Optional.empty(),
            1e-4,
            0,
            100,
            1337,
            Initializer.UNIFORM,
            UNSCALED,
            0,
            0,
            false);

    public TrainingOptions {
        hidden = List.copyOf(hidden);
        for (int width : hidden) {
            check(width >= 1, "a hidden layer needs at least 1 neuron", width);
        }
        check(Optimizers.names().contains(optimizer), "expected an optimizer, one of " + Optimizers.names(), optimizer);
        check(alpha >= 0 && Double.isFinite(alpha), "alpha must be a finite number of at least 0", alpha);
        check(batchSize >= 0, "the batch size must be at least 1, or 0 for all samples", batchSize);
        check(steps >= 1, "training needs at least 1 step", steps);
        check(seed >= 0 && seed <= 0xffffffffL, "a seed must be a whole number from 0 to 4294967295", seed);
        check(
                scale.equals(UNSCALED) || Scaling.KINDS.contains(scale),
                "expected a scale, one of " + Scaling.KINDS + " or " + UNSCALED,
                scale);
        check(
                validation >= 0 && validation < 1,
                "validation must be a fraction of the samples, at least 0 and below 1",
                validation);
        check(patience >= 0, "patience must be a number of steps, or 0 for no early stopping", patience);
    }

    /** Returns the options of micrograd's {@code demo.ipynb}. */
    public static TrainingOptions defaults() {
        return NOTEBOOK;
    }

    /**
     * Returns options suited to the user's own data, such as data from a file: scaled inputs, He's initializer, Adam, a
     * cross-entropy loss for classes, a larger L2 penalty and, if there are at least 50 samples, a fifth of them for
     * validation.
     */
    public static TrainingOptions forData(Dataset data) {
        TrainingOptions options = NOTEBOOK.withInitializer(Initializer.suiting(NOTEBOOK.activation))
                .withScale("standard")
                .withOptimizer("adam")
                .withAlpha(0.003)
                .withSteps(200)
                .withValidation(data.size() < ENOUGH ? 0 : 0.2);
        return data.classes() == 2 ? options.withLoss(Loss.BCE) : options;
    }

    /**
     * Returns a copy of these options with the given widths of the hidden layers. Without hidden layers, the model is
     * linear.
     */
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

    /** Returns a copy of these options with the given optimizer, one of {@link Optimizers#names()}. */
    public TrainingOptions withOptimizer(String optimizer) {
        return with(copy -> copy.optimizer = optimizer);
    }

    /**
     * Returns a copy of these options with the given learning rate. For example, {@code new LearningRate(1.0, 0.1)}
     * falls from 1 to 0.1.
     */
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

    /** Returns a copy of these options with the given initializer. */
    public TrainingOptions withInitializer(Initializer initializer) {
        return with(copy -> copy.initializer = initializer);
    }

    /** Returns a copy of these options with the given scale, one of {@link Scaling#KINDS} or {@link #UNSCALED}. */
    public TrainingOptions withScale(String scale) {
        return with(copy -> copy.scale = scale);
    }

    /**
     * Returns a copy of these options that holds out the given fraction of the samples, at least 0 and below 1, for
     * validation.
     */
    public TrainingOptions withValidation(double share) {
        return with(copy -> copy.validation = share);
    }

    /**
     * Returns a copy of these options with early stopping, which keeps the network of the best step.
     *
     * @param patience the number of steps (with mini-batches: passes) to wait for a lower validation loss; 0 disables
     *     early stopping
     */
    public TrainingOptions withEarlyStopping(int patience) {
        return with(copy -> copy.patience = patience);
    }

    /**
     * Returns a copy of these options that uses graphs of Values if {@code eager} is true, and compiled code otherwise.
     */
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
        private Initializer initializer;
        private String scale;
        private double validation;
        private int patience;
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
            initializer = options.initializer;
            scale = options.scale;
            validation = options.validation;
            patience = options.patience;
            eager = options.eager;
        }

        TrainingOptions options() {
            return new TrainingOptions(
                    hidden,
                    activation,
                    loss,
                    optimizer,
                    learningRate,
                    alpha,
                    batchSize,
                    steps,
                    seed,
                    initializer,
                    scale,
                    validation,
                    patience,
                    eager);
        }
    }

    private static void check(boolean holds, String rule, Object given) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + given);
        }
    }
}
