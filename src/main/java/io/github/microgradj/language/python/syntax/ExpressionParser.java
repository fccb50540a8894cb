package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.PythonToken.Kind;
import io.github.microgradj.language.python.syntax.Syntax.Argument;
import io.github.microgradj.language.python.syntax.Syntax.Clause;
import io.github.microgradj.language.python.syntax.Syntax.Collected;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Syntax.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A recursive-descent parser for expressions. Each method reads one level of Python's precedence and calls the method
 * of the next level for its operands, from {@link #expression} down to {@link AtomParser#atom}.
 *
 * @see <a href="https://docs.python.org/3/reference/expressions.html#operator-precedence">Operator precedence</a>
 */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("<", ">", "==", ">=", "<=", "!=");

    private final TokenReader tokens;
    private final AtomParser atoms;

    ExpressionParser(TokenReader tokens) {
        this.tokens = tokens;
        this.atoms = new AtomParser(tokens, this);
    }

    /** Reads the expression of a placeholder in an f-string. */
    static Expression ofPlaceholder(String text, TextSpan code) {
        TokenReader tokens = new TokenReader(text, PythonLexer.tokensOfExpression(text, code));
        Expression value = new ExpressionParser(tokens).expressions();
        if (!tokens.is(Kind.END)) {
            throw tokens.refusal("expected } after the expression in the f-string, got "
                    + tokens.peek().shown());
        }
        return value;
    }

    /**
     * Reads expressions separated by commas. Returns a tuple of them, or the expression itself if there is only one and
     * no comma follows it.
     */
    Expression expressions() {
        int start = tokens.start();
        Expression first = starred();
        if (!tokens.is(",")) {
            return first;
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (tokens.accept(",") && startsExpression()) {
            elements.add(starred());
        }
        return new Syntax.TupleDisplay(tokens.since(start), elements);
    }

    private boolean startsExpression() {
        PythonToken next = tokens.peek();
        return switch (next.kind()) {
            case NAME, NUMBER, STRING -> true;
            case KEYWORD -> Set.of("None", "True", "False", "lambda", "not").contains(next.text());
            case OPERATOR -> Set.of("(", "[", "{", "-", "+", "~", "*", "...").contains(next.text());
            default -> false;
        };
    }

    /** Reads an expression that may have a star, as in {@code *rest}. */
    Expression starred() {
        int start = tokens.start();
        if (!tokens.accept("*")) {
            return expression();
        }
        Expression value = binary(0);
        return new Syntax.Starred(tokens.since(start), value);
    }

    /** Reads {@code a if condition else b}, a lambda, or an expression that binds more tightly. */
    Expression expression() {
        tokens.enter();
        try {
            if (tokens.is("lambda")) {
                return lambda();
            }
            int start = tokens.start();
            Expression value = or();
            if (!tokens.accept("if")) {
                return value;
            }
            Expression condition = or();
            tokens.expect("else", "after the condition");
            Expression otherwise = expression();
            return new Syntax.Conditional(tokens.since(start), value, condition, otherwise);
        } finally {
            tokens.leave();
        }
    }

    private Expression lambda() {
        int start = tokens.next().span().start();
        List<Parameter> parameters = parameters(":");
        tokens.expect(":", "after the parameters of the lambda");
        Expression body = expression();
        return new Syntax.Lambda(tokens.since(start), parameters, body);
    }

    /** Reads parameters up to the given closing token, which is not read. Type annotations of a def are skipped. */
    List<Parameter> parameters(String closing) {
        List<Parameter> parameters = new ArrayList<>();
        while (!tokens.is(closing)) {
            int start = tokens.start();
            String stars = tokens.accept("**") ? "**" : tokens.accept("*") ? "*" : "";
            String name = stars.equals("*") && tokens.is(",")
                    ? ""
                    : tokens.expectName("of a parameter").text();
            if (closing.equals(")") && tokens.accept(":")) {
                expression();
            }
            Optional<Expression> standard = tokens.accept("=") ? Optional.of(expression()) : Optional.empty();
            parameters.add(new Parameter(tokens.since(start), stars + name, standard));
            if (!tokens.accept(",")) {
                break;
            }
        }
        return parameters;
    }

    /** Reads {@code a or b}. */
    private Expression or() {
        return logical("or", () -> logical("and", this::not));
    }

    private Expression logical(String operator, Supplier<Expression> operand) {
        int start = tokens.start();
        Expression left = operand.get();
        while (tokens.accept(operator)) {
            Expression right = operand.get();
            left = new Syntax.Logical(tokens.since(start), operator, left, right);
        }
        return left;
    }

    private Expression not() {
        int start = tokens.start();
        if (!tokens.accept("not")) {
            return comparison();
        }
        tokens.enter();
        Expression operand = not();
        tokens.leave();
        return new Syntax.Unary(tokens.since(start), "not", operand);
    }

    private Expression comparison() {
        int start = tokens.start();
        List<Expression> operands = new ArrayList<>(List.of(binary(0)));
        List<String> operators = new ArrayList<>();
        for (String operator = comparisonOperator(); !operator.isEmpty(); operator = comparisonOperator()) {
            operators.add(operator);
            operands.add(binary(0));
        }
        return operators.isEmpty() ? operands.get(0) : new Syntax.Comparison(tokens.since(start), operands, operators);
    }

    /** Reads a comparison operator. Returns an empty string if there is none. */
    private String comparisonOperator() {
        if (COMPARISONS.contains(tokens.peek().text()) && tokens.is(Kind.OPERATOR)) {
            return tokens.next().text();
        }
        if (tokens.accept("in")) {
            return "in";
        }
        if (tokens.accept("is")) {
            return tokens.accept("not") ? "is not" : "is";
        }
        if (tokens.is("not") && tokens.peekSecond().is("in")) {
            tokens.next();
            tokens.next();
            return "not in";
        }
        return "";
    }

    /** The levels of left-associative binary operators, from the loosest to the tightest. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("|"),
            Set.of("^"),
            Set.of("&"),
            Set.of("<<", ">>"),
            Set.of("+", "-"),
            Set.of("*", "/", "//", "%", "@"));

    private Expression binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        int start = tokens.start();
        Expression left = binary(level + 1);
        while (tokens.is(Kind.OPERATOR)
                && LEVELS.get(level).contains(tokens.peek().text())) {
            String operator = tokens.next().text();
            Expression right = binary(level + 1);
            left = new Syntax.Binary(tokens.since(start), operator, left, right);
        }
        return left;
    }

    private Expression unary() {
        int start = tokens.start();
        if (!tokens.is("-") && !tokens.is("+") && !tokens.is("~")) {
            return power();
        }
        String operator = tokens.next().text();
        tokens.enter();
        Expression operand = unary();
        tokens.leave();
        return new Syntax.Unary(tokens.since(start), operator, operand);
    }

    /**
     * Reads {@code a ** b}. The operator binds more tightly than a sign on its left, and less tightly than a sign on
     * its right.
     */
    private Expression power() {
        int start = tokens.start();
        Expression base = atoms.primary();
        if (!tokens.accept("**")) {
            return base;
        }
        tokens.enter();
        Expression exponent = unary();
        tokens.leave();
        return new Syntax.Binary(tokens.since(start), "**", base, exponent);
    }

    /** Reads the clauses of a comprehension whose element has been read. Returns empty if there are none. */
    Optional<Expression> comprehension(int start, Collected collected, Expression element, Optional<Expression> value) {
        if (!tokens.is("for")) {
            return Optional.empty();
        }
        List<Clause> clauses = new ArrayList<>();
        while (tokens.accept("for")) {
            Expression target = targets();
            tokens.expect("in", "after the comprehension variable");
            Expression iterable = or();
            List<Expression> conditions = new ArrayList<>();
            while (tokens.accept("if")) {
                conditions.add(or());
            }
            clauses.add(new Clause(target, iterable, conditions));
        }
        return Optional.of(new Syntax.Comprehension(tokens.since(start), collected, element, value, clauses));
    }

    /** Reads the targets of a {@code for}: names, possibly in brackets, separated by commas. */
    Expression targets() {
        int start = tokens.start();
        List<Expression> targets = new ArrayList<>(List.of(target()));
        boolean tuple = false;
        while (tokens.accept(",")) {
            tuple = true;
            if (!tokens.is("in")) {
                targets.add(target());
            }
        }
        return tuple ? new Syntax.TupleDisplay(tokens.since(start), targets) : targets.get(0);
    }

    private Expression target() {
        int start = tokens.start();
        boolean starred = tokens.accept("*");
        Expression target = atoms.primary();
        return starred ? new Syntax.Starred(tokens.since(start), target) : target;
    }

    /** Reads the arguments of a call and its closing parenthesis. The opening parenthesis has already been read. */
    List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        while (!tokens.is(")")) {
            arguments.add(argument());
            if (!tokens.accept(",")) {
                break;
            }
        }
        tokens.expect(")", "after the arguments");
        return arguments;
    }

    private Argument argument() {
        int start = tokens.start();
        String keyword = "";
        if (tokens.is("*") || tokens.is("**")) {
            keyword = tokens.next().text();
        } else if (tokens.is(Kind.NAME) && tokens.peekSecond().is("=")) {
            keyword = tokens.next().text();
            tokens.next();
        }
        Expression value = expression();
        Expression whole = comprehension(start, Collected.GENERATOR, value, Optional.empty())
                .orElse(value);
        return new Argument(tokens.since(start), keyword, whole);
    }
}
