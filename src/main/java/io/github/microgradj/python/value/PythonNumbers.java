package io.github.microgradj.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The two kinds of numbers: ints, which are Long or, beyond 64 bits, BigInteger; and floats, which are Double. */
public final class PythonNumbers {
    private static final BigInteger LOW = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger HIGH = BigInteger.valueOf(Long.MAX_VALUE);

    private PythonNumbers() {}

    /** Returns a number as Long, BigInteger or Double, and a bool as 0 or 1; null for anything else. */
    public static @Nullable Number plain(@Nullable Object object) {
        if (object instanceof Long || object instanceof Double || object instanceof BigInteger) {
            return (Number) object;
        }
        if (object instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (object instanceof Float number) {
            return widened(number);
        }
        if (object instanceof BigDecimal decimal) {
            return decimal.doubleValue();
        }
        return object instanceof Number number ? (Number) number.longValue() : null;
    }

    /** Returns the double for the shortest decimal that denotes a float, so that {@code 0.1f} prints as 0.1. */
    private static double widened(float x) {
        if (x == 0 || !Float.isFinite(x)) {
            return x;
        }
        BigDecimal exact = new BigDecimal(x);
        return IntStream.rangeClosed(1, 9)
                .mapToDouble(digits -> exact.round(new MathContext(digits)).doubleValue())
                .filter(each -> (float) each == x)
                .findFirst()
                .orElse(x);
    }

    /** Returns whether the object is an int or a bool. */
    public static boolean isInt(@Nullable Object object) {
        Number number = plain(object);
        return number != null && !(number instanceof Double);
    }

    public static BigInteger big(Number whole) {
        return whole instanceof BigInteger big ? big : BigInteger.valueOf(whole.longValue());
    }

    /** Returns the int as a Long if it fits, and unchanged otherwise. */
    public static Number normal(BigInteger whole) {
        return whole.compareTo(LOW) >= 0 && whole.compareTo(HIGH) <= 0 ? (Number) whole.longValue() : whole;
    }

    /** Returns {@code int(number)} for a float. */
    public static Number whole(double number) {
        if (Double.isNaN(number)) {
            throw PythonError.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(number)) {
            throw new PythonError("OverflowError", "cannot convert float infinity to integer");
        }
        return truncated(number);
    }

    /** Returns a finite float as an int, without its fractional part. */
    public static Number truncated(double number) {
        return Math.abs(number) < 0x1p62 ? (Number) (long) number : normal(new BigDecimal(number).toBigInteger());
    }

    /** Returns the number as a float. */
    public static double real(Number number) {
        double real = number.doubleValue();
        if (Double.isInfinite(real) && number instanceof BigInteger) {
            throw new PythonError("OverflowError", "int too large to convert to float");
        }
        return real;
    }

    /** Returns an argument as a float; it must be a number. */
    public static double real(@Nullable Object object) {
        Number number = plain(object);
        if (number == null) {
            throw PythonError.type("must be real number, not %s", TypeName.of(object));
        }
        return real(number);
    }

    /** Returns an argument as a long. It must be a Python int, as for {@code __index__}. */
    public static long index(@Nullable Object object) {
        Number number = plain(object);
        if (number == null || number instanceof Double) {
            throw PythonError.type("'%s' object cannot be interpreted as an integer", TypeName.of(object));
        }
        if (number instanceof BigInteger) {
            throw new PythonError("OverflowError", "Python int too large to convert to C ssize_t");
        }
        return number.longValue();
    }

    /** Returns -1, 0 or 1 for the exact order of two numbers; 2 if either is NaN. */
    public static int compare(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        double left = a.doubleValue();
        double right = b.doubleValue();
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return 2;
        }
        if ((a instanceof Double && b instanceof Double) || Double.isInfinite(left) || Double.isInfinite(right)) {
            return a instanceof BigInteger && b instanceof BigInteger
                    ? big(a).compareTo(big(b))
                    : left < right ? -1 : left > right ? 1 : 0;
        }
        return exact(a).compareTo(exact(b));
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Double ? new BigDecimal(number.doubleValue()) : new BigDecimal(big(number));
    }

    /** Returns {@code a / b} for ints. The quotient of ints beyond 2^53 is computed to 60 digits and then rounded. */
    public static double quotient(Number a, Number b) {
        if (b instanceof Long y && y == 0) {
            throw new PythonError("ZeroDivisionError", "division by zero");
        }
        if (isExact(a) && isExact(b)) {
            return (double) a.longValue() / b.longValue();
        }
        double quotient = new BigDecimal(big(a))
                .divide(new BigDecimal(big(b)), new MathContext(60))
                .doubleValue();
        if (Double.isInfinite(quotient)) {
            throw new PythonError("OverflowError", "integer division result too large for a float");
        }
        return quotient;
    }

    private static boolean isExact(Number whole) {
        return whole instanceof Long x && Math.abs(x) <= 1L << 53;
    }
}
