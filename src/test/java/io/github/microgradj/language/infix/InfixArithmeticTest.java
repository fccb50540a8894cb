package io.github.microgradj.language.infix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.engine.Value;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Tests of random expressions over Values, ints, longs, floats and doubles. Infix must give the same bits and the same
 * graph as Java's own arithmetic and explicit method calls.
 */
class InfixArithmeticTest {
    private static final Value A = new Value(-1.5, "a");
    private static final Value B = new Value(2.25, "b");
    private static SnippetEngine engine;

    @BeforeContainer
    static void start() {
        engine =
                new SnippetEngine("import io.github.microgradj.engine.*;\nimport io.github.microgradj.language.Ops;\n");
        engine.define("a", Value.class.getName(), A);
        engine.define("b", Value.class.getName(), B);
    }

    @AfterContainer
    static void stop() {
        engine.close();
    }

    /**
     * An expression as source text, with its value computed without infix.
     *
     * @param precedence 0 for sums, 1 for products, 2 for signs, 3 for powers, 4 for operands
     * @param java the value if integer division truncates, as in Java
     * @param exact the value if the quotient of two integers keeps its fraction
     * @param infix whether the expression is not valid Java, so that quotients are exact
     */
    record Expression(String text, int precedence, Object java, Object exact, boolean infix) {
        static Expression leaf(String text, Object value) {
            return new Expression(text, 4, value, value, false);
        }

        Object value() {
            return infix ? exact : java;
        }

        /** Returns the text, in parentheses if its precedence is lower than required. */
        String at(int least) {
            return precedence >= least ? text : "(" + text + ")";
        }
    }

