package io.github.microgradj.command.plot;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.PictureCommand;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.Coordinates;
import io.github.microgradj.command.argument.FunctionArgument;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.text.Repr;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.plot.Contour;
import io.github.microgradj.viz.plot.Curves;
import io.github.microgradj.viz.plot.Panels;
import io.github.microgradj.viz.plot.ScalarFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The plots of functions of Values, with the derivatives that {@code backward()} computes. */
final class FunctionPlot {
    private static final int PLACES = 401;

    private FunctionPlot() {}

    /**
     * Returns the plot of a function over a range: curves for a function of one Value, contours for a function of two
     * Values.
     */
    static Picture of(CommandContext context, String code, Coordinates from, Coordinates to) throws UserError {
        FunctionArgument given = FunctionArgument.of(context.evaluator(), code);
        double[] low = from.of(given, "--from");
        double[] high = to.of(given, "--to");
        for (int i = 0; i < low.length; i++) {
            check(low[i], high[i]);
        }
        return given.names().size() == 1
                ? PictureCommand.drawing(context, () -> curves(given, low[0], high[0]))
                : contour(given, low, high);
    }

    static void check(double from, double to) throws UserError {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new UserError("--from must be less than --to, got " + Repr.of(from) + " and " + Repr.of(to));
        }
    }

    private static Curves curves(FunctionArgument given, double from, double to) {
        String x = given.names().get(0);
        return with(Curves.titled(given.code(), x), given.body(), "its derivative", given.function(), from, to);
    }

    /** Adds the curves of a function and its derivative to a plot. */
    static Curves with(Curves curves, String name, String derivative, ScalarFunction function, double from, double to) {
        double[] x = places(from, to);
        double[] y = new double[x.length];
        double[] slope = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            ScalarFunction.Sample sample = function.sample(x[i]);
            y[i] = sample.value();
            slope[i] = sample.gradient()[0];
        }
        return curves.with(name, x, y).withDashed(derivative, x, slope);
    }

    static double[] places(double from, double to) {
        double[] x = new double[PLACES];
        Arrays.setAll(x, i -> from + (to - from) * i / (PLACES - 1));
        return x;
    }

    static Contour contour(FunctionArgument given, double[] low, double[] high) {
        return Contour.of(
                given.function(),
                given.code(),
                given.names().get(0),
                given.names().get(1),
                low,
                high);
    }

    /** Returns plots of the activation functions for neurons and for the output layer, each with its derivative. */
    static Picture activations(CommandContext context, Coordinates from, Coordinates to) throws UserError {
        double low = from.coordinates()[0];
        double high = to.coordinates()[0];
        check(low, high);
        return PictureCommand.drawing(context, () -> {
            List<Curves> all = new ArrayList<>();
            for (Activation activation : List.of(Activation.TANH, Activation.RELU, Activation.SIGMOID)) {
                String name = activation.toString();
                ScalarFunction function = ScalarFunction.of(1, (Value[] x) -> activation.of(x[0]));
                all.add(with(Curves.titled(name, "x"), name + "(x)", "its derivative", function, low, high));
            }
            all.add(softmax(low, high));
            return Panels.ofCurves(all);
        });
    }

    /**
     * Returns the curves of softmax, whose outputs sum to 1. The first of three logits is x; as x grows, the first
     * output increases and the other two decrease.
     */
    private static Curves softmax(double from, double to) {
        Curves curves = Curves.titled("softmax of [x, 1, -1]", "x");
        for (int i = 0; i < 3; i++) {
            int index = i;
            ScalarFunction share = ScalarFunction.of(
                    1, (Value[] x) -> Losses.softmax(new Value[] {x[0], new Value(1), new Value(-1)})[index]);
            curves = with(curves, "p" + i, "p" + i + "'", share, from, to);
        }
        return curves;
    }
}
