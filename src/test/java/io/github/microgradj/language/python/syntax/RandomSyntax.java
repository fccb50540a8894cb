package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.Syntax.Argument;
import io.github.microgradj.language.python.syntax.Syntax.Clause;
import io.github.microgradj.language.python.syntax.Syntax.Collected;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A source of random expressions. All their spans are the same. */
final class RandomSyntax {
    private static final TextSpan NOWHERE = new TextSpan(0, 0);
    private static final String[] NAMES = {"a", "b", "xs", "_c", "été"};
    private static final String[] BINARY = {"+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"};
    private static final String[] COMPARISONS = {"<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not"};
    private static final String[] STRINGS = {"", "a b", "it's", "\"", "\n", "\\", "{}", "#"};

    private final Random random;

    RandomSyntax(long seed) {
        this.random = new Random(seed);
    }

    Expression expression(int depth) {
        return depth == 0 ? atom() : compound(depth - 1);
    }

    private Expression atom() {
        return switch (random.nextInt(6)) {
            case 0 -> new Syntax.WholeNumber(NOWHERE, BigInteger.valueOf(random.nextInt(1000)));
            case 1 -> new Syntax.FloatNumber(NOWHERE, random.nextInt(100) / 8.0);
            case 2 -> new Syntax.StringLiteral(NOWHERE, any(STRINGS));
            case 3 -> new Syntax.Constant(NOWHERE, any("None", "True", "False"));
            default -> new Syntax.Name(NOWHERE, any(NAMES));
        };
    }

    private Expression compound(int depth) {
        return switch (random.nextInt(17)) {
            case 0 -> new Syntax.Unary(NOWHERE, any("-", "+", "~", "not"), expression(depth));
            case 1 -> new Syntax.Logical(NOWHERE, any("and", "or"), expression(depth), expression(depth));
            case 2 -> {
                int operators = 1 + random.nextInt(2);
                yield new Syntax.Comparison(
                        NOWHERE,
                        expressions(operators + 1, depth),
                        IntStream.range(0, operators)
                                .mapToObj(i -> any(COMPARISONS))
                                .toList());
            }
            case 3 -> new Syntax.Conditional(NOWHERE, expression(depth), expression(depth), expression(depth));
            case 4 ->
                new Syntax.Lambda(
                        NOWHERE, List.of(new Syntax.Parameter(NOWHERE, "a", Optional.empty())), expression(depth));
            case 5 -> new Syntax.ListDisplay(NOWHERE, expressions(random.nextInt(3), depth));
            case 6 -> new Syntax.TupleDisplay(NOWHERE, expressions(random.nextInt(3), depth));
            case 7 -> {
                int size = random.nextInt(3);
                yield new Syntax.DictDisplay(NOWHERE, expressions(size, depth), expressions(size, depth));
            }
            case 8 -> comprehension(depth);
            case 9 ->
                new Syntax.Call(
                        NOWHERE,
                        expression(depth),
                        List.of(
                                new Argument(NOWHERE, "", expression(depth)),
                                new Argument(NOWHERE, "k", expression(depth))));
            case 10 -> new Syntax.Attribute(NOWHERE, expression(depth), "data");
            case 11 -> new Syntax.Index(NOWHERE, expression(depth), expression(depth));
            case 12 ->
                new Syntax.Index(
                        NOWHERE,
                        expression(depth),
                        new Syntax.Slice(NOWHERE, maybe(depth), maybe(depth), maybe(depth)));
            case 13 ->
                new Syntax.FormatString(
                        NOWHERE,
                        List.of(
                                new Syntax.StringLiteral(NOWHERE, "x "),
                                new Syntax.Placeholder(
                                        NOWHERE,
                                        new Syntax.Name(NOWHERE, any(NAMES)),
                                        any("", "r"),
                                        List.of(new Syntax.StringLiteral(NOWHERE, ".4f")))));
            default -> new Syntax.Binary(NOWHERE, any(BINARY), expression(depth), expression(depth));
        };
    }

    private Expression comprehension(int depth) {
        Collected collected = List.of(Collected.values()).get(random.nextInt(Collected.values().length));
        Optional<Expression> value = collected == Collected.DICT ? Optional.of(expression(depth)) : Optional.empty();
        Clause clause =
                new Clause(new Syntax.Name(NOWHERE, "x"), expression(depth), expressions(random.nextInt(2), depth));
        return new Syntax.Comprehension(NOWHERE, collected, expression(depth), value, List.of(clause));
    }

    private Optional<Expression> maybe(int depth) {
        return random.nextBoolean() ? Optional.of(expression(depth)) : Optional.empty();
    }

    private List<Expression> expressions(int count, int depth) {
        return IntStream.range(0, count).mapToObj(i -> expression(depth)).toList();
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
