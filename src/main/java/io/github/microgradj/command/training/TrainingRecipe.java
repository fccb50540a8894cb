package io.github.microgradj.command.training;

import io.github.microgradj.nn.MLP;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.text.Repr;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.viz.training.TrainingReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a training run in words, and the code that repeats the run.
 *
 * @param training the training run
 * @param dataCode the Java expression that creates the data
 * @param command the command as typed
 * @param own whether the defaults are those for the user's own data instead of the notebook's
 * @param fresh whether the network was created for this run; otherwise, code alone cannot repeat the run
 */
record TrainingRecipe(TrainingJob training, String dataCode, String command, boolean own, boolean fresh) {
    /** Returns the values of the settings, by name. */
    Map<String, String> settings(TrainingRun run) {
        TrainingOptions options = training.options();
        MLP model = training.model();
        String widths = Stream.concat(
                        Stream.of(model.inputs()),
                        model.layers().stream().map(layer -> layer.neurons().size()))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("data", run.data().toString().lines().findFirst().orElse(""));
        settings.put("network", "MLP(" + widths + "), " + model.hidden());
        settings.put(
                "parameters",
                String.format(Locale.ROOT, "%,d", model.parameters().size()));
        model.inputScaling().ifPresent(scaling -> settings.put("inputs", "scaled, " + scaling.kind()));
        run.split()
                .ifPresent(split -> settings.put(
                        "samples",
                        split.training().size() + " for training, "
                                + split.validation().size() + " for validation"));
        settings.put("loss", Trainer.loss(model, run.data(), options).toString());
        settings.put("L2 penalty", Repr.of(options.alpha()));
        settings.put("optimizer", options.optimizer());
        settings.put(
                "learning rate",
                TrainingReport.number(run.history().get(0).learningRate()) + " to "
                        + TrainingReport.number(run.last().learningRate()));
        settings.put("batch", options.batchSize() == 0 ? "all samples" : String.valueOf(options.batchSize()));
        settings.put("steps", run.history().size() + " of " + options.steps());
        if (options.patience() > 0) {
            settings.put("early stopping", "after " + options.patience() + " steps without a lower validation loss");
        }
        settings.put("seed", String.valueOf(options.seed()));
        settings.put("path", options.eager() ? "eager (a graph of Values for each sample)" : "compiled");
        settings.put("Java", Runtime.version().toString());
        return settings;
    }

    /** Returns the code that repeats the training run, by title: the command and, if {@code fresh}, Java code. */
    Map<String, String> code() {
        Map<String, String> code = new LinkedHashMap<>();
        code.put("In the shell", command);
        if (fresh) {
            code.put("In Java", java());
        }
        return code;
    }

    private String java() {
        return """
                import io.github.microgradj.data.*;
                import io.github.microgradj.nn.*;
                import io.github.microgradj.optim.LearningRate;
                import io.github.microgradj.train.*;
                import java.nio.file.Path;

                Dataset data = %s;
                TrainingOptions options = %s;
                TrainingRun run = Trainer.train(data, options);
                """.formatted(dataCode, options("\n        "));
    }

    /** Returns the expression that creates the options, with the given text before each change of the defaults. */
    String options(String before) {
        return (own ? "TrainingOptions.forData(data)" : "TrainingOptions.defaults()")
                + changes().stream().map(change -> before + "." + change).collect(Collectors.joining());
    }

    /** Returns the method calls for the options that differ from the defaults. */
    private List<String> changes() {
        TrainingOptions options = training.options();
        TrainingOptions start = own ? TrainingOptions.forData(training.data()) : TrainingOptions.defaults();
        List<String> changes = new ArrayList<>();
        if (!options.hidden().equals(start.hidden())) {
            changes.add("withHidden("
                    + options.hidden().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")");
        }
        if (options.activation() != start.activation()) {
            changes.add("withActivation(Activation." + options.activation().name() + ")");
        }
        if (options.initializer() != start.initializer()) {
            changes.add("withInitializer(Initializer." + options.initializer().name() + ")");
        }
        if (!options.scale().equals(start.scale())) {
            changes.add("withScale(\"" + options.scale() + "\")");
        }
        if (options.validation() != start.validation()) {
            changes.add("withValidation(" + options.validation() + ")");
        }
        if (options.patience() != start.patience()) {
            changes.add("withEarlyStopping(" + options.patience() + ")");
        }
        if (!options.loss().equals(start.loss())) {
            options.loss().ifPresent(loss -> changes.add("withLoss(Loss." + loss.name() + ")"));
        }
        if (!options.optimizer().equals(start.optimizer())) {
            changes.add("withOptimizer(\"" + options.optimizer() + "\")");
        }
        options.learningRate().map(TrainingRecipe::code).ifPresent(changes::add);
        if (options.alpha() != start.alpha()) {
            changes.add("withAlpha(" + options.alpha() + ")");
        }
        if (options.batchSize() != start.batchSize()) {
            changes.add("withBatchSize(" + options.batchSize() + ")");
        }
        if (options.steps() != start.steps()) {
            changes.add("withSteps(" + options.steps() + ")");
        }
        if (options.seed() != start.seed()) {
            changes.add("withSeed(" + options.seed() + "L)");
        }
        if (options.eager()) {
            changes.add("withEager(true)");
        }
        return changes;
    }

    private static String code(LearningRate rate) {
        return "withLearningRate(new LearningRate(" + rate.start() + ", " + rate.end() + "))";
    }
}
