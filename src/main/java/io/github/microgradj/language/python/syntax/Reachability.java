package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.Syntax.Statement;
import java.util.List;

/** Java's rules for whether the end of a statement can be reached. */
public final class Reachability {
    private Reachability() {}

    /** Returns whether the end of a block can be reached. */
    public static boolean completes(List<Statement> statements) {
        return statements.stream().allMatch(Reachability::completes);
    }

    public static boolean completes(Statement statement) {
        if (statement instanceof Syntax.Return || statement instanceof Syntax.Raise) {
            return false;
        }
        if (statement instanceof Syntax.Simple simple) {
            return simple.keyword().equals("pass");
        }
        if (statement instanceof Syntax.If choice) {
            return choice.otherwise().isEmpty() || completes(choice.body()) || completes(choice.otherwise());
        }
        if (statement instanceof Syntax.Try trial) {
            boolean any = (completes(trial.body()) && completes(trial.otherwise()))
                    || trial.handlers().stream().anyMatch(handler -> completes(handler.body()));
            return any && completes(trial.last());
        }
        return !(statement instanceof Syntax.While loop) || !isTrue(loop.condition()) || breaks(loop.body());
    }

    public static boolean isTrue(Syntax.Expression condition) {
        return condition instanceof Syntax.Constant constant && constant.name().equals("True");
    }

    /** Returns whether a {@code break} in the body of a loop leaves that loop. */
    public static boolean breaks(List<Statement> body) {
        return body.stream()
                .anyMatch(statement -> (statement instanceof Syntax.Simple simple
                                && simple.keyword().equals("break"))
                        || (statement instanceof Syntax.Try trial
                                && (breaks(trial.body())
                                        || breaks(trial.otherwise())
                                        || breaks(trial.last())
                                        || trial.handlers().stream().anyMatch(handler -> breaks(handler.body()))))
                        || (statement instanceof Syntax.If choice
                                && (breaks(choice.body()) || breaks(choice.otherwise()))));
    }
}
