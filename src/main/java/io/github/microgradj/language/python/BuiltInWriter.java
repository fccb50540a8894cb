package io.github.microgradj.language.python;

import io.github.microgradj.language.python.JavaExpression.Level;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Argument;
import io.github.microgradj.language.python.syntax.Syntax.Call;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A writer of Java code for calls to Python's built-in functions, micrograd's classes, and functions of modules. */
final class BuiltInWriter {
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "all",
            "any",
            "bin",
            "bool",
            "callable",
            "chr",
            "dict",
            "divmod",
            "enumerate",
            "filter",
            "float",
            "format",
            "getattr",
            "hasattr",
            "hash",
            "hex",
            "id",
            "int",
            "isinstance",
            "iter",
            "len",
            "list",
            "map",
            "max",
            "min",
            "next",
            "object",
            "oct",
            "ord",
            "pow",
            "print",
            "range",
            "repr",
            "reversed",
            "round",
            "set",
            "setattr",
            "sorted",
            "str",
            "sum",
            "tuple",
            "type",
            "zip",
            "Value",
            "Neuron",
            "Layer",
            "MLP");
    /** The built-in functions that a session also has as Java methods. */
    private static final Set<String> JAVAS = Set.of("abs", "max", "min", "pow", "print", "round", "sum");

    private static final Map<String, String> REFUSED = Map.of(
            "input", "input() is not supported; assign the value",
            "open", "open() is not supported; :train and :open read files",
            "exec", "exec() is not supported",
            "eval", "eval() is not supported",
            "super", "super() is not supported",
            "trace", "trace() is not available; :graph x shows the graph of a Value x",
            "Digraph", "graphviz is not available; draw_dot(x) draws the graph of a Value x");
    private static final Map<String, String> CONSTANTS = Map.of(
            "math.pi",
            "Math.PI",
            "math.e",
            "Math.E",
            "math.inf",
            "Double.POSITIVE_INFINITY",
            "math.nan",
            "Double.NaN",
            "numpy.pi",
            "Math.PI",
            "numpy.inf",
            "Double.POSITIVE_INFINITY",
            "math.tau",
            "(2 * Math.PI)");
    private static final Set<String> RETURNING_FLOAT = Set.of(
            "exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "pow", "fabs", "log2", "log10", "sinh", "cosh", "asin",
            "acos", "atan", "atan2", "hypot");
    private static final Map<String, PythonType> RESULTS = Map.of(
            "isinstance",
            PythonType.BOOL,
            "all",
            PythonType.BOOL,
            "any",
            PythonType.BOOL,
            "tuple",
            PythonType.TUPLE,
            "float",
            PythonType.FLOAT,
            "chr",
            PythonType.STR,
            "ord",
            PythonType.INT);

    private final ExpressionWriter expressions;
    private final CallWriter calls;

    BuiltInWriter(ExpressionWriter expressions, CallWriter calls) {
        this.expressions = expressions;
        this.calls = calls;
    }

    static boolean isBuiltIn(String name) {
        return FUNCTIONS.contains(name);
    }

    /** Returns whether a call to this function is a sign of Python, because the session has no such Java method. */
    static boolean isMark(String name) {
        return (FUNCTIONS.contains(name) && Character.isLowerCase(name.charAt(0)) && !JAVAS.contains(name))
                || REFUSED.containsKey(name)
                || name.equals("draw_dot");
    }

    /** Returns a call to a Python function; empty if there is no such function. */
    Optional<JavaExpression> call(String name, Call call) {
        if (REFUSED.containsKey(name)) {
            throw new Refusal(call.span(), REFUSED.get(name));
        }
        if (name.equals("draw_dot")) {
            return Optional.of(drawDot(call));
        }
        if (!FUNCTIONS.contains(name)) {
            return Optional.empty();
        }
        List<Expression> values = positional(call);
        Optional<JavaExpression> typed = values.size() == call.arguments().size()
                ? typed(name, values.stream().map(expressions::write).toList())
                : Optional.empty();
        Optional<JavaExpression> known = typed.isPresent() ? typed : ofClass(name, call);
        return Optional.of(known.orElseGet(() -> {
            JavaExpression result = JavaExpression.operand(
                    "Py.callBuiltin(" + CallWriter.joined('"' + name + '"', calls.arguments(call)) + ")",
                    PythonType.ANY);
            return result.as(RESULTS.getOrDefault(name, PythonType.ANY));
        }));
    }

    private static List<Expression> positional(Call call) {
        return call.arguments().stream()
                .filter(each -> each.keyword().isEmpty())
                .map(Argument::value)
                .toList();
    }

    private Optional<JavaExpression> typed(String name, List<JavaExpression> values) {
        if (values.stream().anyMatch(each -> each.type() == PythonType.NEVER)) {
            return Optional.of(JavaExpression.operand("null", PythonType.NEVER));
        }
        String all = ExpressionWriter.arguments(values);
        return switch (name) {
            case "range" -> Optional.of(JavaExpression.operand("Py.range(" + all + ")", PythonType.RANGE));
            case "isinstance" -> Optional.of(JavaExpression.operand("Py.isinstance(" + all + ")", PythonType.BOOL));
            case "list" -> {
                String java = values.isEmpty()
                        ? "Py.list()"
                        : "Each.list(" + expressions.iterable(values.get(0)).text() + ")";
                yield Optional.of(JavaExpression.operand(java, PythonType.LIST));
            }
            case "set", "dict" ->
                values.isEmpty()
                        ? Optional.of(JavaExpression.operand(
                                "Py." + name + "()", name.equals("set") ? PythonType.SET : PythonType.DICT))
                        : Optional.empty();
            default -> values.size() == 1 ? typed(name, values.get(0)) : Optional.empty();
        };
    }

    private static Optional<JavaExpression> typed(String name, JavaExpression value) {
        boolean number = value.type().isNumber();
        return switch (name) {
            case "len" -> Optional.of(JavaExpression.operand("Py.len(" + value.boxed() + ")", PythonType.INT));
            case "str" -> Optional.of(JavaExpression.operand("Py.str(" + value.asObject() + ")", PythonType.STR));
            case "repr" -> Optional.of(JavaExpression.operand("Py.repr(" + value.boxed() + ")", PythonType.STR));
            case "bool" -> Optional.of(value.truth());
            case "abs" ->
                value.type() == PythonType.FLOAT
                        ? Optional.of(JavaExpression.operand("Math.abs(" + value.text() + ")", PythonType.FLOAT))
                        : Optional.empty();
            case "float" -> number ? Optional.of(value.as(PythonType.FLOAT)) : Optional.empty();
            case "Value" ->
                number
                        ? Optional.of(JavaExpression.operand("new Value(" + value.text() + ")", PythonType.VALUE))
                        : Optional.empty();
            case "Neuron" ->
                value.text().matches("\\d+")
                        ? Optional.of(JavaExpression.operand("new Neuron(" + value.text() + ")", PythonType.NEURON))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Returns a call to the constructor of one of micrograd's classes; empty if there is no such class. */
    private Optional<JavaExpression> ofClass(String name, Call call) {
        PythonType type =
                switch (name) {
                    case "Value" -> PythonType.VALUE;
                    case "Neuron" -> PythonType.NEURON;
                    case "Layer" -> PythonType.LAYER;
                    case "MLP" -> PythonType.MLP;
                    default -> PythonType.ANY;
                };
        if (type == PythonType.ANY) {
            return Optional.empty();
        }
        return Optional.of(labelled(name, call).or(() -> network(name, call)).orElseGet(() -> JavaExpression.operand(
                        "Py.callBuiltin(" + CallWriter.joined('"' + name + '"', calls.arguments(call)) + ")",
                        PythonType.ANY)
                .as(type)));
    }

    /** Writes a call such as {@code Value(2.0, label='a')}. Returns empty for a call in any other form. */
    private Optional<JavaExpression> labelled(String name, Call call) {
        List<Argument> arguments = call.arguments();
        if (!name.equals("Value")
                || arguments.size() != 2
                || !arguments.get(0).keyword().isEmpty()
                || !arguments.get(1).keyword().equals("label")) {
            return Optional.empty();
        }
        JavaExpression data = expressions.write(arguments.get(0).value());
        JavaExpression label = expressions.write(arguments.get(1).value());
        return data.type().isNumber() && label.type() == PythonType.STR
                ? Optional.of(JavaExpression.operand(
                        "new Value(" + data.text() + ", " + label.text() + ")", PythonType.VALUE))
                : Optional.empty();
    }

    /** Writes a call such as {@code MLP(2, [16, 16, 1])}. Returns empty unless all sizes are literals. */
    private Optional<JavaExpression> network(String name, Call call) {
        List<Expression> values = positional(call);
        if (!name.equals("MLP") || values.size() != 2 || call.arguments().size() != 2) {
            return Optional.empty();
        }
        List<Expression> sizes = Trees.elements(values.get(1));
        boolean whole = values.get(0) instanceof Syntax.WholeNumber
                && !sizes.isEmpty()
                && sizes.stream().allMatch(Syntax.WholeNumber.class::isInstance);
        return whole
                ? Optional.of(JavaExpression.operand(
                        "new MLP(" + expressions.write(values.get(0)).text() + ", "
                                + sizes.stream()
                                        .map(each -> expressions.write(each).text())
                                        .collect(Collectors.joining(", "))
                                + ")",
                        PythonType.MLP))
                : Optional.empty();
    }

    private JavaExpression drawDot(Call call) {
        List<Expression> values = positional(call);
        if (values.size() != 1) {
            throw new Refusal(call.span(), "draw_dot() takes one Value, as in draw_dot(y)");
        }
        JavaExpression root = expressions.write(values.get(0));
        return JavaExpression.operand("drawDot(" + root.as(PythonType.VALUE).text() + ")", PythonType.GRAPH);
    }

    Optional<JavaExpression> constant(String whole) {
        return Optional.ofNullable(CONSTANTS.get(whole)).map(text -> JavaExpression.operand(text, PythonType.FLOAT));
    }

    /** Returns a call to a function of a module; empty if the type of the function's result is not known. */
    Optional<JavaExpression> ofModule(String whole, Call call) {
        boolean real = Modules.parent(whole).equals("math") && RETURNING_FLOAT.contains(Modules.last(whole));
        if (!real) {
            return Optional.empty();
        }
        List<JavaExpression> values =
                positional(call).stream().map(expressions::write).toList();
        if (values.stream().anyMatch(each -> each.type() == PythonType.NEVER)) {
            return Optional.of(JavaExpression.operand("null", PythonType.NEVER));
        }
        return Optional.of(new JavaExpression(
                "(double) Py.callMethod(PythonModules.named(\"math\"), \"" + Modules.last(whole) + "\", "
                        + ExpressionWriter.arguments(values) + ")",
                PythonType.FLOAT,
                Level.UNARY));
    }
}
