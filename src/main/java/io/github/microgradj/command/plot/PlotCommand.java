package io.github.microgradj.command.plot;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.PictureCommand;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.Coordinates;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.languagemodel.Documents;
import io.github.microgradj.languagemodel.LanguageModel;
import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.train.Metric;
import io.github.microgradj.train.Predictions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.train.Validation;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.plot.Curves;
import io.github.microgradj.viz.plot.DecisionBoundary;
import io.github.microgradj.viz.plot.Histogram;
import io.github.microgradj.viz.plot.Panels;
import io.github.microgradj.viz.training.ConfusionMatrix;
import io.github.microgradj.viz.training.FitPlot;
import io.github.microgradj.viz.training.LanguageCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "plot",
        sortOptions = false,
        description = {
            "Plot a training run, a function with its derivative, or activations.",
            "After :train, plot loss, accuracy, confusion, fit, boundary, weights or gradients. After :train names,"
                    + " plot loss, attention or embedding. A function is a lambda,"
                    + " a variable that holds one, or the name of a method. A function of one Value, as in"
                    + " :plot x -> x.tanh() --from -3 --to 3, is drawn with its derivative. A function of two Values,"
                    + " as in :plot (x, y) -> x*x + y*y - x*y --to 3,2, is drawn as contours with arrows for its"
                    + " gradient. backward() computes the derivatives. Without a file, the plot is shown in the"
                    + " terminal."
        })
public final class PlotCommand extends PictureCommand {
    private static final int MOST_LAYERS = 6;
    private static final List<String> SUBJECTS = List.of(
            "loss",
            "accuracy",
            "confusion",
            "fit",
            "boundary",
            "weights",
            "gradients",
            "activations",
            "attention",
            "embedding");

    /** The subjects that apply only to language models. */
    private static final List<String> LANGUAGE = List.of("attention", "embedding");

    private final AtomicReference<@Nullable TrainingRun> lastRun;

    @Option(
            names = "--from",
            paramLabel = "X",
            defaultValue = "-3",
            converter = Coordinates.Converter.class,
            description = "Left end (default ${DEFAULT-VALUE}). For two variables, the lower left corner, as X,Y.")
    private Coordinates from;

