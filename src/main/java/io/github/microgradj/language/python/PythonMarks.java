package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The constructs that show that text is Python, and not Java with a mistake. Java has already rejected the text. */
final class PythonMarks {
    private static final Set<String> OPERATORS = Set.of("//", "@");
    private static final Set<String> COMPARISONS = Set.of("in", "not in", "is", "is not");

    private static final Pattern LAST_COMMA = Pattern.compile(",\\s*[)\\]]");

    private final String text;
    private final PythonNames names;

    PythonMarks(String text, PythonNames names) {
        this.text = text;
        this.names = names;
    }

    boolean any(List<Statement> statements) {
        return LAST_COMMA.matcher(text).find() || Trees.any(statements, this::isMark);
    }

    private boolean isMark(Object node) {
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
            boolean formats = call.function() instanceof Syntax.Attribute attribute
                    && attribute.name().equals("format")
                    && attribute.object() instanceof Syntax.StringLiteral;
            return formats || (call.function() instanceof Syntax.Name name && BuiltInWriter.isMark(name.name()));
        }
        if (node instanceof Syntax.Attribute attribute) {
            return Modules.named(attribute, names.module()).isPresent()
                    || attribute.name().contains("_");
        }
        if (node instanceof Syntax.StringLiteral string) {
            return text.charAt(string.span().start()) == '\'';
        }
        if (node instanceof Syntax.Import imported) {
            return !imported.module().contains(".") || Modules.isModule(imported.module());
        }
        if (node instanceof Syntax.Assignment assignment) {
            return assignment.targets().size() > 1;
        }
        if (node instanceof Syntax.WholeNumber number) {
            return number.value().bitLength() > Integer.SIZE - 1; // Java needs an L after such a number.
        }
        return isOfPythonOnly(node);
    }

    private static boolean isOfPythonOnly(Object node) {
        boolean shared = node instanceof Syntax.WholeNumber
                || node instanceof Syntax.FloatNumber
                || node instanceof Syntax.Index
                || node instanceof Syntax.Magic
                || node instanceof Syntax.ExpressionStatement
                || node instanceof Syntax.AugmentedAssignment;
        return !shared;
    }
}
