package io.github.microgradj.data;

import java.util.regex.Pattern;

/** A parser of finite decimal numbers. Unlike Java's parser, it rejects {@code NaN}, {@code 1d} and {@code 0x1p3}. */
final class DecimalNumber {
    /** The limit below which another digit can be appended without overflow. */
    private static final long ROOM = Long.MAX_VALUE / 10 - 1;

    private static final long EXACT = 1L << 53;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int MOST_EXPONENT_DIGITS = 9;

    private static final String CURRENCY = "(\\p{Sc}|EUR|USD|GBP|CHF)";
    private static final String GROUPED = "\\d{1,3}([.,' \u00a0]\\d{3})+([.,]\\d+)?";
    private static final String SIGNED =
            CURRENCY + "[ \u00a0]?[-+]?[\\d.,' \u00a0]*\\d|[\\d.,' \u00a0]*\\d[ \u00a0]?(%|" + CURRENCY + ")";
    private static final Pattern WITH_SIGN = Pattern.compile("[-+]?(" + SIGNED + ")");
    private static final Pattern WITH_THOUSANDS = Pattern.compile("[-+]?" + GROUPED);

    private DecimalNumber() {}

    /**
     * Returns advice for a number as spreadsheets display it, with a currency sign, a percent sign or a thousands
     * separator. Such numbers are not parsed, because they can be ambiguous: 1,200 may mean 1.2. Returns an empty
     * string for any other text.
     */
    static String advice(String text) {
        return WITH_SIGN.matcher(text).matches()
                ? "; write numbers without currency or percent signs"
                : WITH_THOUSANDS.matcher(text).matches() ? "; write numbers without a thousands separator" : "";
    }

    static boolean isNumber(String text, char point) {
        return !Double.isNaN(parse(text, point));
    }

    /** Returns the number, or NaN if the text is not a number. */
    static double parse(String text, char point) {
        return parse(text.toCharArray(), 0, text.length(), point);
    }

    /**
     * Returns the number, or NaN if the characters are not a number. If both the digits and the power of ten are exact
     * doubles, as for most numbers in files, one operation gives the nearest double (Clinger 1990). All other numbers
     * are parsed by Java.
     */
    static double parse(char[] text, int from, int to, char point) {
        int i = from;
        boolean negative = i < to && text[i] == '-';
        if (negative || (i < to && text[i] == '+')) {
            i++;
        }
        long digits = 0;
        int decimals = 0;
        boolean seen = false;
        boolean behindPoint = false;
        boolean fits = true;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                seen = true;
                fits &= digits < ROOM;
                digits = digits * 10 + digit;
                decimals += behindPoint ? 1 : 0;
            } else if (text[i] == point && !behindPoint) {
                behindPoint = true;
            } else {
                break;
            }
        }
        int exponent = i < to ? exponent(text, i, to) : 0;
        if (!seen || exponent == Integer.MIN_VALUE) {
            return Double.NaN;
        }
        int power = exponent - decimals;
        if (!fits || digits > EXACT || Math.abs(power) >= POWERS.length) {
            double number = Double.parseDouble(new String(text, from, to - from).replace(point, '.'));
            return Double.isFinite(number) ? number : Double.NaN;
        }
        double size = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
        return negative ? -size : size;
    }

    /** Returns the exponent after the letter e, or {@link Integer#MIN_VALUE} if the text is not an exponent. */
    private static int exponent(char[] text, int from, int to) {
        int i = from + 1;
        if (text[from] != 'e' && text[from] != 'E') {
            return Integer.MIN_VALUE;
        }
        boolean negative = i < to && text[i] == '-';
        if (negative || (i < to && text[i] == '+')) {
            i++;
        }
        if (i == to || to - i > MOST_EXPONENT_DIGITS) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return Integer.MIN_VALUE;
            }
            exponent = exponent * 10 + text[i] - '0';
        }
        return negative ? -exponent : exponent;
    }
}
