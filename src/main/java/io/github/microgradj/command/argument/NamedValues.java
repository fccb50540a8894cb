package io.github.microgradj.command.argument;

import io.github.microgradj.command.Evaluator;
import io.github.microgradj.command.UserError;
import io.github.microgradj.engine.Value;
import io.github.microgradj.language.Python;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import io.github.microgradj.viz.graph.view.GraphNames;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Values of a session, for commands that take a Value as an argument. */
public final class NamedValues {
    private static final int MOST_ZEROS = 8;
    /** Matches an element access such as {@code xs[0]}, which Java does not allow for a list. */
    private static final Pattern ELEMENT = Pattern.compile("(.+)\\[([^\\[\\]]+)]", Pattern.DOTALL);

    private static final Pattern DRAWN = Pattern.compile("([\\w$]+)(?:\\[\\d+]|\\.[wp]\\[\\d+]|\\.b)+");

    private NamedValues() {}

    /**
     * Returns the Value of an expression.
     *
     * @param evaluator evaluates the expression
     * @param expression the expression
     * @param command the command as the user types it
     * @param use the start of the error message if the result is not a Value, such as {@code :graph needs}
     * @throws UserError if the expression fails, or if its result is not a Value
     */
    public static Value value(Evaluator evaluator, String expression, String command, String use) throws UserError {
        return value(evaluator, expression, evaluated(evaluator, expression, command), command, use);
    }

    /**
     * Returns the Value that an expression has evaluated to.
     *
     * @param given the result of the expression, as returned by {@link #evaluated}
     * @throws UserError if {@code given} is not a Value
     */
    public static Value value(
            Evaluator evaluator, String expression, @Nullable Object given, String command, String use)
            throws UserError {
        if (given instanceof Value value) {
            return value;
        }
        if (given instanceof Value[] values && values.length > 0) {
            throw new UserError(
                    expression + " has one Value per output; add [0], as in " + command + " " + expression + "[0]");
        }
        throw new UserError(
                use + " a Value, but " + expression + " is " + described(evaluator, expression, given, command));
    }

    /**
     * Returns the Value that pictures of graphs label with the given expression or, if there is none, the result of
     * evaluating the expression.
     *
     * @throws UserError if the expression fails
     */
    public static @Nullable Object evaluated(Evaluator evaluator, String expression, String command) throws UserError {
        Optional<Value> drawn = drawn(evaluator, expression);
        if (drawn.isPresent()) {
            return drawn.get();
        }
        Matcher element = ELEMENT.matcher(expression);
        try {
            return evaluator.value(expression);
        } catch (UserError e) {
            String message = String.valueOf(e.getMessage());
            if (element.matches() && message.contains(" is not an array")) {
                return evaluator.value(element.group(1) + ".get(" + element.group(2) + ")");
            }
            boolean method = evaluator.engine().declarations().methods().stream()
                    .anyMatch(declared -> declared.name().equals(expression));
            if (method) {
                throw new UserError(
                        expression + " is a method; call it, as in " + command + " " + expression + "(Value.of(2))");
            }
            if (message.contains("not a functional interface")) {
                throw new UserError(expression + " is a function, not a Value; " + applied(expression, command));
            }
            throw e;
        }
    }

    private static String applied(String expression, String command) {
        Matcher lambda = FunctionArgument.LAMBDA.matcher(expression);
        if (!lambda.matches()) {
            return "apply it to a Value, as in " + command + " Value.of(2).tanh()";
        }
        String inputs = FunctionArgument.parameters(lambda).stream()
                .map(name -> "Value " + name + " = Value.of(2)")
                .collect(Collectors.joining("; "));
        return "type " + inputs + " and then " + command + " " + lambda.group(3);
    }

    /** Returns the Value with the given name in pictures of graphs, such as {@code n.w[0]} or {@code model[0][1].b}. */
    private static Optional<Value> drawn(Evaluator evaluator, String name) {
        Matcher drawn = DRAWN.matcher(name);
        return drawn.matches()
                ? evaluator
                        .engine()
                        .valueOf(drawn.group(1))
                        .flatMap(held -> GraphNames.find(name, drawn.group(1), held))
                : Optional.empty();
    }

    private static String described(Evaluator evaluator, String expression, @Nullable Object given, String command) {
        if (given == null) {
            return "null";
        }
        if (given instanceof MLP model) {
            return "a network; type " + command + " " + expression + ".forward(" + zeros(model.inputs())
                    + ")[0] --fold layer";
        }
        if (given instanceof Layer layer) {
            int inputs = layer.neurons().get(0).parameters().size() - 1;
            return "a layer; type " + command + " " + expression + ".forward(" + zeros(inputs) + ")[0]";
        }
        if (given instanceof Neuron neuron) {
            return "a neuron; type " + command + " " + expression + ".forward("
                    + zeros(neuron.parameters().size() - 1) + ")";
        }
        if (given instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Value) {
            return "a list; add [0], as in " + command + " " + expression + "[0]";
        }
        if (given instanceof Function) {
            return "a function; type " + command + " " + expression + ".apply(Value.of(2))";
        }
        return "of type " + typeName(evaluator, expression, given);
    }

    private static String zeros(int count) {
        return count > MOST_ZEROS ? "new double[" + count + "]" : String.join(", ", Collections.nCopies(count, "0"));
    }

    /**
     * Returns the type name of an expression's value. For a variable that holds a lambda, returns the declared type,
     * because the lambda's class has no useful name.
     */
    static String typeName(Evaluator evaluator, String expression, Object given) {
        return evaluator.engine().variables().stream()
                .filter(variable ->
                        given.getClass().isHidden() && variable.name().equals(expression))
                .map(Variable::simpleType)
                .findFirst()
                .orElseGet(() -> Python.typeName(given));
    }
}
