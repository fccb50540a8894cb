package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Argument;
import io.github.microgradj.language.python.syntax.Syntax.Call;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A writer of Java code for calls to methods, built-in functions, functions of modules, and functions of cells. */
final class CallWriter {
    private final ExpressionWriter expressions;
    private final NameScope scope;
    private final BuiltInWriter builtIns;

    CallWriter(ExpressionWriter expressions, NameScope scope) {
        this.expressions = expressions;
        this.scope = scope;
        this.builtIns = new BuiltInWriter(expressions, this);
    }

    JavaExpression write(Call call) {
        Optional<String> module = Modules.named(call.function(), scope);
        if (module.isPresent()) {
            return ofModule(module.get(), call);
        }
        if (call.function() instanceof Syntax.Attribute attribute) {
            return method(attribute, call);
        }
        if (call.function() instanceof Syntax.Name name && !isVariable(name)) {
            return named(name, call);
        }
        JavaExpression function = expressions.write(call.function());
        return function.type() == PythonType.NEVER
                ? function
                : JavaExpression.operand("Py.call(" + joined(function.boxed(), arguments(call)) + ")", PythonType.ANY);
    }

    private boolean isVariable(Syntax.Name name) {
        return scope.find(name.name()).isPresent()
                || scope.names().variable(name.name()).isPresent();
    }

    private JavaExpression named(Syntax.Name name, Call call) {
        Optional<Definition> definition = scope.names().definition(name.name());
        if (definition.isPresent()) {
            return defined(definition.get(), call);
        }
        Optional<String> neuron = scope.names().pastedNeuron();
        if (neuron.isPresent() && PastedClasses.NETWORKS.contains(name.name())) {
            String method = name.name().toLowerCase(Locale.ROOT);
            return JavaExpression.operand(
                    "PastedNetwork." + method + "(" + joined(neuron.get(), arguments(call)) + ")", PythonType.ANY);
        }
        Optional<JavaExpression> builtIn = builtIns.call(name.name(), call);
        if (builtIn.isPresent()) {
            return builtIn.get();
        }
        if (!scope.names().isMethod(name.name()) && !scope.isDeferred()) {
            throw unknown(name);
        }
        return JavaExpression.operand(NameScope.javaName(name.name()) + "(" + arguments(call) + ")", PythonType.ANY);
    }

    private static Refusal unknown(Syntax.Name name) {
        return new Refusal(name.span(), "there is no variable or function " + name.name());
    }

    /** Returns the value of a name that is not a variable: a function, a type or a module. */
    JavaExpression functionNamed(Syntax.Name name) {
        Optional<String> module = Modules.named(name, scope);
        if (module.isPresent()) {
            return ofModule(module.get());
        }
        Optional<Definition> definition = scope.names().definition(name.name());
        if (definition.isPresent()) {
            return asValue(definition.get());
        }
        if (BuiltInWriter.isBuiltIn(name.name())) {
            return JavaExpression.operand("Py.builtin(\"" + name.name() + "\")", PythonType.ANY);
        }
        if (!scope.isDeferred()) {
            throw unknown(name);
        }
        return JavaExpression.operand(NameScope.javaName(name.name()), PythonType.ANY);
    }

    /** Returns a function of the session as an object. */
    private static JavaExpression asValue(Definition definition) {
        List<String> names = IntStream.range(0, definition.parameters().size())
                .mapToObj(i -> "" + (char) ('a' + i))
                .toList();
        boolean plain = names.size() <= 3 && definition.defaults().stream().allMatch(Optional::isEmpty);
        if (!plain) {
            return asObject(definition);
        }
        String parameters = names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
        return JavaExpression.operand(
                "Each.function(" + parameters + " -> " + definition.java() + "(" + String.join(", ", names) + "))",
                PythonType.FUNCTION);
    }

    /** Returns a function of the session as an object that also accepts arguments by the names of the parameters. */
    private static JavaExpression asObject(Definition definition) {
        List<Optional<String>> defaults = definition.defaults();
        String signature = IntStream.range(0, defaults.size())
                .mapToObj(i -> definition.parameters().get(i) + (defaults.get(i).isPresent() ? "=" : ""))
                .collect(Collectors.joining(", ", "\"" + definition.name() + "(", ")\""));
        String values = IntStream.range(0, defaults.size())
                .mapToObj(i -> "a[" + i + "]")
                .collect(Collectors.joining(", "));
        String given = defaults.stream()
                .flatMap(Optional::stream)
                .map(each -> ", " + (each.equals("null") ? "(Object) null" : each))
                .collect(Collectors.joining());
        return JavaExpression.operand(
                "Each.function(" + signature + ", a -> " + definition.java() + "(" + values + ")" + given + ")",
                PythonType.FUNCTION);
    }

