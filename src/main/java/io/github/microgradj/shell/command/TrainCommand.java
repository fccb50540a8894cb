package io.github.microgradj.shell.command;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Session;
import io.github.microgradj.shell.TextFile;
import io.github.microgradj.shell.VariableNames;
import io.github.microgradj.train.Loss;
import io.github.microgradj.train.Snapshot;
import io.github.microgradj.train.Snapshots;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingListener;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.viz.DecisionBoundary;
import io.github.microgradj.viz.TrainingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@CommandLine.Command(
        name = "train",
        sortOptions = false,
        description = {
            "Train a network on a data set.",
            "Without options it is micrograd's notebook: 100 samples, MLP(2, 16, 16, 1), hinge loss, 100 steps. Afterwards"
                    + " model, data and history are variables. Ctrl-C stops after a step and keeps the model."
        })
final class TrainCommand extends Command {
    /** Pictures of a training that is shown again: of a hundred steps each, from before the first to after the last. */
    private static final int MOMENTS = 101;

    private final AtomicBoolean watchIsKnown;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            completionCandidates = TrainingNames.OfDatasets.class,
            description = "One of ${COMPLETION-CANDIDATES}; csv takes a FILE and --label.")
    private String dataset;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The file of csv, with a header.")
    private Optional<Path> file;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "The column of csv that holds the class, by name or number.")
    private Optional<String> label;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "100",
            description = "Samples to make (default ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            description = "Standard deviation of their noise (default: the set's own).")
    private Optional<Double> noise;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1337",
            description = "Seed of data and weights (default ${DEFAULT-VALUE}).")
    private long seed;

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

    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = VariableNames.class,
            description = "Train this variable instead of a new network.")
    private Optional<String> model;

    @Option(names = "--save", paramLabel = "FILE", description = "Write the trained network to FILE.")
    private Optional<Path> save;

    @Option(names = "--boundary", paramLabel = "FILE", description = "Draw the decision boundary to FILE (png or svg).")
    private Optional<Path> boundary;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write a page to FILE (html): curves, the boundary step by step, settings, code to repeat it.")
    private Optional<Path> report;

    @Option(names = "--log", description = "Print a line for each step, as the notebook does.")
    private boolean log;

    @Option(
            names = "--watch",
            description = "Afterwards show how it learned once more, in about five seconds; any key ends that.")
    private boolean watch;

    @Option(names = "--quiet", description = "Print nothing while training.")
    private boolean quiet;

    /** How the learning rate changes over a training. */
    enum Schedule {
        constant,
        linear
    }

    /** @param watchIsKnown whether {@code --watch} was suggested, which is done once in a session */
    TrainCommand(AtomicBoolean watchIsKnown) {
        this.watchIsKnown = watchIsKnown;
    }

    @Override
    public Group group() {
        return Group.FIRST;
    }

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public Outcome run(Session session) throws CommandFailure {
        Dataset data = data();
        TrainingOptions options = options();
        MLP net = model.isPresent() ? session.variable(model.get(), MLP.class) : Trainer.model(data, options);
        if (boundary.isPresent()) {
            DecisionBoundary.of(data, net); // refuses what cannot be drawn before the training, not after
        }
        report.map(page -> TextFile.path(page.toString())).ifPresent(TrainingReport::check);
        Training training = new Training(net, data, options);
        Snapshots snapshots = new Snapshots(net, MOMENTS);
        try (TrainingDisplay display = TrainingDisplay.of(training, session.printer(), log, quiet)) {
            TrainingListener listener =
                    watch || report.isPresent() ? epoch -> snapshots.onStep(epoch) && display.onStep(epoch) : display;
            TrainingRun run = session.stoppable(() -> Trainer.train(net, data, options, listener));
            display.end(run);
            List<Snapshot> moments = snapshots.of(run);
            if (watch && !run.interrupted()) {
                replay(session, display, run, moments);
            }
            display.conclude(run);
            finish(session, display, run);
            if (report.isPresent()) {
                write(report.get(), training, run, moments, session, display);
            }
            suggest(display, run);
            return run.interrupted() ? new Outcome.Stopped() : Outcome.SUCCESS;
        }
    }

    private static void replay(Session session, TrainingDisplay display, TrainingRun run, List<Snapshot> moments)
            throws CommandFailure {
        if (!session.stoppable(() -> display.replay(run, moments))) {
            display.note("--watch shows the training again in a terminal of 80 columns and 24 lines or more");
        }
    }

    /** Leaves what was asked for. */
    private void finish(Session session, TrainingDisplay display, TrainingRun run) throws CommandFailure {
        session.publish("model", MLP.class.getCanonicalName(), run.model());
        session.publish("data", Dataset.class.getCanonicalName(), run.data());
        session.publish("history", "java.util.List<io.github.microgradj.train.Epoch>", run.history());
        if (save.isPresent()) {
            Path target = TextFile.path(save.get().toString());
            run.model().save(target);
            display.note("wrote " + target);
        }
        if (boundary.isPresent()) {
            Path target = TextFile.path(boundary.get().toString());
            session.stoppable(() -> DecisionBoundary.of(run.data(), run.model()).save(target));
            display.note("wrote " + target);
        }
    }

    private void write(
            Path file,
            Training training,
            TrainingRun run,
            List<Snapshot> moments,
            Session session,
            TrainingDisplay display)
            throws CommandFailure {
        Path target = TextFile.path(file.toString());
        TrainingRecipe recipe = new TrainingRecipe(training, dataCode(), typed(), model.isEmpty());
        TrainingReport page = new TrainingReport(run, moments, recipe.settings(run), recipe.code());
        Progress progress = Progress.start(session.printer(), "writing " + target.getFileName());
        try {
            session.stoppable(() -> page.save(target));
        } finally {
            progress.end();
        }
        display.note("wrote " + target);
    }

    /** The command as it was typed, with quotes where words have spaces. */
    private String typed() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(word -> word.matches("[^\\s\"']+") ? word : "\"" + word + "\"")
                .collect(Collectors.joining(" ", ":train ", ""));
    }

    private String dataCode() {
        if (dataset.equals("csv")) {
            String path =
                    file.map(csv -> TextFile.path(csv.toString()).toString()).orElse("");
            return "Datasets.csv(Path.of(" + TrainingRecipe.literal(path) + "), "
                    + TrainingRecipe.literal(label.orElse("")) + ")";
        }
        return "Datasets.make(\"" + dataset + "\", " + samples + ", "
                + noise.map(deviation -> deviation + ", ").orElse("") + seed + "L)";
    }

    private void suggest(TrainingDisplay display, TrainingRun run) {
        String again = ":train " + dataset + file.map(csv -> " " + csv).orElse("")
                + label.map(column -> " --label " + column).orElse("");
        List<String> next = new ArrayList<>(List.of("model.predictClass(" + sample(run) + ")"));
        if (!watch && watchIsKnown.compareAndSet(false, true)) {
            next.add(again + " --watch");
        }
        next.addAll(List.of(again + " --model model", ":vars"));
        display.suggest(next);
    }

    /** The first sample, rounded, to be typed. */
    private static String sample(TrainingRun run) {
        return Arrays.stream(run.data().inputs()[0])
                .mapToObj(x -> String.valueOf(Math.round(10 * x) / 10.0))
                .collect(Collectors.joining(", "));
    }

    private Dataset data() throws CommandFailure {
        if (!dataset.equals("csv")) {
            return noise.isPresent()
                    ? Datasets.make(dataset, samples, noise.get(), seed)
                    : Datasets.make(dataset, samples, seed);
        }
        if (file.isEmpty() || label.isEmpty()) {
            throw new CommandFailure(
                    "csv takes a file and its label column, as in :train csv iris.csv --label species");
        }
        return Datasets.csv(TextFile.path(file.get().toString()), label.get());
    }

    private TrainingOptions options() {
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
