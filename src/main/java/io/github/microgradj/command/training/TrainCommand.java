package io.github.microgradj.command.training;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.QuotedWords;
import io.github.microgradj.command.ResultVariables;
import io.github.microgradj.command.ResultVariables.ResultVariable;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.languagemodel.LanguageFlags;
import io.github.microgradj.command.languagemodel.LanguageTraining;
import io.github.microgradj.command.languagemodel.ModelNames;
import io.github.microgradj.data.CsvReading;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.languagemodel.LanguageModelKind;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Progress;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.train.Predictions;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingListener;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingSnapshot;
import io.github.microgradj.train.TrainingSnapshots;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.train.Verdict;
import io.github.microgradj.viz.plot.DecisionBoundary;
import io.github.microgradj.viz.training.TrainingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@CommandLine.Command(
        name = "train",
        sortOptions = false,
        description = {
            "Train a network on a data set.",
            "Without options, :train moons repeats micrograd's notebook: 100 samples, MLP(2, 16, 16, 1), hinge loss,"
                    + " 100 steps. :train names trains a language model, like Karpathy's microgpt: a GPT that learns"
                    + " 1000 names, one in each step. Afterwards, the variables model, data and history hold the"
                    + " result. Ctrl-C stops after the current step and keeps the model."
        })
public final class TrainCommand extends Command {
    /** The maximum number of snapshots of a training run, enough for the initial network and each of 100 steps. */
    private static final int MOMENTS = 101;

    /** The options that also apply to language models. */
    private static final Set<String> LANGUAGE_OPTIONS =
            Set.of("--model", "--steps", "--lr", "--seed", "--save", "--log", "--quiet");

    /** Suggestions spell out a sample only if it has at most this number of features. */
    private static final int MOST_FEATURES = 4;

    private final AtomicBoolean watchIsKnown;
    private final AtomicReference<@Nullable TrainingRun> lastRun;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Mixin
    private TrainingFlags hyperparameters;

