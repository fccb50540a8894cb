package io.github.microgradj.language;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BinaryOperator;

/**
 * The operators of infix arithmetic as methods. The shell runs {@code a * b + 1} as {@code Ops.add(Ops.mul(a, b), 1)}.
 * Either operand may be a number. {@code add} also joins strings, so that {@code "loss " + a * b} keeps its meaning.
 */
public final class Ops {
    private Ops() {}

    /** Returns {@code a + b}. */
    public static Value add(Value a, Value b) {
        return a.add(b);
    }

    /** Returns {@code a + b}. */
    public static Value add(Value a, double b) {
        return a.add(b);
    }

    /** Returns {@code a + b}. */
    public static Value add(double a, Value b) {
        return new Value(a).add(b);
    }

    /** Returns {@code a + b} for strings. */
    public static String add(String a, Object b) {
        return a + b;
    }

    /** Returns {@code a + b} for strings. */
    public static String add(Object a, String b) {
        return a + b;
    }

    /** Returns {@code a + b} for strings. */
    public static String add(String a, String b) {
        return a + b;
    }

    /** Returns {@code a - b}. */
    public static Value sub(Value a, Value b) {
        return a.sub(b);
    }

    /** Returns {@code a - b}. */
    public static Value sub(Value a, double b) {
        return a.sub(b);
    }

    /** Returns {@code a - b}. */
    public static Value sub(double a, Value b) {
        return new Value(a).sub(b);
    }

    /** Returns {@code a * b}. */
    public static Value mul(Value a, Value b) {
        return a.mul(b);
    }

    /** Returns {@code a * b}. */
    public static Value mul(Value a, double b) {
        return a.mul(b);
    }

    /** Returns {@code a * b}. */
    public static Value mul(double a, Value b) {
        return new Value(a).mul(b);
    }

    /** Returns {@code a / b}. */
    public static Value div(Value a, Value b) {
        return a.div(b);
    }

    /** Returns {@code a / b}. */
    public static Value div(Value a, double b) {
        return a.div(b);
    }

    /** Returns {@code a / b}. */
    public static Value div(double a, Value b) {
        return new Value(a).div(b);
    }

    /** Returns {@code -a}. */
    public static Value neg(Value a) {
        return a.neg();
    }

    /** Returns {@code -a}. */
    public static double neg(double a) {
        return -a;
    }

    /** Returns {@code +a}, which is the value itself. */
    public static Value pos(Value a) {
        return a;
    }

    /** Returns {@code a ** k}. */
    public static Value pow(Value a, double k) {
        return a.pow(k);
    }

    /** Returns {@code a ** b}. */
    public static Value pow(Value a, Value b) {
        return a.pow(b);
    }

    /** Returns {@code a ** b}. */
    public static Value pow(double a, Value b) {
        return new Value(a).pow(b);
    }

    /** Returns {@code a ** k}, with the same bits as {@link Value#pow}. */
    public static double pow(double a, double k) {
        return Op.POW.forward().apply(a, k);
    }

    /**
     * Returns {@code a ** k} for whole numbers.
     *
     * @throws ArithmeticException if {@code k} is negative, or if the power does not fit in an {@code int}
     */
    public static int pow(int a, int k) {
        long power = pow((long) a, k);
        if (power != (int) power) {
            throw new ArithmeticException(
                    a + "**" + k + " does not fit in an int; write " + a + "L**" + k + " or " + a + ".0**" + k);
        }
        return (int) power;
    }

    /**
     * Returns {@code a ** k} for whole numbers.
     *
     * @throws ArithmeticException if {@code k} is negative, or if the power does not fit in a {@code long}
     */
    public static long pow(long a, long k) {
        if (k < 0) {
            throw new ArithmeticException(a + "**" + k + " is not a whole number; write " + a + ".0**" + k);
        }
        try {
            long product = 1;
            long square = a;
            for (long rest = k; ; square = Math.multiplyExact(square, square)) {
                product = (rest & 1) == 1 ? Math.multiplyExact(product, square) : product;
                rest >>= 1;
                if (rest == 0) {
                    return product;
                }
            }
        } catch (ArithmeticException e) {
            throw new ArithmeticException(a + "**" + k + " does not fit in a long; write " + a + ".0**" + k);
        }
    }

    /**
     * Returns {@code a / b} for whole numbers. The quotient need not be whole.
     *
     * @throws ArithmeticException if {@code b} is 0
     */
    public static double div(long a, long b) {
        if (b == 0) {
            throw new ArithmeticException("/ by zero");
        }
        boolean exact = (long) (double) a == a && (long) (double) b == b;
        return exact
                ? (double) a / b
                : new BigDecimal(a)
                        .divide(new BigDecimal(b), new MathContext(40))
                        .doubleValue();
    }

    /** Returns {@code a / b}. */
    public static float div(float a, float b) {
        return a / b;
    }

    /** Returns {@code a / b}. */
    public static double div(double a, double b) {
        return a / b;
    }

    /** Returns Python's {@code a // b}, which is the quotient rounded down. */
    public static int floorDiv(int a, int b) {
        return Math.floorDiv(a, b);
    }

    /** Returns Python's {@code a // b}, which is the quotient rounded down. */
    public static long floorDiv(long a, long b) {
        return Math.floorDiv(a, b);
    }

    /** Returns Python's {@code a // b}, which is the exact quotient rounded down. */
    public static double floorDiv(double a, double b) {
        double rest = a % b;
        double quotient = (a - rest) / b - (rest != 0 && (rest < 0) != (b < 0) ? 1 : 0);
        return quotient == 0 || b == 0 ? Math.copySign(Math.floor(Math.abs(a / b)), a / b) : Math.rint(quotient);
    }

    /** Returns Python's {@code a % b}, which has the sign of {@code b}. */
    public static int mod(int a, int b) {
        return Math.floorMod(a, b);
    }

    /** Returns Python's {@code a % b}, which has the sign of {@code b}. */
    public static long mod(long a, long b) {
        return Math.floorMod(a, b);
    }

    /** Returns Python's {@code a % b}, which has the sign of {@code b}. */
    public static double mod(double a, double b) {
        double rest = a % b;
        return rest == 0 ? Math.copySign(0, b) : (rest < 0) == (b < 0) ? rest : rest + b;
    }

    /** An operation on a value and a number. */
    @FunctionalInterface
    public interface ByNumber {
        /** Returns the result of the operation on {@code a} and {@code b}. */
        Value apply(Value a, double b);
    }

    /**
     * Evaluates {@code array[index] op= operand} with the index evaluated only once, as {@code w[i++] += e} requires.
     */
    public static Value update(Value[] array, int index, BinaryOperator<Value> op, Value operand) {
        array[index] = op.apply(array[index], operand);
        return array[index];
    }

    /** Evaluates {@code array[index] op= operand} for a number {@code operand}, with the index evaluated only once. */
    public static Value update(Value[] array, int index, ByNumber op, double operand) {
        array[index] = op.apply(array[index], operand);
        return array[index];
    }
}
