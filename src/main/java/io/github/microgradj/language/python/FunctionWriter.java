package io.github.microgradj.language.python;

import io.github.microgradj.language.python.Definition.Overload;
import io.github.microgradj.language.python.NameScope.Kind;
import io.github.microgradj.language.python.syntax.Reachability;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Parameter;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import io.github.microgradj.language.python.syntax.Trees;
import io.github.microgradj.language.python.syntax.UnboundNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A writer of Java code for Python functions. To find the types of local variables and where to declare them, it writes
 * the body repeatedly until a pass finds nothing new; see {@link CellVariable}.
 */
final class FunctionWriter {
    private static final int MOST_ROUNDS = 20;

    private final NameScope outer;

    FunctionWriter(NameScope outer) {
        this.outer = outer;
    }

    /**
     * Returns whether a function becomes Java methods. It does if no parameter has a star and all default values are
     * constants.
     */
    static boolean isMethod(Syntax.Function function) {
        return function.parameters().stream()
                .allMatch(each -> !each.name().startsWith("*")
                        && each.standard().map(FunctionWriter::isConstant).orElse(true));
    }

    private static boolean isConstant(Syntax.Expression value) {
        return value instanceof Syntax.Unary unary
                ? isConstant(unary.operand())
                : Trees.isSimple(value) && !(value instanceof Syntax.Name);
    }