    /** Returns an attribute of a module, or the module itself. */
    JavaExpression ofModule(String whole) {
        Optional<String> own = Modules.ownClass(whole);
        if (own.isPresent()) {
            return JavaExpression.operand("Py.builtin(\"" + own.get() + "\")", PythonType.ANY);
        }
        if (Modules.isModule(whole)) {
            return JavaExpression.operand(Modules.java(whole), PythonType.ANY);
        }
        Optional<JavaExpression> constant = builtIns.constant(whole);
        return constant.orElseGet(() -> JavaExpression.operand(
                "Py.attr(" + Modules.java(Modules.parent(whole)) + ", \"" + Modules.last(whole) + "\")",
                PythonType.ANY));
    }

    private JavaExpression ofModule(String whole, Call call) {
        Optional<String> own = Modules.ownClass(whole);
        if (own.isPresent()) {
            return builtIns.call(own.get(), call).orElseThrow();
        }
        if (whole.startsWith("graphviz.")) {
            throw new Refusal(call.span(), "graphviz is not available; draw_dot(x) draws the graph of a Value x");
        }
        Optional<JavaExpression> known = builtIns.ofModule(whole, call);
        return known.orElseGet(() -> JavaExpression.operand(
                "Py.callMethod("
                        + joined(
                                Modules.java(Modules.parent(whole)) + ", \"" + Modules.last(whole) + "\"",
                                arguments(call))
                        + ")",
                PythonType.ANY));
    }

    private JavaExpression method(Syntax.Attribute attribute, Call call) {
        JavaExpression object = expressions.write(attribute.object());
        if (object.type() == PythonType.NEVER) {
            return object;
        }
        boolean step = object.type() == PythonType.VALUE || object.type() == PythonType.ANY;
        if (step && attribute.name().equals("_backward")) {
            KnownMethods.checkSteps(attribute, attribute.object() instanceof Syntax.Name name ? name.name() : "x");
        }
        Optional<JavaExpression> known =
                call.arguments().isEmpty() ? KnownMethods.result(object, attribute.name()) : Optional.empty();
        return known.orElseGet(() -> JavaExpression.operand(
                "Py.callMethod(" + joined(object.boxed() + ", \"" + attribute.name() + "\"", arguments(call)) + ")",
                PythonType.ANY));
    }

    static String joined(String first, String rest) {
        return rest.isEmpty() ? first : first + ", " + rest;
    }

    /** Returns the arguments of a call whose function is known only at run time. */
    String arguments(Call call) {
        boolean spread =
                call.arguments().stream().anyMatch(each -> each.keyword().equals("*"));
        List<JavaExpression> positional = new ArrayList<>();
        List<Expression> elements = new ArrayList<>();
        StringBuilder keywords = new StringBuilder();
        StringBuilder more = new StringBuilder();
        for (Argument argument : call.arguments()) {
            switch (argument.keyword()) {
                case "" -> {
                    elements.add(argument.value());
                    if (!spread) {
                        positional.add(expressions.write(argument.value()));
                    }
                }
                case "*" -> elements.add(new Syntax.Starred(argument.span(), argument.value()));
                case "**" ->
                    more.append(".with(")
                            .append(expressions.write(argument.value()).boxed())
                            .append(')');
                default ->
                    keywords.append(keywords.length() == 0 ? "" : ", ")
                            .append('"')
                            .append(argument.keyword())
                            .append("\", ")
                            .append(expressions.write(argument.value()).boxed());
            }
        }
        boolean byName = keywords.length() > 0 || more.length() > 0;
        String named = byName ? "Keywords.of(" + keywords + ")" + more : "";
        if (spread) {
            return "Each.spread("
                    + joined(expressions.literals().spread(elements), named.isEmpty() ? "" : "Py.list(" + named + ")")
                    + ")";
        }
        String given = ExpressionWriter.arguments(positional);
        return named.isEmpty() ? given : given.isEmpty() ? named : given + ", " + named;
    }

    /** Writes a call to a function defined in a cell, with the arguments in the order of the parameters. */
    private JavaExpression defined(Definition definition, Call call) {
        if (call.arguments().stream().anyMatch(each -> each.keyword().startsWith("*"))) {
            return JavaExpression.operand(
                    "Py.call(" + joined(asObject(definition).text(), arguments(call)) + ")", PythonType.ANY);
        }
        List<JavaExpression> values = Bound.arguments(definition, call, expressions);
        List<PythonType> types = values.stream().map(JavaExpression::type).toList();
        if (types.contains(PythonType.NEVER)) {
            return JavaExpression.operand("null", PythonType.NEVER);
        }
        Optional<Definition.Overload> overload = definition.overload(types);
        if (overload.isPresent()) {
            String given = values.stream().map(JavaExpression::text).collect(Collectors.joining(", "));
            return JavaExpression.operand(
                    definition.java() + "(" + given + ")", overload.get().returned());
        }
        boolean overloaded = !definition.overloads().isEmpty();
        String given = values.stream()
                .map(each -> overloaded && each.type() == PythonType.INT ? each.asObject() : each.boxed())
                .collect(Collectors.joining(", "));
        return JavaExpression.operand(definition.java() + "(" + given + ")", PythonType.ANY);
    }
}
