package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.Syntax.Expression;
import java.math.BigInteger;
import java.util.Optional;

/** The rules that decide which Python ints might exceed 64 bits and must therefore be objects. */
public final class LargeNumbers {
    private static final int MOST_BITS = 63;
    private static final int LARGEST_EXPONENT = 10_000;

    private LargeNumbers() {}

    /** Returns whether arithmetic on literals alone, such as {@code 2**70}, has a result that exceeds 64 bits. */
    public static boolean exceeds(Expression expression) {
        return constant(expression)
                .filter(number -> number.bitLength() > MOST_BITS)
                .isPresent();
    }

    private static Optional<BigInteger> constant(Expression expression) {
        if (expression instanceof Syntax.WholeNumber number) {
            return Optional.of(number.value());
        }
        if (expression instanceof Syntax.Unary unary && unary.operator().equals("-")) {
            return constant(unary.operand()).map(BigInteger::negate);
        }
        return expression instanceof Syntax.Binary binary
                ? constant(binary.left()).flatMap(left -> constant(binary.right())
                        .flatMap(right -> constant(binary.operator(), left, right)))
                : Optional.empty();
    }

    private static Optional<BigInteger> constant(String operator, BigInteger left, BigInteger right) {
        return switch (operator) {
            case "+" -> Optional.of(left.add(right));
            case "-" -> Optional.of(left.subtract(right));
            case "*" -> Optional.of(left.multiply(right));
            case "**" ->
                right.signum() >= 0 && right.bitLength() < Integer.SIZE && right.intValue() <= LARGEST_EXPONENT
                        ? Optional.of(left.pow(right.intValue()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * Returns whether the expression for a variable's new value contains a product or a power in which the variable
     * occurs. Such a variable may soon exceed 64 bits.
     */
    public static boolean grows(String name, Expression value) {
        return Trees.any(
                value,
                each -> each instanceof Syntax.Binary binary
                        && isGrowth(binary.operator())
                        && Trees.mentions(binary, name));
    }

    public static boolean isGrowth(String operator) {
        return operator.equals("*") || operator.equals("**");
    }
}
