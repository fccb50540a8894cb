package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.PythonToken.Kind;
import io.github.microgradj.language.python.syntax.Syntax.Collected;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A parser of operands. An operand is a name, a literal or an expression in brackets, and may be followed by calls,
 * attributes and indices.
 */
final class AtomParser {
    private static final Set<String> CONSTANTS = Set.of("None", "True", "False");

    private final TokenReader tokens;
    private final ExpressionParser expressions;

    AtomParser(TokenReader tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Reads an operand with its calls, attributes and indices, such as {@code a.b(c)[d]}. */
    Expression primary() {
        int start = tokens.start();
        Expression value = atom();
        while (true) {
            if (tokens.accept(".")) {
                String name = tokens.expectName("after the dot").text();
                value = new Syntax.Attribute(tokens.since(start), value, name);
            } else if (tokens.accept("(")) {
                List<Syntax.Argument> arguments = expressions.arguments();
                value = new Syntax.Call(tokens.since(start), value, arguments);
            } else if (tokens.accept("[")) {
                Expression index = index();
                tokens.expect("]", "after the index");
                value = new Syntax.Index(tokens.since(start), value, index);
            } else {
                return value;
            }
        }
    }

    private Expression atom() {
        PythonToken token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> new Syntax.Name(tokens.next().span(), token.text());
            case NUMBER -> number(tokens.next());
            case STRING -> strings();
            case OPERATOR -> bracket(token);
            case KEYWORD -> constant(token);
            default -> throw missing();
        };
    }

    private Refusal missing() {
        return tokens.refusal("expected an expression, got " + tokens.peek().shown());
    }

    private Expression constant(PythonToken token) {
        if (token.is("yield")) {
            throw Refusal.unsupported(token.span(), "yield is not supported; fill a list and return it");
        }
        if (token.is("await")) {
            throw Refusal.unsupported(token.span(), "await is not supported; call the function without it");
        }
        if (!CONSTANTS.contains(token.text())) {
            throw missing();
        }
        return new Syntax.Constant(tokens.next().span(), token.text());
    }

    private static Expression number(PythonToken token) {
        String digits = token.text().replace("_", "").toLowerCase(Locale.ROOT);
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        if (radix != 10) {
            return new Syntax.WholeNumber(token.span(), new BigInteger(digits.substring(2), radix));
        }
        if (digits.matches("\\d+")) {
            if (digits.matches("0+[1-9].*")) {
                throw new Refusal(token.span(), "a whole number cannot start with 0, got " + token.text());
            }
            return new Syntax.WholeNumber(token.span(), new BigInteger(digits));
        }
        return new Syntax.FloatNumber(token.span(), Double.parseDouble(digits));
    }

    /** Reads one or more string literals. Adjacent literals form one string. */
    private Expression strings() {
        int start = tokens.start();
        List<Expression> literals = new ArrayList<>();
        while (tokens.is(Kind.STRING)) {
            literals.add(StringLexer.read(tokens.text(), tokens.next()));
        }
        if (literals.size() == 1) {
            return literals.get(0);
        }
        if (literals.stream().allMatch(Syntax.StringLiteral.class::isInstance)) {
            StringBuilder joined = new StringBuilder();
            literals.forEach(literal -> joined.append(((Syntax.StringLiteral) literal).value()));
            return new Syntax.StringLiteral(tokens.since(start), joined.toString());
        }
        List<Expression> parts = new ArrayList<>();
        for (Expression literal : literals) {
            parts.addAll(literal instanceof Syntax.FormatString format ? format.parts() : List.of(literal));
        }
        return new Syntax.FormatString(tokens.since(start), parts);
    }

    private Expression bracket(PythonToken token) {
        return switch (token.text()) {
            case "(" -> parenthesis();
            case "[" -> list();
            case "{" -> braces();
            case "..." -> new Syntax.Ellipsis(tokens.next().span());
            default -> throw missing();
        };
    }

