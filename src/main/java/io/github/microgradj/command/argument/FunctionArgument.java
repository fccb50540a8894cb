package io.github.microgradj.command.argument;

import io.github.microgradj.command.Evaluator;
import io.github.microgradj.command.UserError;
import io.github.microgradj.engine.Value;
import io.github.microgradj.snippet.execution.Declarations.Declaration;
import io.github.microgradj.viz.plot.ScalarFunction;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command argument that is a function of one or two Values. It is a lambda, an expression in one or two variables, a
 * variable that holds a function, or the name of a method.
 *
 * @param code the user's code or, for an expression, the lambda made from it
 * @param names the names of the function's variables
 * @param function the function itself
 */
public record FunctionArgument(String code, List<String> names, ScalarFunction function) {
    private static final String VALUE = "io.github.microgradj.engine.Value";
    static final Pattern LAMBDA = Pattern.compile("(?:\\(([^()]*)\\)|([\\w$]+))\\s*->\\s*(.*)", Pattern.DOTALL);
    /** Matches the numeric types in the signature of a method. */
    private static final Pattern NUMBERS = Pattern.compile("\\b([Dd]ouble|[Ff]loat|int|Integer|[Ll]ong)\\b");

    private static final String EXPECTED =
            "expected a function of one or two Values, as in x -> x.tanh() or (x, y) -> x * y";

    public static FunctionArgument of(Evaluator evaluator, String code) throws UserError {
        Matcher lambda = LAMBDA.matcher(code);
        if (lambda.matches()) {
            return ofLambda(evaluator, code, parameters(lambda));
        }
        for (Declaration method : evaluator.engine().declarations().methods()) {
            if (method.name().equals(code)) {
                return ofMethod(evaluator, code, method.text());
            }
        }
        boolean name = code.matches("[\\w$]+");
        List<String> free = name ? List.of() : FreeVariables.of(evaluator, code);
        if (!free.isEmpty()) {
            String list = String.join(", ", free);
            return ofLambda(evaluator, (free.size() == 1 ? list : "(" + list + ")") + " -> " + code, free);
        }
        Object held = name ? evaluator.engine().valueOf(code).orElse(null) : null;
        List<String> names = held instanceof BiFunction ? List.of("x", "y") : List.of("x");
        if (held != null && !(held instanceof BiFunction) && !(held instanceof Function)) {
            throw new UserError(EXPECTED + "; " + code + " is of type " + NamedValues.typeName(evaluator, code, held));
        }
        return new FunctionArgument(code, names, function(evaluator, code, code, names.size()));
    }

    static List<String> parameters(Matcher lambda) {
        String text = lambda.group(1) == null ? lambda.group(2) : lambda.group(1);
        // Use the last word of each parameter, because a type may precede the name.
        return Stream.of(text.split(",", -1))
                .map(parameter -> parameter.strip().replaceFirst(".*\\s", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static FunctionArgument ofLambda(Evaluator evaluator, String code, List<String> names) throws UserError {
        checkCount(names.size(), code);
        return new FunctionArgument(code, names, function(evaluator, code, code, names.size()));
    }

    /**
     * Returns the function that calls the given method.
     *
     * @param signature the signature of the method, such as {@code Value f(Value, Value)}
     */
    private static FunctionArgument ofMethod(Evaluator evaluator, String name, String signature) throws UserError {
        String types = signature.substring(signature.indexOf('(') + 1, signature.lastIndexOf(')'));
        int count = types.isBlank() ? 0 : types.split(",", -1).length;
        checkCount(count, signature);
        List<String> names = List.of("x", "y").subList(0, count);
        if (NUMBERS.matcher(signature).find()) {
            throw new UserError(name + " computes with plain numbers, which have no gradient; declare it as Value "
                    + name + "(Value " + String.join(", Value ", names) + ") { ... } (the body can stay the same)");
        }
        String list = String.join(", ", names);
        return new FunctionArgument(
                name, names, function(evaluator, "(" + list + ") -> " + name + "(" + list + ")", name, names.size()));
    }

    private static void checkCount(int count, String given) throws UserError {
        if (count != 1 && count != 2) {
            throw new UserError(EXPECTED + "; this one has " + (count == 0 ? "no" : count) + " parameters: " + given);
        }
    }

    @SuppressWarnings("unchecked") // The snippet contains the cast.
    private static ScalarFunction function(Evaluator evaluator, String code, String shown, int variables)
            throws UserError {
        String types = (VALUE + ", ").repeat(variables) + VALUE;
        String kind = variables == 1 ? "Function" : "BiFunction";
        @Nullable Object given = value(evaluator, "(java.util.function." + kind + "<" + types + ">) " + code, shown);
        if (given == null) {
            throw new UserError(EXPECTED + "; " + shown + " is null");
        }
        if (variables == 1) {
            Function<Value, ?> function = (Function<Value, ?>) given;
            return ScalarFunction.of(1, values -> function.apply(values[0]));
        }
        BiFunction<Value, Value, ?> function = (BiFunction<Value, Value, ?>) given;
        return ScalarFunction.of(2, values -> function.apply(values[0], values[1]));
    }

    private static @Nullable Object value(Evaluator evaluator, String cast, String shown) throws UserError {
        try {
            return evaluator.value(cast);
        } catch (UserError e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("bad return type in lambda")) {
                throw new UserError("the function must return a Value; compute with its parameters themselves,"
                        + " not with .data, so that backward() has a graph");
            }
            if (message.startsWith("expected double, got Value")) {
                throw new UserError("the function passes a Value where a plain number is expected; compute with Values,"
                        + " as in x -> x.tanh()");
            }
            Matcher type =
                    Pattern.compile("expected (?:Bi)?Function<.*>, got (.*)").matcher(message);
            if (type.matches()) {
                throw new UserError(EXPECTED + "; " + shown + " is of type " + type.group(1));
            }
            if (message.startsWith("there is no variable") && shown.matches("\\w+")) {
                boolean ofValue = Stream.of(Value.class.getMethods())
                        .anyMatch(method -> method.getName().equals(shown) && method.getParameterCount() == 0);
                throw ofValue ? new UserError(message + "; type x -> x." + shown + "()") : e;
            }
            throw e;
        }
    }

    /** Returns the formula: the body of a lambda or, for any other function, a call to it. */
    public String body() {
        Matcher lambda = LAMBDA.matcher(code);
        return lambda.matches() ? lambda.group(3) : code + "(" + String.join(", ", names) + ")";
    }
}