    @Mixin
    private LanguageFlags language;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = ModelNames.class,
            description =
                    "Train the network in this variable instead of a new one. names: a variable, or one of bigram,"
                            + " mlp and gpt (default gpt).")
    private Optional<String> model;

    @Option(names = "--save", paramLabel = "FILE", description = "Write the trained network to FILE.")
    private Optional<Path> save;

    @Option(
            names = "--boundary",
            paramLabel = "FILE",
            description = "Write a picture of the decision boundary to FILE (png or svg).")
    private Optional<Path> boundary;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report to FILE (html): curves, boundaries, settings, and code to repeat the run.")
    private Optional<Path> report;

    @Option(names = "--log", description = "Print a line for each step, as micrograd's notebook does.")
    private boolean log;

    @Option(names = "--watch", description = "Replay the run afterwards in about five seconds; any key stops it.")
    private boolean watch;

    @Option(
            names = "--explain",
            description = "Instead of training, print code that does the same: a plain loop of four steps.")
    private boolean explain;

    @Option(names = "--quiet", description = "Print only what was asked for and what went wrong.")
    private boolean quiet;

    /**
     * Creates the command.
     *
     * @param watchIsKnown whether {@code --watch} was already suggested in this session
     * @param lastRun receives the training run
     */
    public TrainCommand(AtomicBoolean watchIsKnown, AtomicReference<@Nullable TrainingRun> lastRun) {
        this.watchIsKnown = watchIsKnown;
        this.lastRun = lastRun;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        boolean isLanguage = data.isLanguage();
        List<String> needless = needless(isLanguage);
        if (!needless.isEmpty()) {
            context.printer()
                    .note("ignored " + String.join(" and ", needless)
                            + (isLanguage ? ": not for names" : ": only for names"));
        }
        if (isLanguage) {
            return languageTraining().run(context);
        }
        if (!data.needless().isEmpty()) {
            context.printer().note("ignored " + data.needless());
        }
        Dataset samples = data.make((file, csv) -> tell(CsvInput.read(context, file, csv), context.printer()));
        TrainingOptions options = hyperparameters.options(samples, data.seed(), data.isFile());
        MLP net = model.isPresent()
                ? context.evaluator().variable(model.get(), MLP.class)
                : Trainer.model(samples, options);
        if (boundary.isPresent()) {
            DecisionBoundary.of(samples, net); // Fails before training, not after it, if the boundary cannot be drawn.
        }
        report.ifPresent(TrainingReport::check);
        Trainer.loss(net, samples, options); // Fails if the network, the data and the options do not match.
        Optional<TestFile> test = Optional.empty();
        if (data.test().isPresent()) {
            test = Optional.of(TestFile.read(context, data.test().get(), net, samples, data.csv()));
        }
        TrainingJob training = new TrainingJob(net, samples, options);
        if (explain) {
            context.printer().line(explanation(training));
            return Outcome.SUCCESS;
        }
        TrainingSnapshots snapshots = new TrainingSnapshots(net, MOMENTS);
        List<ResultVariable> before = results(net, samples, List.of());
        try (ResultVariables variables = new ResultVariables(context.evaluator(), context.printer(), before);
                TrainingDisplay display = TrainingDisplay.of(training, context.printer(), log, quiet)) {
            TrainingListener listener =
                    watch || report.isPresent() ? epoch -> snapshots.onStep(epoch) && display.onStep(epoch) : display;
            TrainingRun run = context.evaluator().stoppable(() -> Trainer.train(net, samples, options, listener));
            display.end(run);
            List<TrainingSnapshot> moments = snapshots.of(run);
            if (watch && !run.interrupted()) {
                replay(context, display, run, moments);
            }
            Verdict verdict = run.verdict();
            Optional<String> remedy = hyperparameters.remedy(verdict, run, model.isEmpty());
            display.conclude(run, verdict, remedy);
            if (run.split().isPresent() && !run.data().isRegression()) {
                verdict.predictions().map(Predictions::byClass).ifPresent(display::detail);
            }
            test.ifPresent(each -> each.show(display));
            variables.set(results(run.model(), run.data(), run.history()));
            lastRun.set(run);
            finish(context, display, run);
            if (report.isPresent()) {
                write(report.get(), training, run, moments, context, display);
            }
            suggest(display, run, remedy);
            return run.interrupted() ? new Outcome.Interrupted() : Outcome.SUCCESS;
        }
    }

    /** Returns the typed options that do not apply to this kind of data set. */
    private List<String> needless(boolean isLanguage) {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> isLanguage
                        ? !LANGUAGE_OPTIONS.contains(name) && !LanguageFlags.OPTIONS.contains(name)
                        : LanguageFlags.OPTIONS.contains(name))
                .toList();
    }

    private LanguageTraining languageTraining() {
        boolean seeded = spec.commandLine().getParseResult().hasMatchedOption("--seed");
        return new LanguageTraining(
                language,
                model.orElse(LanguageModelKind.GPT.toString()),
                hyperparameters.steps().orElse(LanguageTraining.STEPS),
                hyperparameters.learningRate(),
                seeded ? data.seed() : LanguageTraining.SEED,
                save,
                log,
                quiet);
    }

    private static List<ResultVariable> results(MLP model, Dataset data, List<TrainingStep> history) {
        return List.of(
                ResultVariable.of("model", model),
                ResultVariable.of("data", data),
                new ResultVariable("history", "java.util.List<io.github.microgradj.train.TrainingStep>", history));
    }

    private String explanation(TrainingJob training) throws UserError {
        if (training.options().patience() > 0) {
            throw new UserError("the loop that --explain shows does not stop early; leave out --early-stopping");
        }
        return new TrainingLoop(training, data.code(), recipe(training).options(""), model.orElse(""))
                .code()
                .stripTrailing();
    }

    /**
     * Reports what was read from a file: as notes in a terminal, and on standard error otherwise or with {@code --log}.
     * With {@code --quiet}, prints nothing.
     */
    private Dataset tell(CsvReading reading, Printer printer) {
        if (printer.isTerminal() && !log && !quiet) {
            reading.summary().lines().forEach(printer::note);
        } else if (!quiet) {
            printer.error(reading.summary());
        }
        return reading.data();
    }

    private static void replay(
            CommandContext context, TrainingDisplay display, TrainingRun run, List<TrainingSnapshot> moments)
            throws UserError {
        if (!context.evaluator().stoppable(() -> display.replay(run, moments))) {
            display.note("--watch needs a terminal of at least 80 columns and 24 lines");
        }
    }

    /** Writes the requested files. */
    private void finish(CommandContext context, TrainingDisplay display, TrainingRun run) throws UserError {
        if (save.isPresent()) {
            Path target = save.get();
            run.model().save(target);
            display.note("wrote " + target);
        }
        if (boundary.isPresent()) {
            Path target = boundary.get();
            context.evaluator().stoppable(() -> DecisionBoundary.of(run.data(), run.model())
                    .save(target));
            display.note("wrote " + target);
        }
    }

    private void write(
            Path file,
            TrainingJob training,
            TrainingRun run,
            List<TrainingSnapshot> moments,
            CommandContext context,
            TrainingDisplay display)
            throws UserError {
        TrainingRecipe recipe = recipe(training);
        TrainingReport page = new TrainingReport(run, moments, recipe.settings(run), recipe.code());
        Progress progress = Progress.start(context.printer(), "writing " + file.getFileName());
        try {
            context.evaluator().stoppable(() -> page.save(file));
        } finally {
            progress.end();
        }
        display.note("wrote " + file);
    }

    private TrainingRecipe recipe(TrainingJob training) {
        return new TrainingRecipe(
                training, data.code(), typed(), data.isFile() || training.data().isRegression(), model.isEmpty());
    }

    /** Returns the command as typed, with quotes around the words that need them. */
    private String typed() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(QuotedWords::quoted)
                .collect(Collectors.joining(" ", ":train ", ""));
    }

    private void suggest(TrainingDisplay display, TrainingRun run, Optional<String> remedy) {
        String again = ":train " + data.words();
        List<String> next = new ArrayList<>();
        Optional<String> option = remedy.filter(List.of(TrainingFlags.ADAM, TrainingFlags.SCALE)::contains);
        String predict = run.data().isRegression() ? "model.predict(" : "model.predictClass(";
        next.add(option.map(words -> again + " " + words).orElse(predict + sample(run) + ")"));
        if (!watch && watchIsKnown.compareAndSet(false, true)) {
            next.add(again + " --watch");
        }
        next.addAll(List.of(again + " --model model", ":vars"));
        display.suggest(next);
    }

    /** Returns the first sample as rounded numbers, or an expression for it if it has many features. */
    private static String sample(TrainingRun run) {
        if (run.data().features() > MOST_FEATURES) {
            return "data.inputs()[0]";
        }
        return Arrays.stream(run.data().inputs()[0])
                .mapToObj(x -> String.valueOf(Math.round(10 * x) / 10.0))
                .collect(Collectors.joining(", "));
    }
}