    @Tag("long")
    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void infixIsTheSameAsExplicitCallsAtLength(@ForAll("expressions") Expression expression) {
        infixIsTheSameAsExplicitCalls(expression);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void infixIsTheSameAsExplicitCalls(@ForAll("expressions") Expression expression) {
        Evaluation evaluation = engine.probe(expression.text());
        assertThat(evaluation).isInstanceOf(Evaluation.Result.class);
        assertSame(((Evaluation.Result) evaluation).value(), expression.value());
    }

    private static void assertSame(Object actual, Object expected) {
        if (!(expected instanceof Value node)) {
            assertThat(actual).isEqualTo(expected);
            return;
        }
        assertThat(actual).isInstanceOf(Value.class);
        Value other = (Value) actual;
        assertThat(Double.doubleToLongBits(other.data)).isEqualTo(Double.doubleToLongBits(node.data));
        assertThat(other.symbol()).isEqualTo(node.symbol());
        assertThat(other.operands()).hasSameSizeAs(node.operands());
        if (node == A || node == B) {
            assertThat(other).isSameAs(node);
        }
        for (int i = 0; i < node.operands().size(); i++) {
            assertSame(other.operands().get(i), node.operands().get(i));
        }
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Arbitraries.recursive(InfixArithmeticTest::leaves, InfixArithmeticTest::operation, 1, 4);
    }

    private static Arbitrary<Expression> leaves() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Expression.leaf("a", A), Expression.leaf("b", B))),
                Tuple.of(
                        2,
                        Arbitraries.integers()
                                .between(1, 9)
                                .flatMap(n -> Arbitraries.of(
                                        Expression.leaf("" + n, n),
                                        Expression.leaf(n + "L", (long) n),
                                        Expression.leaf(n + ".5f", n + 0.5f),
                                        Expression.leaf(n + ".25", n + 0.25)))));
    }

    private static Arbitrary<Expression> operation(Arbitrary<Expression> operands) {
        Arbitrary<Expression> binary = Combinators.combine(
                        Arbitraries.of("+", "-", "*", "/"), operands, operands, Arbitraries.of("", " "))
                .as(InfixArithmeticTest::binary);
        Arbitrary<Expression> power = Combinators.combine(
                        operands, Arbitraries.of("2", "3", "-1", "0.5", "2**2", "-2.5"))
                .as(InfixArithmeticTest::power);
        Arbitrary<Expression> negation = operands.map(x -> new Expression(
                "-" + guarded(x.at(2)),
                2,
                negated(x.java()),
                negated(x.exact()),
                x.infix() || x.java() instanceof Value));
        return Arbitraries.frequencyOf(Tuple.of(6, binary), Tuple.of(1, power), Tuple.of(1, negation));
    }

    /** Separates two minus signs, which would otherwise be a decrement. */
    private static String guarded(String text) {
        return text.startsWith("-") ? " " + text : text;
    }

    private static Expression binary(String symbol, Expression x, Expression y, String blank) {
        boolean values = x.java() instanceof Value || y.java() instanceof Value;
        String op = symbol.equals("/") && !values && (isZero(y.java()) || isZero(y.exact())) ? "*" : symbol;
        int precedence = op.equals("+") || op.equals("-") ? 0 : 1;
        String text = x.at(precedence) + blank + op + blank + guarded(y.at(precedence + 1));
        return new Expression(
                text,
                precedence,
                computed(op, x.java(), y.java()),
                op.equals("/") ? quotient(x.exact(), y.exact()) : computed(op, x.exact(), y.exact()),
                values || x.infix() || y.infix());
    }

    private static boolean isZero(Object number) {
        return ((Number) number).doubleValue() == 0;
    }

    private static Object quotient(Object x, Object y) {
        return isWhole(x) && isWhole(y) ? ((Number) x).doubleValue() / ((Number) y).doubleValue() : computed("/", x, y);
    }

    private static boolean isWhole(Object x) {
        return x instanceof Integer || x instanceof Long;
    }

    private static Expression power(Expression base, String exponent) {
        String text = base.at(4) + "**" + exponent;
        Object k = exponent.equals("2**2")
                ? 4
                : exponent.contains(".") ? (Object) Double.valueOf(exponent) : Integer.valueOf(exponent);
        Optional<Object> java = power(base.java(), k);
        Optional<Object> exact = power(base.exact(), k);
        return java.isPresent() && exact.isPresent() ? new Expression(text, 3, java.get(), exact.get(), true) : base;
    }

    /** Returns the power, or empty if it does not fit the type. */
    private static Optional<Object> power(Object base, Object k) {
        if (base instanceof Value value) {
            return Optional.of(value.pow(((Number) k).doubleValue()));
        }
        Number number = (Number) base;
        if (!isWhole(base) || !(k instanceof Integer n && n > 0)) {
            return Optional.of(new Value(number.doubleValue()).pow(((Number) k).doubleValue()).data);
        }
        double power = Math.pow(number.doubleValue(), (Integer) k);
        boolean fits = Math.abs(power) < (number instanceof Integer ? 0x1p31 : 0x1p52);
        return fits
                ? Optional.of(number instanceof Integer ? (Object) (int) power : (Object) (long) power)
                : Optional.empty();
    }

    private static Object negated(Object x) {
        return x instanceof Value value ? value.neg() : computed("*", x, -1);
    }

    private static Object computed(String op, Object x, Object y) {
        if (x instanceof Value left) {
            return y instanceof Value right ? applied(op, left, right) : applied(op, left, ((Number) y).doubleValue());
        }
        if (y instanceof Value right) {
            return applied(op, new Value(((Number) x).doubleValue()), right);
        }
        Number a = (Number) x;
        Number b = (Number) y;
        if (either(a, b, Double.class)) {
            return arithmetic(op, a.doubleValue(), b.doubleValue());
        }
        if (either(a, b, Float.class)) {
            return arithmetic(op, a.floatValue(), b.floatValue());
        }
        return either(a, b, Long.class)
                ? (Object) arithmetic(op, a.longValue(), b.longValue())
                : (Object) arithmetic(op, a.intValue(), b.intValue());
    }

    private static boolean either(Number a, Number b, Class<?> type) {
        return List.of(a.getClass(), b.getClass()).contains(type);
    }

    private static Value applied(String op, Value a, Value b) {
        return switch (op) {
            case "+" -> a.add(b);
            case "-" -> a.sub(b);
            case "*" -> a.mul(b);
            default -> a.div(b);
        };
    }

    private static Value applied(String op, Value a, double b) {
        return switch (op) {
            case "+" -> a.add(b);
            case "-" -> a.sub(b);
            case "*" -> a.mul(b);
            default -> a.div(b);
        };
    }

    private static double arithmetic(String op, double a, double b) {
        return switch (op) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a / b;
        };
    }

    private static float arithmetic(String op, float a, float b) {
        return switch (op) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a / b;
        };
    }

    private static long arithmetic(String op, long a, long b) {
        return switch (op) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a / b;
        };
    }

    private static int arithmetic(String op, int a, int b) {
        return switch (op) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a / b;
        };
    }
}
