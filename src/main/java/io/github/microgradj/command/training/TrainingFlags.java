package io.github.microgradj.command.training;

import io.github.microgradj.nn.Activation;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.train.Loss;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.Verdict;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code :train} for network, loss and optimizer. */
final class TrainingFlags {
    /** The optimizer that scales the step of each parameter, which features of very different sizes need. */
    static final String ADAM = "--optimizer adam";

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            defaultValue = "16,16",
            description = "Hidden layers (default ${DEFAULT-VALUE}).")
    private List<Integer> hidden;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfActivations.class,
            defaultValue = "relu",
            description = "Of the hidden layers: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfLosses.class,
            description = "${COMPLETION-CANDIDATES} (default: depends on the data).")
    private Optional<String> loss;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfOptimizers.class,
            defaultValue = "sgd",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--lr",
            paramLabel = "RATE",
            description = "Learning rate of the first step (default: the optimizer's usual).")
    private Optional<Double> learningRate;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "linear",
            description = "${COMPLETION-CANDIDATES}: linear falls to a tenth (default ${DEFAULT-VALUE}).")
    private Schedule schedule;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            defaultValue = "1e-4",
            description = "Weight of the L2 penalty (default ${DEFAULT-VALUE}).")
    private double alpha;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "0",
            description = "Samples per step; 0 is all (default ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "100",
            description = "Number of updates (default ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--eager", description = "Build a graph of Values for each sample, instead of compiling the loss.")
    private boolean eager;

    /** How the learning rate changes during training. */
    enum Schedule {
        constant,
        linear
    }

    /** Returns the options of the training; {@code seed} is the seed of the weights. */
    TrainingOptions options(long seed) {
        TrainingOptions options = TrainingOptions.defaults()
                .withHidden(hidden.stream().mapToInt(width -> width).toArray())
                .withActivation(Activation.named(activation))
                .withOptimizer(optimizer)
                .withAlpha(alpha)
                .withBatchSize(batch)
                .withSteps(steps)
                .withSeed(seed)
                .withEager(eager);
        options = loss.map(Loss::named).map(options::withLoss).orElse(options);
        return rate().map(options::withLearningRate).orElse(options);
    }

    /**
     * Returns what to try if the network learned nothing useful; empty if it learned, or if the verdict itself says
     * what to try.
     */
    Optional<String> remedy(Verdict verdict) {
        if (verdict.kind() != Verdict.Kind.NO_BETTER_THAN_CONSTANT) {
            return Optional.empty();
        }
        return Optional.of(
                verdict.isFarFromOne() && !optimizer.equals("adam")
                        ? ADAM
                        : "more --steps, another --lr or --seed, or a wider --hidden");
    }

    /** Returns the requested learning rate; if empty, the trainer chooses one that suits optimizer, loss and data. */
    private Optional<LearningRate> rate() {
        if (learningRate.isEmpty() && schedule == Schedule.linear) {
            return Optional.empty();
        }
        double start = learningRate.orElseGet(
                () -> Optimizers.learningRate(optimizer, 1).start());
        return Optional.of(
                schedule == Schedule.constant ? LearningRate.constant(start) : LearningRate.linear(start, start / 10));
    }
}