    @Option(
            names = "--to",
            paramLabel = "X",
            defaultValue = "3",
            converter = Coordinates.Converter.class,
            description = "Right end (default ${DEFAULT-VALUE}). For two variables, the upper right corner, as X,Y.")
    private Coordinates to;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "For the attention plot, the text to analyse (default: the first document of the data).")
    private Optional<String> text;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description =
                    "loss, accuracy, confusion, fit, boundary, weights, gradients, activations, attention, embedding,"
                            + " or a function such as x -> x.tanh() or (x, y) -> x*y.")
    private String what;

    /**
     * Creates the command.
     *
     * @param environment the environment variables, which indicate what the terminal can display
     * @param lastRun the last training run of the session; some plots use its validation samples
     */
    public PlotCommand(Map<String, String> environment, AtomicReference<@Nullable TrainingRun> lastRun) {
        super(environment);
        this.lastRun = lastRun;
    }

    @Override
    public List<String> candidates(CommandContext context, List<String> before) {
        return before.isEmpty() ? SUBJECTS : List.of();
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        give(picture(context), context);
        return Outcome.SUCCESS;
    }

    private Picture picture(CommandContext context) throws UserError {
        return switch (what) {
            case "attention" ->
                LanguagePlots.attention(trained(context, "model", LanguageModel.class), text, data(context));
            case "embedding" -> LanguagePlots.embedding(trained(context, "model", LanguageModel.class));
            case "loss" -> training(context, "loss", TrainingStep::loss, Validation::loss);
            case "accuracy" -> training(context, "accuracy", TrainingStep::score, Validation::score);
            case "confusion" -> confusion(context);
            case "fit" -> fit(context);
            case "boundary" -> {
                MLP model = trained(context, "model", MLP.class);
                yield DecisionBoundary.of(
                        trained(context, "data", Dataset.class), model.copy()); // :save may draw the picture later.
            }
            case "weights" -> byLayer(context, parameter -> parameter.data);
            case "gradients" -> byLayer(context, parameter -> parameter.grad);
            case "activations" -> FunctionPlot.activations(context, from, to);
            default -> function(context);
        };
    }

    /** Returns the confusion matrix of the validation samples or, if there are none, of all samples. */
    private Picture confusion(CommandContext context) throws UserError {
        MLP model = trained(context, "model", MLP.class);
        Dataset data = trained(context, "data", Dataset.class);
        if (data.isRegression()) {
            throw new UserError("a confusion matrix needs classes, but " + data.name()
                    + " has numbers to predict; :plot fit shows the predictions");
        }
        Optional<TrainingRun> last = lastRun(model, data);
        Predictions predictions = last.map(TrainingRun::evaluation).orElseGet(() -> Predictions.of(model, data));
        String kind = last.flatMap(TrainingRun::validation).isPresent() ? " validation samples" : " samples";
        return ConfusionMatrix.of("confusion on " + predictions.data().size() + kind, predictions);
    }

    private Picture fit(CommandContext context) throws UserError {
        MLP model = trained(context, "model", MLP.class);
        Dataset data = trained(context, "data", Dataset.class);
        if (!data.isRegression()) {
            throw new UserError("a fit needs numbers to predict, but " + data.name()
                    + " has classes; :plot confusion shows what is predicted for each");
        }
        return FitPlot.of(model, data, lastRun(model, data).flatMap(TrainingRun::split));
    }

    /** Returns the last training run if it trained the given model on the given data. */
    private Optional<TrainingRun> lastRun(MLP model, Dataset data) {
        return Optional.ofNullable(lastRun.get())
                .filter(run -> run.model() == model && run.data().equals(data));
    }

    private Picture function(CommandContext context) throws UserError {
        try {
            return FunctionPlot.of(context, what, from, to);
        } catch (UserError e) {
            String hint = DidYouMean.didYouMean(what, SUBJECTS);
            throw hint.isEmpty() ? e : new UserError(e.getMessage() + hint);
        }
    }

    /** Returns one histogram for each layer, or a single histogram if there are many layers. */
    private Picture byLayer(CommandContext context, ToDoubleFunction<Value> number) throws UserError {
        MLP model = trained(context, "model", MLP.class);
        double[] all = model.parameters().stream().mapToDouble(number).toArray();
        if (Arrays.stream(all).allMatch(each -> each == 0)) {
            throw new UserError("all " + all.length + " " + what + " are 0"
                    + (what.equals("gradients") ? "; backward() computes them, and zeroGrad() clears them" : ""));
        }
        if (model.layers().size() > MOST_LAYERS) {
            return Histogram.of(all.length + " " + what, what, all);
        }
        List<Histogram> layers = new ArrayList<>();
        for (Layer layer : model.layers()) {
            double[] some = layer.parameters().stream().mapToDouble(number).toArray();
            String title = "layer " + (layers.size() + 1) + ": " + some.length + " " + what;
            layers.add(Histogram.of(title, what, some));
        }
        return Panels.ofHistograms(layers);
    }

    /** Returns the documents in the variable {@code data}, which the training of a language model sets. */
    private static Optional<Documents> data(CommandContext context) {
        return context.evaluator()
                .engine()
                .valueOf("data")
                .filter(Documents.class::isInstance)
                .map(Documents.class::cast);
    }

    private Curves training(
            CommandContext context,
            String name,
            ToDoubleFunction<TrainingStep> measure,
            ToDoubleFunction<Validation> held)
            throws UserError {
        List<?> history = trained(context, "history", List.class);
        List<LanguageStep> documents = history.stream()
                .filter(LanguageStep.class::isInstance)
                .map(LanguageStep.class::cast)
                .toList();
        if (!documents.isEmpty()) {
            if (!name.equals("loss")) {
                throw new UserError("a language model has a loss but no " + name + "; type :plot loss");
            }
            return LanguageCurve.of(documents);
        }
        List<TrainingStep> epochs = history.stream()
                .filter(TrainingStep.class::isInstance)
                .map(TrainingStep.class::cast)
                .toList();
        double[] steps = epochs.stream().mapToDouble(TrainingStep::step).toArray();
        boolean regression = epochs.stream().anyMatch(step -> step.metric() == Metric.R2);
        String title = name.equals("accuracy") && regression ? Metric.R2.toString() : name;
        double[] values = epochs.stream().mapToDouble(measure).toArray();
        boolean two = epochs.stream().anyMatch(step -> step.validation().isPresent());
        Curves curves = Curves.titled(title + " by step", "step").with(two ? "training" : title, steps, values);
        return two
                ? curves.with(
                        "validation",
                        steps,
                        epochs.stream()
                                .mapToDouble(step -> step.validation()
                                        .map(held::applyAsDouble)
                                        .orElse(Double.NaN))
                                .toArray())
                : curves;
    }

    /** Returns the value of a variable that {@code :train} sets. */
    private <T> T trained(CommandContext context, String name, Class<T> type) throws UserError {
        Object value = context.evaluator().engine().valueOf(name).orElse(null);
        if (!type.isInstance(value)) {
            throw new UserError("there is no training run whose " + what
                    + " can be plotted; :train " + (LANGUAGE.contains(what) ? "names" : "moons")
                    + " trains a network and sets the variable " + name);
        }
        return type.cast(value);
    }
}
