package io.github.microgradj.python.value;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The arithmetic operators on numbers and Values; those on sequences are in {@link SequenceOperators}. */
public final class Arithmetic {
    /** The maximum size of an int, in bits. CPython is limited only by the available memory. */
    private static final long MOST_BITS = 10_000_000;

    private Arithmetic() {}

    /**
     * Returns {@code left operator right}.
     *
     * @param augmented whether the operation is written {@code left operator= right}
     */
    public static Object binary(Operator operator, @Nullable Object left, @Nullable Object right, boolean augmented) {
        if (left instanceof Double a && right instanceof Double b) {
            return ofDoubles(operator, a, b, augmented);
        }
        Object custom = custom(operator, left, right);
        if (custom != null) {
            return custom;
        }
        Number a = PythonNumbers.plain(left);
        Number b = PythonNumbers.plain(right);
        if (a != null && b != null) {
            return ofNumbers(operator, a, b, left, right, augmented);
        }
        if ((left instanceof Value || a != null) && (right instanceof Value || b != null)) {
            Value result = ofValues(operator, left, right);
            if (result != null) {
                return result;
            }
        }
        Object joined = SequenceOperators.binary(operator, left, right);
        if (joined != null) {
            return joined;
        }
        throw unsupported(operator, left, right, augmented);
    }

    private static @Nullable Object custom(Operator operator, @Nullable Object left, @Nullable Object right) {
        Object result = left instanceof PythonObject object ? object.binary(operator, right, false) : null;
        return result == null && right instanceof PythonObject object ? object.binary(operator, left, true) : result;
    }

    public static PythonError unsupported(
            Operator operator, @Nullable Object left, @Nullable Object right, boolean augmented) {
        String symbol =
                augmented ? operator.symbol() + "=" : operator == Operator.POW ? "** or pow()" : operator.symbol();
        return PythonError.type(
                "unsupported operand type(s) for %s: '%s' and '%s'", symbol, TypeName.of(left), TypeName.of(right));
    }

    private static @Nullable Value ofValues(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (operator == Operator.POW && left instanceof Value base && !(right instanceof Value)) {
            return base.pow(PythonNumbers.real(right));
        }
        Value a = left instanceof Value value ? value : new Value(PythonNumbers.real(left));
        Value b = right instanceof Value value ? value : new Value(PythonNumbers.real(right));
        return switch (operator) {
            case ADD -> a.add(b);
            case SUB -> a.sub(b);
            case MUL -> a.mul(b);
            case TRUEDIV -> a.div(b);
            case POW -> a.pow(b);
            default -> null;
        };
    }

    public static Object ofNumbers(
            Operator operator, Number a, Number b, @Nullable Object left, @Nullable Object right, boolean augmented) {
        if (a instanceof Double || b instanceof Double) {
            if (operator.compareTo(Operator.MATMUL) >= 0) {
                throw unsupported(operator, left, right, augmented);
            }
            return ofDoubles(operator, PythonNumbers.real(a), PythonNumbers.real(b), augmented);
        }
        if (left instanceof Boolean x && right instanceof Boolean y) {
            switch (operator) {
                case AND -> {
                    return x && y;
                }
                case OR -> {
                    return x || y;
                }
                case XOR -> {
                    return x ^ y;
                }
                default -> {}
            }
        }
        if (operator == Operator.MATMUL) {
            throw unsupported(operator, left, right, augmented);
        }
        return a instanceof Long x && b instanceof Long y ? ofLongs(operator, x, y) : ofBig(operator, a, b);
    }

    private static Object ofLongs(Operator operator, long a, long b) {
        switch (operator) {
            case ADD -> {
                long sum = a + b;
                return ((a ^ sum) & (b ^ sum)) < 0 ? ofBig(operator, a, b) : (Object) sum;
            }
            case SUB -> {
                long difference = a - b;
                return ((a ^ b) & (a ^ difference)) < 0 ? ofBig(operator, a, b) : (Object) difference;
            }
            case MUL -> {
                long product = a * b;
                return Math.multiplyHigh(a, b) != product >> 63 ? ofBig(operator, a, b) : (Object) product;
            }
            case FLOORDIV -> {
                return b == 0 || a == Long.MIN_VALUE ? ofBig(operator, a, b) : (Object) Math.floorDiv(a, b);
            }
            case MOD -> {
                return b == 0 ? ofBig(operator, a, b) : (Object) Math.floorMod(a, b);
            }
            default -> {
                return ofBig(operator, a, b);
            }
        }
    }

    private static Object ofBig(Operator operator, Number left, Number right) {
        BigInteger a = PythonNumbers.big(left);
        BigInteger b = PythonNumbers.big(right);
        return switch (operator) {
            case TRUEDIV -> PythonNumbers.quotient(left, right);
            case POW -> power(a, b);
            case ADD -> PythonNumbers.normal(a.add(b));
            case SUB -> PythonNumbers.normal(a.subtract(b));
            case MUL ->
                PythonNumbers.normal(
                        limited(a, b.bitLength() + (long) a.bitLength()).multiply(b));
            case FLOORDIV -> PythonNumbers.normal(floorDivided(a, b, "integer division or modulo by zero")[0]);
            case MOD -> PythonNumbers.normal(floorDivided(a, b, "integer modulo by zero")[1]);
            case AND -> PythonNumbers.normal(a.and(b));
            case OR -> PythonNumbers.normal(a.or(b));
            case XOR -> PythonNumbers.normal(a.xor(b));
            case LSHIFT -> PythonNumbers.normal(shifted(a, b, 1));
            case RSHIFT -> PythonNumbers.normal(shifted(a, b, -1));
            case MATMUL -> throw new IllegalStateException();
        };
    }

