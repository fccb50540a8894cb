package io.github.microgradj.command.training;

import io.github.microgradj.command.UserError;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Initializer;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.train.Loss;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.Verdict;
import io.github.microgradj.viz.training.TrainingReport;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options of {@code :train} for the network, the loss and the optimizer. Their defaults for files differ from those
 * for built-in data sets.
 */
final class TrainingFlags {
    /** The option for an optimizer that adapts the step of each parameter, for features of very different sizes. */
    static final String ADAM = "--optimizer adam";

    /** The option that scales the inputs, for features whose values are far from 1. */
    static final String SCALE = "--scale standard";

    private static final String NO_LAYERS = "none";

    @Option(
            names = "--hidden",
            paramLabel = "N",
            description = "Sizes of the hidden layers (default 16,16); none for a linear model.")
    private Optional<String> hidden;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfActivations.class,
            defaultValue = "relu",
            description = "Activation of the hidden layers: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--init",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfInitializers.class,
            description =
                    "Initial weights: ${COMPLETION-CANDIDATES} (default uniform; csv: depends on the activation).")
    private Optional<String> initializer;

    @Option(
            names = "--scale",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfScales.class,
            description = "Scaling of the inputs: ${COMPLETION-CANDIDATES} (default none; csv: standard).")
    private Optional<String> scale;

    @Option(
            names = "--validation",
            paramLabel = "FRACTION",
            description = "Fraction of the samples to set aside for validation (default 0; csv: 0.2 if there are 50"
                    + " or more).")
    private Optional<Double> validation;

    @Option(
            names = "--early-stopping",
            paramLabel = "STEPS",
            arity = "0..1",
            fallbackValue = "30",
            description = "Stop when the validation loss has not fallen for STEPS steps (default 30), and keep the best"
                    + " model.")
    private Optional<Integer> patience;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfLosses.class,
            description = "Loss: ${COMPLETION-CANDIDATES} (default: depends on the data).")
    private Optional<String> loss;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfOptimizers.class,
            description = "Optimizer: ${COMPLETION-CANDIDATES} (default sgd; csv: adam).")
    private Optional<String> optimizer;

    @Option(
            names = "--lr",
            paramLabel = "RATE",
            description = "Learning rate of the first step (default: depends on the optimizer).")
    private Optional<Double> learningRate;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "linear",
            description = "Schedule of the learning rate: ${COMPLETION-CANDIDATES}; linear lowers it to a tenth of its"
                    + " initial value (default ${DEFAULT-VALUE}).")
    private Schedule schedule;

    @Option(names = "--alpha", paramLabel = "A", description = "Weight of the L2 penalty (default 1e-4; csv: 0.003).")
    private Optional<Double> alpha;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "0",
            description = "Samples per step; 0 means all (default ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--steps", paramLabel = "N", description = "Number of steps (default 100; csv: 200; names: 1000).")
    private Optional<Integer> steps;

    @Option(names = "--eager", description = "Build a graph of Values for each sample instead of compiling the loss.")
    private boolean eager;

    /** Returns the number of steps, if given. */
    Optional<Integer> steps() {
        return steps;
    }

    /** Returns the learning rate of the first step, if given. */
    Optional<Double> learningRate() {
        return learningRate;
    }

    /** The ways in which the learning rate can change during training. */
    enum Schedule {
        constant,
        linear
    }

    /**
     * Returns the options for training: the defaults for the data, with the changes that the user asked for.
     *
     * @param seed the seed for the weights and the split
     * @param isFile whether the data comes from a file
     * @throws UserError if the sizes of the hidden layers are not numbers, or if early stopping is requested without
     *     validation samples
     */
    TrainingOptions options(Dataset data, long seed, boolean isFile) throws UserError {
        Activation chosen = Activation.named(activation);
        TrainingOptions options = base(data, isFile);
        if (options.initializer() != Initializer.UNIFORM) {
            options = options.withInitializer(Initializer.suiting(chosen));
        }
        options = options.withActivation(chosen)
                .withBatchSize(batch)
                .withSeed(seed)
                .withEager(eager);
        if (hidden.isPresent()) {
            options = options.withHidden(widths(hidden.get()));
        }
        options = alpha.map(options::withAlpha).orElse(options);
        options = steps.map(options::withSteps).orElse(options);
        options = scale.map(options::withScale).orElse(options);
        options = initializer
                .map(Initializer::named)
                .map(options::withInitializer)
                .orElse(options);
        options = loss.map(Loss::named).map(options::withLoss).orElse(options);
        options = validation.map(options::withValidation).orElse(options);
        if (patience.isPresent() && options.validation() == 0) {
            throw new UserError("early stopping needs validation samples; add --validation 0.2");
        }
        options = patience.map(options::withEarlyStopping).orElse(options);
        options = optimizer.map(options::withOptimizer).orElse(options);
        return rate(options.optimizer()).map(options::withLearningRate).orElse(options);
    }

    /**
     * Returns the default options: the notebook's for built-in classification data, and otherwise those for the user's
     * own data, but without scaling if the data is built in.
     */
    private static TrainingOptions base(Dataset data, boolean isFile) {
        if (isFile) {
            return TrainingOptions.forData(data);
        }
        return data.isRegression()
                ? TrainingOptions.forData(data).withScale(TrainingOptions.UNSCALED)
                : TrainingOptions.defaults();
    }

    private static int[] widths(String layers) throws UserError {
        if (layers.equals(NO_LAYERS)) {
            return new int[0];
        }
        try {
            return Arrays.stream(layers.split(",", -1))
                    .mapToInt(width -> Integer.parseInt(width.strip()))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new UserError(
                    "--hidden must be a list of layer sizes (such as 16,16) or the word none; got " + layers);
        }
    }

    /**
     * Returns what to try next, or empty if the verdict is that the network has learned.
     *
     * @param fresh whether the network was created for this run, in which case the options for new networks apply
     */
    Optional<String> remedy(Verdict verdict, TrainingRun run, boolean fresh) {
        TrainingOptions options = run.options();
        boolean adam = options.optimizer().startsWith("adam");
        Optional<String> sizes = Optional.<String>empty()
                .or(() -> fresh ? Optional.of(SCALE) : Optional.empty())
                .or(() -> adam ? Optional.empty() : Optional.of(ADAM))
                .filter(way -> verdict.isFarFromOne());
        return switch (verdict.kind()) {
            case LEARNED -> Optional.empty();
            case DIVERGED -> {
                String rate =
                        "--lr " + TrainingReport.number(run.history().get(0).learningRate() / 10);
                yield Optional.of(sizes.map(way -> way + ", or " + rate).orElse(rate));
            }
            case NO_BETTER_THAN_CONSTANT ->
                sizes.or(() -> Optional.of(
                        options.validation() == 0
                                ? "more --steps, another --lr or --seed, or a wider --hidden"
                                : "more --steps or another --lr; if the features lack information, try more samples or"
                                        + " other features"));
            case STUCK ->
                sizes.or(() -> Optional.of("another --activation or --init, or " + (adam ? "more --steps" : ADAM)));
            case DEAD -> sizes.or(() -> Optional.of("--activation leakyrelu, or a lower --lr"));
            case OVERFITTING -> Optional.of("--early-stopping, or a larger --alpha such as " + larger(options.alpha()));
            case STILL_FALLING -> Optional.of("--steps " + 2 * options.steps());
        };
    }

    private static String larger(double alpha) {
        return alpha < 0.01 ? "0.01" : String.valueOf(10 * alpha);
    }

    /**
     * Returns the requested learning rate; if empty, the trainer chooses a default for the optimizer, the loss and the
     * data.
     */
    private Optional<LearningRate> rate(String optimizer) {
        if (learningRate.isEmpty() && schedule == Schedule.linear) {
            return Optional.empty();
        }
        double start = learningRate.orElseGet(
                () -> Optimizers.learningRate(optimizer, 1).start());
        return Optional.of(
                schedule == Schedule.constant ? LearningRate.constant(start) : LearningRate.linear(start, start / 10));
    }
}
