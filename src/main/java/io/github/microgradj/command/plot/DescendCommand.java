package io.github.microgradj.command.plot;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.PictureCommand;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.Coordinates;
import io.github.microgradj.command.argument.FunctionArgument;
import io.github.microgradj.output.Printer;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.plot.Curves;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "descend",
        sortOptions = false,
        description = {
            "Minimize a function by gradient descent.",
            "Each step goes against the gradient that backward() computes: x -= lr * f'(x). The function takes one"
                    + " or two Values, as in :descend (x, y) -> x*x + y*y - x*y --from 3,1 --lr 0.2. Prints a table of"
                    + " the steps, plots the numbered steps, and says whether the descent converged."
        })
public final class DescendCommand extends PictureCommand {
    private static final int MOST_STEPS = 10_000;

    @Option(
            names = "--from",
            paramLabel = "X",
            defaultValue = "3",
            converter = Coordinates.Converter.class,
            description = "Where to start (default ${DEFAULT-VALUE}); X,Y for two variables.")
    private Coordinates from;

    @Option(
            names = "--lr",
            paramLabel = "RATE",
            defaultValue = "0.1",
            description = "The learning rate (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "20",
            description = "The maximum number of steps (default ${DEFAULT-VALUE}).")
    private int steps;

    @Parameters(
            index = "0",
            paramLabel = "FUNCTION",
            description = "A lambda such as x -> x*x, a variable that holds one, or the name of a method.")
    private String function;

    public DescendCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        if (!(rate > 0) || !Double.isFinite(rate)) {
            throw new UserError("--lr must be a number above 0, got " + rate);
        }
        if (steps < 1 || steps > MOST_STEPS) {
            throw new UserError("--steps must be a whole number from 1 to " + MOST_STEPS + ", got " + steps);
        }
        FunctionArgument given = FunctionArgument.of(context.evaluator(), function);
        double[] start = from.of(given, "--from");
        Descent descent = drawing(context, () -> Descent.walk(given.function(), start, rate, steps));
        if (file().isPresent()) {
            draw(given, descent, context);
        }
        DescentTable table = new DescentTable(descent, given.names(), rate);
        Printer printer = context.printer();
        table.rows(printer.columns()).forEach(printer::line);
        if (file().isEmpty()) {
            draw(given, descent, context); // Draw last, so that the picture remains on the screen.
        }
        String verdict = table.verdict();
        printer.line(printer.isTerminal() ? TextWidth.wrapped(verdict, printer.columns()) : verdict);
        return Outcome.SUCCESS;
    }

    private void draw(FunctionArgument given, Descent descent, CommandContext context) throws UserError {
        if (descent.shown() > 0) {
            give(drawing(context, () -> picture(given, descent)), context);
        }
    }

    private static Picture picture(FunctionArgument given, Descent descent) {
        int shown = descent.shown();
        double[] xs = descent.coordinates(0, shown);
        if (given.names().size() == 2) {
            double[] ys = descent.coordinates(1, shown);
            double reach = Math.max(reach(xs), reach(ys));
            double[] low = {middle(xs) - reach, middle(ys) - reach};
            double[] high = {middle(xs) + reach, middle(ys) + reach};
            return FunctionPlot.contour(given, low, high).withTrail("gradient descent", xs, ys);
        }
        double[] places = FunctionPlot.places(middle(xs) - reach(xs), middle(xs) + reach(xs));
        double[] values =
                Arrays.stream(places).map(x -> given.function().value(x)).toArray();
        return Curves.titled(given.code(), given.names().get(0))
                .with(given.body(), places, values)
                .withTrail("gradient descent", xs, descent.values(shown));
    }

    private static double middle(double[] places) {
        return (min(places) + max(places)) / 2;
    }

    /** Returns the distance from the centre of the path to the edge of the picture, including a margin. */
    private static double reach(double[] places) {
        double extent = max(places) - min(places);
        return extent > 0 ? 0.8 * extent : Math.max(1, Math.abs(places[0]) / 2);
    }

    private static double min(double[] places) {
        return Arrays.stream(places).min().orElseThrow();
    }

    private static double max(double[] places) {
        return Arrays.stream(places).max().orElseThrow();
    }
}
