package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The places at which a function reads a local variable that may have no value yet. Python raises
 * UnboundLocalError at such a place, or NameError in a nested function. A nested function is treated as if it ran where
 * it is defined.
 */
public final class UnboundNames {
    private final Set<String> locals;
    private final Set<Syntax.Name> found = new HashSet<>();

    private UnboundNames(Set<String> locals) {
        this.locals = locals;
    }

    /** Returns the names that the body of a function may read before they are assigned. */
    public static Set<Syntax.Name> of(List<Statement> body, Set<String> locals) {
        UnboundNames names = new UnboundNames(locals);
        names.block(body, new HashSet<>());
        return names.found;
    }

    /** Returns those of the given names that a statement may leave without a value. */
    public static Set<String> after(Statement statement, Set<String> names) {
        Set<String> bound = new HashSet<>();
        new UnboundNames(names).statement(statement, bound);
        Set<String> left = new HashSet<>(names);
        left.removeAll(bound);
        return left;
    }

    /** Follows statements and adds the names that they assign. Returns whether the end can be reached. */
    private boolean block(List<Statement> statements, Set<String> bound) {
        return statements.stream().allMatch(each -> statement(each, bound));
    }

    private boolean statement(Statement statement, Set<String> bound) {
        if (statement instanceof Syntax.If choice) {
            read(choice.condition(), bound);
            return join(bound, List.of(choice.body(), choice.otherwise()));
        }
        if (statement instanceof Syntax.While loop) {
            read(loop.condition(), bound);
            boolean always = loop.condition() instanceof Syntax.Constant constant
                    && constant.name().equals("True");
            repeated(loop.body(), always, bound);
            return block(loop.otherwise(), new HashSet<>(bound)) || !always;
        }
        if (statement instanceof Syntax.For loop) {
            read(loop.iterable(), bound);
            Set<String> inside = runs(loop.iterable()) ? bound : new HashSet<>(bound);
            inside.addAll(Trees.targets(loop.target()));
            repeated(loop.body(), runs(loop.iterable()), inside);
            return block(loop.otherwise(), bound);
        }
        if (statement instanceof Syntax.Try trial) {
            return trial(trial, bound);
        }
        if (statement instanceof Syntax.Function function) {
            function.parameters().forEach(each -> each.standard().ifPresent(standard -> read(standard, bound)));
            bound.add(function.name());
            later(function, bound);
            return true;
        }
        if (statement instanceof Syntax.Assignment assignment) {
            read(assignment.value(), bound);
            assignment.targets().forEach(target -> assign(target, bound));
            return true;
        }
        read(statement, bound);
        boolean jumps =
                statement instanceof Syntax.Simple simple && !simple.keyword().equals("pass");
        return !jumps && !(statement instanceof Syntax.Return) && !(statement instanceof Syntax.Raise);
    }

    private boolean trial(Syntax.Try trial, Set<String> bound) {
        Set<String> before = new HashSet<>(bound);
        List<Set<String>> ends = new ArrayList<>();
        if (block(trial.body(), bound) && block(trial.otherwise(), bound)) {
            ends.add(new HashSet<>(bound));
        }
        for (Syntax.Handler handler : trial.handlers()) {
            Set<String> inside = new HashSet<>(before);
            inside.add(handler.name());
            if (block(handler.body(), inside)) {
                ends.add(inside);
            }
        }
        boolean completes = block(trial.last(), before) && !ends.isEmpty();
        ends.stream()
                .reduce((a, b) -> {
                    a.retainAll(b);
                    return a;
                })
                .ifPresent(common -> {
                    bound.clear();
                    bound.addAll(before);
                    bound.addAll(common);
                });
        return completes;
    }

    /**
     * Follows the body of a loop. If the body is certain to run at least once, every name that it assigns before the
     * first statement that may leave it counts as assigned after the loop.
     */
    private void repeated(List<Statement> body, boolean runs, Set<String> bound) {
        Set<String> inside = new HashSet<>(bound);
        for (Statement statement : body) {
            boolean jumps = Trees.any(
                    statement,
                    each -> each instanceof Syntax.Simple simple
                            && !simple.keyword().equals("pass"));
            boolean completes = statement(statement, inside);
            runs &= !jumps;
            if (runs) {
                bound.addAll(inside);
            }
            if (!completes) {
                return;
            }
        }
    }

    /**
     * Follows alternative blocks, exactly one of which runs, and adds the names that are assigned in every block whose
     * end can be reached. Returns whether the end of any block can be reached.
     */
    private boolean join(Set<String> bound, List<List<Statement>> blocks) {
        Optional<Set<String>> common = Optional.empty();
        for (List<Statement> block : blocks) {
            Set<String> inside = new HashSet<>(bound);
            if (block(block, inside)) {
                common.ifPresent(inside::retainAll);
                common = Optional.of(inside);
            }
        }
        common.ifPresent(bound::addAll);
        return common.isPresent();
    }

    /** Returns whether the text of an iterable shows that a loop over it runs at least once. */
    private static boolean runs(Expression iterable) {
        if (iterable instanceof Syntax.Call call
                && call.function() instanceof Syntax.Name name
                && name.name().equals("range")
                && call.arguments().size() == 1) {
            return call.arguments().get(0).value() instanceof Syntax.WholeNumber number
                    && number.value().compareTo(BigInteger.ZERO) > 0;
        }
        return !Trees.elements(iterable).isEmpty();
    }

    private void assign(Expression target, Set<String> bound) {
        if (!(target instanceof Syntax.Name) && Trees.elements(target).isEmpty()) {
            read(target, bound);
        }
        bound.addAll(Trees.targets(target));
    }

    /** Follows the functions nested in a node. They may run immediately or later. */
    private void later(Object node, Set<String> bound) {
        Trees.all(node)
                .filter(each -> each instanceof Syntax.Function || each instanceof Syntax.Lambda)
                .forEach(function -> {
                    Set<String> around = new HashSet<>(bound);
                    Trees.all(function).forEach(each -> {
                        if (each instanceof Syntax.Parameter parameter) {
                            around.add(parameter.name().replace("*", ""));
                        } else if (each instanceof Syntax.Function nested) {
                            Set<String> own = Trees.assigned(nested.body());
                            own.removeAll(Trees.declared(nested.body()));
                            around.addAll(own);
                        } else if (each instanceof Syntax.Comprehension comprehension) {
                            comprehension.clauses().forEach(clause -> around.addAll(Trees.targets(clause.target())));
                        }
                    });
                    names(function)
                            .filter(each -> !around.contains(each.name()))
                            .forEach(found::add);
                });
    }

    private Stream<Syntax.Name> names(Object node) {
        return Trees.all(node)
                .filter(Syntax.Name.class::isInstance)
                .map(Syntax.Name.class::cast)
                .filter(each -> locals.contains(each.name()));
    }

    private void read(Object node, Set<String> bound) {
        later(node, bound);
        Set<String> around = new HashSet<>(bound);
        Trees.own(node).forEach(each -> {
            if (each instanceof Syntax.Comprehension comprehension) {
                comprehension.clauses().forEach(clause -> around.addAll(Trees.targets(clause.target())));
            } else if (each instanceof Syntax.Named named) {
                around.add(named.target().name());
                bound.add(named.target().name());
            } else if (each instanceof Syntax.Name name
                    && locals.contains(name.name())
                    && !around.contains(name.name())) {
                found.add(name);
            }
        });
    }
}