    /** Returns the definition of a cell's function, without the overloads, which are not known yet. */
    Definition definition(Syntax.Function function) {
        List<Optional<String>> defaults = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            defaults.add(parameter
                    .standard()
                    .map(standard -> new ExpressionWriter(outer).write(standard).boxed()));
        }
        return new Definition(
                function.name(),
                NameScope.javaName(function.name()),
                function.parameters().stream().map(Parameter::name).toList(),
                defaults,
                List.of());
    }

    /**
     * Writes the methods of a function: the one for objects, and those for numbers and Values if the types of their
     * results are known.
     */
    List<String> methods(Syntax.Function function) {
        Definition definition = definition(function);
        outer.names().define(definition);
        List<String> methods = new ArrayList<>();
        methods.add(method(
                        definition,
                        function,
                        Collections.nCopies(function.parameters().size(), PythonType.ANY))
                .text());
        boolean typed = !function.parameters().isEmpty()
                && function.parameters().stream()
                        .allMatch(each -> each.standard().isEmpty());
        for (PythonType type : typed ? List.of(PythonType.FLOAT, PythonType.VALUE) : List.<PythonType>of()) {
            List<PythonType> types = Collections.nCopies(function.parameters().size(), type);
            WrittenMethod method = method(definition, function, types);
            PythonType returned = method.scope().returned();
            boolean known = returned == PythonType.FLOAT || returned == PythonType.VALUE;
            if (known && !Reachability.completes(function.body()) && !callsItself(function)) {
                methods.add(method.text());
                definition = definition.with(new Overload(types, returned));
            }
        }
        outer.names().define(definition);
        forWholeNumbers(definition, function).ifPresent(methods::add);
        return methods;
    }

    /**
     * Writes the method for Java's integers, which would otherwise become doubles in a call such as {@code f(3)}. Only
     * Java code calls this method. Cells call the method for objects, which accepts integers of any size.
     */
    private Optional<String> forWholeNumbers(Definition definition, Syntax.Function function) {
        List<PythonType> doubles = Collections.nCopies(function.parameters().size(), PythonType.FLOAT);
        if (definition.overload(doubles).isEmpty()) {
            return Optional.empty();
        }
        List<PythonType> types = Collections.nCopies(function.parameters().size(), PythonType.INT);
        WrittenMethod method = method(definition, function, types);
        return Optional.of(method.scope().returned())
                .filter(returned -> returned == PythonType.INT || returned == PythonType.FLOAT)
                .map(returned -> method.text());
    }

    /**
     * Returns whether a function calls itself. Such a function gets no overloads, because in Java 17's JShell a method
     * cannot call its overloads.
     */
    private static boolean callsItself(Syntax.Function function) {
        return Trees.mentions(function.body(), function.name());
    }

    private record WrittenMethod(NameScope scope, String text) {}

    private WrittenMethod method(Definition definition, Syntax.Function function, List<PythonType> types) {
        NameScope scope = scope(function.parameters(), function.body());
        boolean typed = !types.contains(PythonType.ANY);
        JavaLines lines = new JavaLines();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String known = scope.known();
            lines = new JavaLines();
            scope.begin();
            scope.declare(typed ? scope.returned() : PythonType.ANY);
            List<String> parameters = new ArrayList<>();
            JavaLines copies = new JavaLines();
            for (int i = 0; i < types.size(); i++) {
                CellVariable variable = parameter(scope, definition.parameters().get(i), types.get(i));
                String name = variable.isShared() ? variable.java() + "Given" : variable.java();
                parameters.add(types.get(i).java() + " " + name);
                if (variable.isShared()) {
                    copies.add(AssignmentWriter.shared(variable, name));
                }
            }
            lines.open(scope.declared().java() + " " + definition.java() + "(" + String.join(", ", parameters) + ")");
            body(scope, lines, copies, function.body());
            lines.close();
            if (scope.known().equals(known)) {
                break;
            }
        }
        return new WrittenMethod(scope, lines.toString());
    }

    private NameScope scope(List<Parameter> parameters, List<Statement> body) {
        NameScope scope = outer.inner(Kind.FUNCTION);
        parameters.stream()
                .map(each -> each.name().replace("*", ""))
                .filter(each -> !each.isEmpty())
                .forEach(scope::add);
        Set<String> elsewhere = Trees.declared(body);
        Set<String> locals = Trees.assigned(body);
        locals.removeAll(elsewhere);
        locals.forEach(scope::add);
        parameters.forEach(each -> locals.remove(each.name().replace("*", "")));
        scope.setUnbound(UnboundNames.of(body, locals));
        return scope;
    }

    private static CellVariable parameter(NameScope scope, String name, PythonType type) {
        CellVariable variable = scope.add(name);
        variable.assign(type, List.of());
        variable.setDeclared();
        return variable;
    }

    /** Writes the declarations of the hoisted variables, and then the body. */
    private static void body(NameScope scope, JavaLines lines, JavaLines copies, List<Statement> body) {
        if (!copies.isEmpty()) {
            lines.add(copies.toString());
        }
        for (CellVariable variable : scope.variables()) {
            if (variable.isHoisted() && !variable.isDeclared()) {
                PythonType type = variable.type();
                lines.add(
                        variable.isShared()
                                ? AssignmentWriter.shared(variable, variable.initial())
                                : type.java() + " " + variable.java() + " = " + variable.initial() + ";");
            }
        }
        new StatementWriter(scope, lines).block(body);
        if (Reachability.completes(body)) {
            scope.returns(PythonType.NONE);
            lines.add("return null;");
        }
    }

    /**
     * Writes a function as an object. This is needed for a {@code def} that cannot become Java methods, and for a
     * lambda that has default values, starred parameters or more than three parameters.
     */
    JavaExpression function(String name, List<Parameter> parameters, List<Statement> body) {
        String signature = parameters.stream()
                .map(each -> each.name() + (each.standard().isPresent() ? "=" : ""))
                .collect(Collectors.joining(", ", name + "(", ")"));
        List<String> defaults = parameters.stream()
                .flatMap(each -> each.standard().stream())
                .map(each -> new ExpressionWriter(outer).write(each).asObject())
                .toList();
        List<String> names = parameters.stream()
                .map(each -> each.name().replace("*", ""))
                .filter(each -> !each.isEmpty())
                .toList();
        NameScope scope = scope(parameters, body);
        scope.declare(PythonType.ANY);
        String arguments = scope.temporary("arguments");
        JavaLines lines = new JavaLines();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String known = scope.known();
            lines = new JavaLines();
            scope.begin();
            lines.open("Each.function(\"" + signature + "\", " + arguments + " ->");
            JavaLines copies = new JavaLines();
            for (int i = 0; i < names.size(); i++) {
                CellVariable variable = parameter(scope, names.get(i), PythonType.ANY);
                String value = arguments + "[" + i + "]";
                copies.add(
                        variable.isShared()
                                ? AssignmentWriter.shared(variable, value)
                                : "Object " + variable.java() + " = " + value + ";");
            }
            body(scope, lines, copies, body);
            lines.close();
            if (scope.known().equals(known)) {
                break;
            }
        }
        String given = defaults.stream().map(each -> ", " + each).collect(Collectors.joining());
        return JavaExpression.operand(lines + given + ")", PythonType.FUNCTION);
    }
}
