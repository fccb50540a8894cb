package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.List;
import java.util.Set;

/** The marks by which text that Java rejects is known to be Python, rather than Java with a mistake. */
final class PythonMarks {
    private static final Set<String> OPERATORS = Set.of("//", "@");
    private static final Set<String> COMPARISONS = Set.of("in", "not in", "is", "is not");

    private PythonMarks() {}

    static boolean any(List<Statement> statements, PythonNames names) {
        return Trees.any(statements, node -> isMark(node, names));
    }

    private static boolean isMark(Object node, PythonNames names) {
        if (node instanceof Syntax.Name name) {
            return names.isAssigned(name.name());
        }
        if (node instanceof Syntax.Binary binary) {
            return OPERATORS.contains(binary.operator());
        }
        if (node instanceof Syntax.Comparison comparison) {
            return comparison.operators().size() > 1
                    || COMPARISONS.contains(comparison.operators().get(0));
        }
        if (node instanceof Syntax.Unary unary) {
            return unary.operator().equals("not");
        }
        if (node instanceof Syntax.Argument argument) {
            return !argument.keyword().isEmpty();
        }
        if (node instanceof Syntax.Call call) {
            return call.function() instanceof Syntax.Name name && BuiltInWriter.isMark(name.name());
        }
        if (node instanceof Syntax.Attribute attribute) {
            return Modules.named(attribute, names.module()).isPresent()
                    || attribute.name().contains("_");
        }
        return isOfPythonOnly(node);
    }

    private static boolean isOfPythonOnly(Object node) {
        boolean shared = node instanceof Syntax.WholeNumber
                || node instanceof Syntax.FloatNumber
                || node instanceof Syntax.StringLiteral
                || node instanceof Syntax.Index
                || node instanceof Syntax.Import
                || node instanceof Syntax.Magic
                || node instanceof Syntax.ExpressionStatement
                || node instanceof Syntax.Assignment
                || node instanceof Syntax.AugmentedAssignment;
        return !shared;
    }
}
