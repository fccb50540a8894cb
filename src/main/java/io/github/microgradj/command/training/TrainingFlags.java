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

/** What {@code :train} lets one choose about network, loss and optimizer. */
final class TrainingFlags {
    /** The optimiser that gives each parameter a step of its own size, which large and small features need. */
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
            description = "Inside: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            completionCandidates = TrainingNames.OfLosses.class,
            description = "${COMPLETION-CANDIDATES} (default: what suits the data).")
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
            description = "Samples a step; 0 is all (default ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "100",
            description = "Updates (default ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--eager", description = "Build a graph of Values for each sample, instead of compiling the loss.")
    private boolean eager;

    /** How the learning rate changes over a training. */
    enum Schedule {
        constant,
        linear
    }

    /** The choices for a training; {@code seed} is that of the weights. */
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
     * What to try after a training that was worth nothing; empty if it was worth something, or the verdict itself says it.
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

    /** What was asked for; absent, the trainer chooses what suits optimizer, loss and data. */
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
