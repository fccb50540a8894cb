package io.github.microgradj.language.python;

import static java.util.stream.Collectors.joining;

import io.github.microgradj.language.python.Syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of an expression, with as few brackets as Python's precedence allows. */
final class PythonText {
    private static final int CONDITIONAL = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARISON = 5;
    private static final int BITS = 6;
    private static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("|", BITS),
            Map.entry("^", 7),
            Map.entry("&", 8),
            Map.entry("<<", 9),
            Map.entry(">>", 9),
            Map.entry("+", 10),
            Map.entry("-", 10),
            Map.entry("*", 11),
            Map.entry("/", 11),
            Map.entry("//", 11),
            Map.entry("%", 11),
            Map.entry("@", 11),
            Map.entry("**", 13));
    private static final int UNARY = 12;
    private static final int POWER = 13;
    private static final int ATOM = 14;

    private PythonText() {}

    static String of(Expression expression) {
        return text(expression, 0);
    }

    private static String text(Expression expression, int least) {
        if (expression instanceof Syntax.TupleDisplay tuple) {
            return "(" + list(tuple.elements()) + (tuple.elements().size() == 1 ? ",)" : ")");
        }
        int level = level(expression);
        String text = bare(expression);
        return level < least ? "(" + text + ")" : text;
    }

    private static int level(Expression expression) {
        if (expression instanceof Syntax.Binary binary) {
            return BINARY.get(binary.operator());
        }
        if (expression instanceof Syntax.Unary unary) {
            return unary.operator().equals("not") ? NOT : UNARY;
        }
        if (expression instanceof Syntax.Logical logical) {
            return logical.operator().equals("or") ? OR : AND;
        }
        if (expression instanceof Syntax.Comparison) {
            return COMPARISON;
        }
        return expression instanceof Syntax.Conditional || expression instanceof Syntax.Lambda ? CONDITIONAL : ATOM;
    }

    private static String bare(Expression expression) {
        if (expression instanceof Syntax.Name name) {
            return name.name();
        }
        if (expression instanceof Syntax.WholeNumber number) {
            return number.value().toString();
        }
        if (expression instanceof Syntax.FloatNumber number) {
            return Double.toString(number.value());
        }
        if (expression instanceof Syntax.StringLiteral string) {
            return "'" + escaped(string.value()) + "'";
        }
        if (expression instanceof Syntax.Constant constant) {
            return constant.name();
        }
        if (expression instanceof Syntax.FormatString format) {
            return "f'" + parts(format.parts()) + "'";
        }
        if (expression instanceof Syntax.Unary unary) {
            int operand = unary.operator().equals("not") ? NOT : UNARY;
            return unary.operator() + " " + text(unary.operand(), operand);
        }
        if (expression instanceof Syntax.Binary binary) {
            int level = BINARY.get(binary.operator());
            boolean power = level == POWER;
            return text(binary.left(), power ? ATOM : level)
                    + binary.operator()
                    + text(binary.right(), power ? UNARY : level + 1);
        }
        if (expression instanceof Syntax.Logical logical) {
            int level = level(logical);
            return text(logical.left(), level) + " " + logical.operator() + " " + text(logical.right(), level + 1);
        }
        if (expression instanceof Syntax.Comparison comparison) {
            StringBuilder text = new StringBuilder(text(comparison.operands().get(0), BITS));
            for (int i = 0; i < comparison.operators().size(); i++) {
                text.append(' ').append(comparison.operators().get(i)).append(' ');
                text.append(text(comparison.operands().get(i + 1), BITS));
            }
            return text.toString();
        }
        if (expression instanceof Syntax.Conditional conditional) {
            return text(conditional.then(), OR) + " if " + text(conditional.condition(), OR) + " else "
                    + text(conditional.otherwise(), CONDITIONAL);
        }
        if (expression instanceof Syntax.Lambda lambda) {
            return "lambda "
                    + lambda.parameters().stream().map(Syntax.Parameter::name).collect(joining(", ")) + ": "
                    + text(lambda.body(), CONDITIONAL);
        }
        return display(expression);
    }

    private static String display(Expression expression) {
        if (expression instanceof Syntax.ListDisplay list) {
            return "[" + list(list.elements()) + "]";
        }
        if (expression instanceof Syntax.DictDisplay dict) {
            StringBuilder text = new StringBuilder("{");
            for (int i = 0; i < dict.keys().size(); i++) {
                text.append(of(dict.keys().get(i)))
                        .append(": ")
                        .append(of(dict.values().get(i)))
                        .append(", ");
            }
            return text + "}";
        }
        if (expression instanceof Syntax.Comprehension comprehension) {
            String clauses = comprehension.clauses().stream()
                    .map(clause -> " for " + text(clause.target(), ATOM) + " in " + text(clause.iterable(), OR)
                            + clause.conditions().stream()
                                    .map(condition -> " if " + text(condition, OR))
                                    .collect(joining()))
                    .collect(joining());
            String element = of(comprehension.element());
            return switch (comprehension.collected()) {
                case LIST -> "[" + element + clauses + "]";
                case SET -> "{" + element + clauses + "}";
                case GENERATOR -> "(" + element + clauses + ")";
                case DICT ->
                    "{" + element + ": "
                            + comprehension.value().map(PythonText::of).orElse("") + clauses + "}";
            };
        }
        if (expression instanceof Syntax.Call call) {
            return text(call.function(), ATOM) + "("
                    + call.arguments().stream()
                            .map(argument -> (argument.keyword().isEmpty() ? "" : argument.keyword() + "=")
                                    + of(argument.value()))
                            .collect(joining(", "))
                    + ")";
        }
        if (expression instanceof Syntax.Attribute attribute) {
            String object = text(attribute.object(), ATOM);
            return (object.matches("\\d+") ? "(" + object + ")" : object) + "." + attribute.name();
        }
        if (expression instanceof Syntax.Index index) {
            return text(index.object(), ATOM) + "[" + of(index.index()) + "]";
        }
        if (expression instanceof Syntax.Slice slice) {
            return bound(slice.start()) + ":" + bound(slice.stop())
                    + slice.step().map(step -> ":" + of(step)).orElse("");
        }
        throw new IllegalArgumentException(expression.toString());
    }

    private static String bound(Optional<Expression> bound) {
        return bound.map(PythonText::of).orElse("");
    }

    private static String list(List<Expression> elements) {
        return elements.stream().map(PythonText::of).collect(joining(", "));
    }

    private static String parts(List<Expression> parts) {
        return parts.stream()
                .map(part -> part instanceof Syntax.StringLiteral string
                        ? escaped(string.value()).replace("{", "{{").replace("}", "}}")
                        : placeholder((Syntax.Placeholder) part))
                .collect(joining());
    }

    private static String placeholder(Syntax.Placeholder placeholder) {
        String value = "(" + of(placeholder.value()) + ")";
        return "{" + value + (placeholder.conversion().isEmpty() ? "" : "!" + placeholder.conversion())
                + (placeholder.specification().isEmpty() ? "" : ":" + parts(placeholder.specification())) + "}";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
    }
}
