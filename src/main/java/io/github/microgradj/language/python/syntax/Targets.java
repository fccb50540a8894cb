package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.Syntax.Expression;
import java.util.List;

/** The rules for the targets of assignments. */
final class Targets {
    private Targets() {}

    /** Checks that an expression can be assigned to with {@code =}. */
    static void check(Expression target) {
        if (target instanceof Syntax.TupleDisplay tuple) {
            checkAll(tuple.elements());
        } else if (target instanceof Syntax.ListDisplay list) {
            checkAll(list.elements());
        } else if (target instanceof Syntax.Starred starred) {
            check(starred.value());
        } else {
            check(target, "; did you mean ==?");
        }
    }

    private static void checkAll(List<Expression> targets) {
        targets.forEach(Targets::check);
    }

    /** Checks that an expression can be assigned to with an operator such as {@code +=}. */
    static void checkAugmented(Expression target) {
        check(target, "");
    }

    private static void check(Expression target, String suggestion) {
        boolean assignable =
                target instanceof Syntax.Name || target instanceof Syntax.Attribute || target instanceof Syntax.Index;
        if (!assignable) {
            throw new Refusal(target.span(), "expected a name, an attribute or an index to assign to" + suggestion);
        }
    }
}