    private static BigInteger limited(BigInteger whole, long bits) {
        if (bits > MOST_BITS) {
            throw new PythonError("MemoryError", "an int can have at most " + MOST_BITS + " bits");
        }
        return whole;
    }

    private static BigInteger shifted(BigInteger a, BigInteger b, int direction) {
        if (b.signum() < 0) {
            throw PythonError.value("negative shift count");
        }
        if (direction < 0) {
            return b.bitLength() > 31
                    ? (a.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO)
                    : a.shiftRight(b.intValue());
        }
        return a.signum() == 0
                ? a
                : limited(a, b.bitLength() > 31 ? Long.MAX_VALUE : b.longValue())
                        .shiftLeft(b.intValue());
    }

    private static BigInteger[] floorDivided(BigInteger a, BigInteger b, String words) {
        if (b.signum() == 0) {
            throw new PythonError("ZeroDivisionError", words);
        }
        BigInteger[] parts = a.divideAndRemainder(b);
        if (parts[1].signum() != 0 && parts[1].signum() != b.signum()) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(b);
        }
        return parts;
    }

    private static Object power(BigInteger a, BigInteger b) {
        if (b.signum() < 0) {
            return ofDoubles(Operator.POW, PythonNumbers.real((Number) a), PythonNumbers.real((Number) b), false);
        }
        if (a.bitLength() <= 1 && a.abs().bitLength() <= 1) {
            return a.signum() >= 0 ? (b.signum() == 0 ? 1L : a.longValue()) : (b.testBit(0) ? -1L : 1L);
        }
        long bits = b.bitLength() > 31 ? Long.MAX_VALUE : (a.bitLength() - 1L) * b.longValue();
        return PythonNumbers.normal(limited(a, bits).pow(b.intValue()));
    }

    private static Object ofDoubles(Operator operator, double a, double b, boolean augmented) {
        return switch (operator) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case TRUEDIV -> a / divisor(b, "float division by zero");
            case FLOORDIV -> floorQuotient(a, divisor(b, "float floor division by zero"));
            case MOD -> remainder(a, divisor(b, "float modulo"));
            case POW -> power(a, b);
            default -> throw unsupported(operator, a, b, augmented);
        };
    }

    private static double divisor(double b, String words) {
        if (b == 0) {
            throw new PythonError("ZeroDivisionError", words);
        }
        return b;
    }

    private static double remainder(double a, double b) {
        double rest = a % b;
        return rest == 0 ? Math.copySign(0, b) : (rest < 0) == (b < 0) ? rest : rest + b;
    }

    private static double floorQuotient(double a, double b) {
        double rest = a % b;
        double quotient = (a - rest) / b - (rest != 0 && (rest < 0) != (b < 0) ? 1 : 0);
        if (quotient == 0) {
            return Math.copySign(0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    /** Returns {@code a ** b}, which is bit-identical to the power of a Value. */
    public static double power(double a, double b) {
        if (a == 0 && b < 0) {
            throw new PythonError("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        }
        if (a == 1 || (a == -1 && Double.isInfinite(b))) {
            return 1;
        }
        if (a < 0 && Double.isFinite(a) && Double.isFinite(b) && b != Math.rint(b)) {
            throw PythonError.value(
                    "a negative number raised to a fractional power is complex; complex numbers are not supported");
        }
        double power = Op.POW.forward().apply(a, b);
        if (Double.isInfinite(power) && Double.isFinite(a) && Double.isFinite(b)) {
            throw new PythonError("OverflowError", "(34, 'Numerical result out of range')");
        }
        return power;
    }

    /** Returns {@code -object}, {@code +object}, {@code ~object} or {@code abs(object)}. */
    public static Object unary(String operator, @Nullable Object object) {
        Object custom = object instanceof PythonObject own ? own.unary(operator) : null;
        if (custom != null) {
            return custom;
        }
        if (object instanceof Value value && !operator.equals("~")) {
            return operator.equals("-") ? value.neg() : operator.equals("+") ? value : value.abs();
        }
        Number number = PythonNumbers.plain(object);
        if (number instanceof Double real && !operator.equals("~")) {
            return operator.equals("-") ? (Object) (-real) : operator.equals("+") ? real : (Object) Math.abs(real);
        }
        if (number == null || number instanceof Double) {
            throw PythonError.type(
                    operator.equals("abs")
                            ? "bad operand type for abs(): '%2$s'"
                            : "bad operand type for unary %s: '%s'",
                    operator,
                    TypeName.of(object));
        }
        BigInteger whole = PythonNumbers.big(number);
        return switch (operator) {
            case "-" -> PythonNumbers.normal(whole.negate());
            case "+" -> number;
            case "~" -> PythonNumbers.normal(whole.not());
            default -> PythonNumbers.normal(whole.abs());
        };
    }
}
