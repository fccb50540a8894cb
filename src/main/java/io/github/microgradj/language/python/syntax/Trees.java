package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Queries on syntax trees: which names are assigned, and which nodes occur in a tree. */
public final class Trees {
    private Trees() {}

    /**
     * Returns a node and all nodes below it. The components of the records are read by reflection, because a visitor
     * would need forty similar methods.
     */
    public static Stream<Object> all(Object node) {
        return all(node, each -> true);
    }

    /**
     * Returns the nodes of a tree that satisfy a condition. If a node does not satisfy the condition, all nodes below
     * it are left out, too.
     */
    static Stream<Object> all(Object node, Predicate<Object> condition) {
        if (node instanceof Collection<?> nodes) {
            return nodes.stream().flatMap(each -> all(each, condition));
        }
        if (node instanceof Optional<?> optional) {
            return optional.stream().flatMap(each -> all(each, condition));
        }
        if (!node.getClass().isRecord() || node instanceof TextSpan || !condition.test(node)) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(node),
                Stream.of(node.getClass().getRecordComponents())
                        .flatMap(component -> all(value(node, component), condition)));
    }

    /** Returns a node and all nodes below it, except functions and lambdas and everything inside them. */
    static Stream<Object> own(Object node) {
        return all(node, each -> !(each instanceof Syntax.Function) && !(each instanceof Syntax.Lambda));
    }

    private static Object value(Object node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether the given node, or any node below it, satisfies a condition. */
    public static boolean any(Object node, Predicate<Object> condition) {
        return all(node).anyMatch(condition);
    }

    /** Returns whether a name occurs in a tree. */
    public static boolean mentions(Object node, String name) {
        return any(
                node, each -> each instanceof Syntax.Name found && found.name().equals(name));
    }

    /** Returns whether evaluating an expression may have an effect or depend on the effect of another expression. */
    public static boolean mayAct(Expression expression) {
        return any(expression, each -> each instanceof Syntax.Call || each instanceof Syntax.Named);
    }

    /** Returns whether an expression can be evaluated twice, at no cost and with the same result. */
    public static boolean isSimple(Expression expression) {
        return expression instanceof Syntax.Name
                || expression instanceof Syntax.WholeNumber
                || expression instanceof Syntax.FloatNumber
                || expression instanceof Syntax.StringLiteral
                || expression instanceof Syntax.Constant;
    }

    /** Returns the names that statements assign, in order. Excludes names that nested functions assign. */
    public static Set<String> assigned(List<Statement> statements) {
        Set<String> names = new LinkedHashSet<>();
        statements.forEach(statement -> addAssigned(statement, names));
        return names;
    }

    private static void addAssigned(Statement statement, Set<String> names) {
        own(statement)
                .filter(Syntax.Named.class::isInstance)
                .forEach(each -> names.add(((Syntax.Named) each).target().name()));
        if (statement instanceof Syntax.Assignment assignment) {
            assignment.targets().forEach(target -> names.addAll(targets(target)));
        } else if (statement instanceof Syntax.AugmentedAssignment assignment) {
            names.addAll(targets(assignment.target()));
        } else if (statement instanceof Syntax.Function function) {
            names.add(function.name());
        } else if (statement instanceof Syntax.If choice) {
            names.addAll(assigned(choice.body()));
            names.addAll(assigned(choice.otherwise()));
        } else if (statement instanceof Syntax.While loop) {
            names.addAll(assigned(loop.body()));
            names.addAll(assigned(loop.otherwise()));
        } else if (statement instanceof Syntax.For loop) {
            names.addAll(targets(loop.target()));
            names.addAll(assigned(loop.body()));
            names.addAll(assigned(loop.otherwise()));
        } else if (statement instanceof Syntax.Try trial) {
            names.addAll(assigned(trial.body()));
            trial.handlers().forEach(handler -> {
                names.addAll(handler.name().isEmpty() ? List.of() : List.of(handler.name()));
                names.addAll(assigned(handler.body()));
            });
            names.addAll(assigned(trial.otherwise()));
            names.addAll(assigned(trial.last()));
        }
    }

    /** Returns the names that receive a value in an assignment to the given target. */
    public static List<String> targets(Expression target) {
        if (target instanceof Syntax.Name name) {
            return List.of(name.name());
        }
        if (target instanceof Syntax.Starred starred) {
            return targets(starred.value());
        }
        return elements(target).stream().flatMap(each -> targets(each).stream()).toList();
    }

    /** Returns the elements of a tuple or list; none for any other expression. */
    public static List<Expression> elements(Expression expression) {
        if (expression instanceof Syntax.TupleDisplay tuple) {
            return tuple.elements();
        }
        return expression instanceof Syntax.ListDisplay list ? list.elements() : List.of();
    }

    /**
     * Returns the names that statements declare with {@code global} or {@code nonlocal}. Skips the functions among
     * these statements.
     */
    public static Set<String> declared(List<Statement> statements) {
        Set<String> names = new LinkedHashSet<>();
        List<Object> own = new ArrayList<>();
        statements.stream().filter(each -> !(each instanceof Syntax.Function)).forEach(own::add);
        all(own).filter(Syntax.Declared.class::isInstance)
                .forEach(each -> names.addAll(((Syntax.Declared) each).names()));
        return names;
    }
}
