package io.github.microgradj.shell.command;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Session;
import io.github.microgradj.viz.Curves;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** A function of a Value and its derivative, by autograd, at many places. */
final class FunctionPlot {
    private static final int PLACES = 401;

    private final double[] x = new double[PLACES];
    private final double[] y = new double[PLACES];
    private final double[] derivative = new double[PLACES];

    private FunctionPlot(double from, double to, Function<Value, ?> function) {
        for (int i = 0; i < PLACES; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("plotting was interrupted");
            }
            x[i] = from + (to - from) * i / (PLACES - 1);
            Value place = new Value(x[i]);
            if (!(function.apply(place) instanceof Value result)) {
                throw new IllegalArgumentException("a function to plot gives a Value, as in x -> x.tanh()");
            }
            result.backward();
            y[i] = result.data;
            derivative[i] = place.grad;
        }
    }

    /** What a lambda or a variable that holds a function gives between two places. */
    static Curves of(Session session, String code, double from, double to) throws CommandFailure {
        check(from, to);
        if (code.matches("\\(\\s*\\w+\\s*,.*")) {
            throw new CommandFailure("a function of one Value is plotted, as in x -> x.tanh(); was given " + code);
        }
        Function<Value, ?> function = function(session, code);
        FunctionPlot plot = session.stoppable(() -> new FunctionPlot(from, to, function));
        return plot.addTo(
                Curves.titled(code, "x"), code.replaceFirst("^\\(?\\s*\\w+\\s*\\)?\\s*->\\s*", ""), "its derivative");
    }

    @SuppressWarnings("unchecked") // the cast is in the snippet
    private static Function<Value, ?> function(Session session, String code) throws CommandFailure {
        Object given = session.value(
                "(java.util.function.Function<io.github.microgradj.engine.Value, io.github.microgradj.engine.Value>) "
                        + code);
        if (given == null) {
            throw new CommandFailure("a function to plot is one of a Value, as in x -> x.tanh(); " + code + " is null");
        }
        return (Function<Value, ?>) given;
    }

    /** The activations of neurons, each with its derivative. */
    static Curves activations(double from, double to) throws CommandFailure {
        check(from, to);
        Curves curves = Curves.titled("activations and their derivatives", "x");
        for (Activation activation : List.of(Activation.TANH, Activation.RELU, Activation.SIGMOID)) {
            String name = activation.title();
            curves = new FunctionPlot(from, to, activation::of).addTo(curves, name, name + "'");
        }
        return curves;
    }

    private static void check(double from, double to) throws CommandFailure {
        if (!(from < to) || !Double.isFinite(to - from)) {
            throw new CommandFailure("--from lies left of --to, was given " + from + " and " + to);
        }
    }

    private Curves addTo(Curves curves, String name, String derivativeName) {
        return curves.with(name, x, y).withDashed(derivativeName, x, derivative);
    }
}
