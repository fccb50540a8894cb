package io.github.microgradj.shell.command;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Session;
import io.github.microgradj.train.Epoch;
import io.github.microgradj.viz.Curves;
import io.github.microgradj.viz.DecisionBoundary;
import io.github.microgradj.viz.Picture;
import java.util.List;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "plot",
        sortOptions = false,
        description = {
            "Plot a training, a function with its derivative, or activations.",
            "After :train: loss, accuracy, boundary, weights, gradients. A function is of one Value, as in"
                    + " :plot x -> x.tanh() --from -3 --to 3; its derivative is what backward() gives. Without a file the"
                    + " plot is shown in the terminal."
        })
final class PlotCommand extends PictureCommand {
    private static final List<String> SUBJECTS =
            List.of("loss", "accuracy", "boundary", "weights", "gradients", "activations");

    @Option(
            names = "--from",
            paramLabel = "X",
            defaultValue = "-3",
            description = "Left end (default ${DEFAULT-VALUE}).")
    private double from;

    @Option(names = "--to", paramLabel = "X", defaultValue = "3", description = "Right end (default ${DEFAULT-VALUE}).")
    private double to;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description =
                    "loss, accuracy, boundary, weights, gradients, activations, or a function such as x -> x.tanh().")
    private String what;

    @Override
    public List<String> candidates(Session session, List<String> before) {
        return before.isEmpty() ? SUBJECTS : List.of();
    }

    @Override
    public Outcome run(Session session) throws CommandFailure {
        give(picture(session), session);
        return Outcome.SUCCESS;
    }

    private Picture picture(Session session) throws CommandFailure {
        return switch (what) {
            case "loss" -> training(session, Epoch::loss);
            case "accuracy" -> training(session, Epoch::accuracy);
            case "boundary" -> {
                MLP model = trained(session, "model", MLP.class);
                yield DecisionBoundary.of(trained(session, "data", Dataset.class), model);
            }
            case "weights" ->
                Histogram.of("weights", trained(session, "model", MLP.class).parameters(), parameter -> parameter.data);
            case "gradients" ->
                Histogram.of(
                        "gradients", trained(session, "model", MLP.class).parameters(), parameter -> parameter.grad);
            case "activations" -> FunctionPlot.activations(from, to);
            default -> FunctionPlot.of(session, what, from, to);
        };
    }

    private Curves training(Session session, ToDoubleFunction<Epoch> measure) throws CommandFailure {
        List<?> history = trained(session, "history", List.class);
        List<Epoch> epochs = history.stream()
                .filter(Epoch.class::isInstance)
                .map(Epoch.class::cast)
                .toList();
        double[] steps = epochs.stream().mapToDouble(Epoch::step).toArray();
        return Curves.titled(what + " by step", "step")
                .with(what, steps, epochs.stream().mapToDouble(measure).toArray());
    }

    /** A variable that a training left. */
    private <T> T trained(Session session, String name, Class<T> type) throws CommandFailure {
        Object value = session.engine().valueOf(name).orElse(null);
        if (!type.isInstance(value)) {
            throw new CommandFailure(
                    "there is no training to plot the " + what + " of; :train moons makes one, and leaves its " + name);
        }
        return type.cast(value);
    }
}
