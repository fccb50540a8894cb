package io.github.microgradj.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A formatter that prints numbers as Python's {@code repr} does, independently of the JDK and the locale. */
public final class Repr {
    private Repr() {}

    /**
     * Returns the shortest decimal that reads back as {@code x}, such as {@code 0.1}, {@code 1e-05}, {@code 2e+23} or
     * {@code nan}.
     */
    public static String of(double x) {
        if (Double.isNaN(x)) {
            return "nan";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        if (x == 0) {
            return 1 / x < 0 ? "-0.0" : "0.0";
        }
        BigDecimal decimal = shortest(x).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            String digits = decimal.unscaledValue().abs().toString();
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            String padding = Math.abs(exponent) < 10 ? "0" : "";
            return (x < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + padding
                    + Math.abs(exponent);
        }
        return decimal.setScale(Math.max(1, decimal.scale())).toPlainString();
    }

    /**
     * Returns a number rounded to the given number of significant digits, such as {@code 0.333333} for 1/3 and 6
     * digits.
     */
    public static String rounded(double x, int digits) {
        return of(
                Double.isFinite(x)
                        ? new BigDecimal(x).round(new MathContext(digits)).doubleValue()
                        : x);
    }

    /**
     * Returns the shortest decimal that reads back as {@code x}. For normal doubles, the search starts at 15 digits,
     * because a decimal of up to 15 digits always survives conversion to a double and back. If a shorter decimal
     * exists, the one with 15 digits ends in zeros.
     */
    private static BigDecimal shortest(double x) {
        BigDecimal exact = new BigDecimal(x);
        for (int digits = Math.abs(x) < Double.MIN_NORMAL ? 1 : 15; digits < 17; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == x) {
                return nearest;
            }
            // Doubles are closer together below a power of two than above it. The next larger decimal can therefore
            // read back as x even if the nearest one does not.
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            if (above.doubleValue() == x) {
                return above;
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }
}