    /** Reads {@code (a)}, {@code (name := a)}, a tuple or a generator. */
    private Expression parenthesis() {
        int start = tokens.next().span().start();
        if (tokens.accept(")")) {
            return new Syntax.TupleDisplay(tokens.since(start), List.of());
        }
        Expression first = expressions.expressions();
        if (first instanceof Syntax.Name name && tokens.accept(":=")) {
            Expression value = expressions.expression();
            tokens.expect(")", "after the expression");
            return new Syntax.Named(tokens.since(start), name, value);
        }
        Optional<Expression> generator = expressions.comprehension(start, Collected.GENERATOR, first, Optional.empty());
        tokens.expect(")", "after the expression");
        if (generator.isPresent()) {
            return generator.get();
        }
        return first instanceof Syntax.TupleDisplay tuple && tuple.span().start() != start
                ? new Syntax.TupleDisplay(tokens.since(start), tuple.elements())
                : first;
    }

    private Expression list() {
        int start = tokens.next().span().start();
        if (tokens.accept("]")) {
            return new Syntax.ListDisplay(tokens.since(start), List.of());
        }
        Expression first = expressions.starred();
        Optional<Expression> comprehension = expressions.comprehension(start, Collected.LIST, first, Optional.empty());
        if (comprehension.isPresent()) {
            tokens.expect("]", "after the comprehension");
            return comprehension.get();
        }
        List<Expression> elements = elements(first, "]");
        return new Syntax.ListDisplay(tokens.since(start), elements);
    }

    /** Reads the elements after the first, and the closing bracket. */
    private List<Expression> elements(Expression first, String closing) {
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (tokens.accept(",") && !tokens.is(closing)) {
            elements.add(expressions.starred());
        }
        tokens.expect(closing, "after the elements");
        return elements;
    }

    /** Reads a dict or a set. */
    private Expression braces() {
        int start = tokens.next().span().start();
        if (tokens.accept("}")) {
            return new Syntax.DictDisplay(tokens.since(start), List.of(), List.of());
        }
        if (tokens.is("**")) {
            throw tokens.refusal("** inside a dict is not supported; write d.update(other)");
        }
        Expression first = expressions.starred();
        Optional<Expression> value = tokens.accept(":") ? Optional.of(expressions.expression()) : Optional.empty();
        Optional<Expression> comprehension =
                expressions.comprehension(start, value.isPresent() ? Collected.DICT : Collected.SET, first, value);
        if (comprehension.isPresent()) {
            tokens.expect("}", "after the comprehension");
            return comprehension.get();
        }
        if (value.isEmpty()) {
            List<Expression> elements = elements(first, "}");
            return new Syntax.SetDisplay(tokens.since(start), elements);
        }
        List<Expression> keys = new ArrayList<>(List.of(first));
        List<Expression> values = new ArrayList<>(List.of(value.get()));
        while (tokens.accept(",") && !tokens.is("}")) {
            keys.add(expressions.expression());
            tokens.expect(":", "after the key");
            values.add(expressions.expression());
        }
        tokens.expect("}", "after the entries");
        return new Syntax.DictDisplay(tokens.since(start), keys, values);
    }

    /** Reads the index in {@code a[index]}: an expression, a slice, or several of these separated by commas. */
    private Expression index() {
        int start = tokens.start();
        List<Expression> indices = new ArrayList<>(List.of(slice()));
        boolean tuple = false;
        while (tokens.accept(",")) {
            tuple = true;
            if (!tokens.is("]")) {
                indices.add(slice());
            }
        }
        return tuple ? new Syntax.TupleDisplay(tokens.since(start), indices) : indices.get(0);
    }

    private Expression slice() {
        int start = tokens.start();
        Optional<Expression> from = tokens.is(":") ? Optional.empty() : Optional.of(expressions.starred());
        if (!tokens.accept(":")) {
            return from.orElseThrow(this::missing);
        }
        Optional<Expression> to = bound();
        Optional<Expression> step = tokens.accept(":") ? bound() : Optional.empty();
        return new Syntax.Slice(tokens.since(start), from, to, step);
    }

    private Optional<Expression> bound() {
        return tokens.is(":") || tokens.is("]") || tokens.is(",")
                ? Optional.empty()
                : Optional.of(expressions.expression());
    }
}
