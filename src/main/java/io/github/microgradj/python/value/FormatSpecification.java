package io.github.microgradj.python.value;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Python format specification, {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}. Numbers are
 * rounded from their exact binary values, and ties are rounded to the even digit.
 *
 * @see <a href="https://docs.python.org/3/library/string.html#format-specification-mini-language">Python's
 *     reference</a>
 */
public final class FormatSpecification {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<fill>.)(?=[<>=^]))?(?<align>[<>=^])?(?<sign>[-+ ]?)(?<z>z?)(?<alternate>#?)(?<zero>0?)"
                    + "(?<width>\\d{0,6})"
                    + "(?<group>[,_]?)(?:\\.(?<precision>\\d{1,6}))?(?<type>[bcdeEfFgGnosxX%]?)",
            Pattern.DOTALL);

    private final @Nullable String fill;
    private final @Nullable String align;
    private final String sign;
    private final boolean noNegativeZero;
    private final boolean alternate;
    private final boolean zero;
    private final int width;
    private final String group;
    private final int precision;
    private final String type;

    /** The parts of a number: its sign and prefix, the digits that are grouped, and the rest. */
    private record Parts(String sign, String digits, String rest) {}

    private FormatSpecification(Matcher matcher) {
        fill = matcher.group("fill");
        align = matcher.group("align");
        sign = matcher.group("sign");
        noNegativeZero = !matcher.group("z").isEmpty();
        alternate = !matcher.group("alternate").isEmpty();
        zero = !matcher.group("zero").isEmpty();
        width = matcher.group("width").isEmpty() ? 0 : Integer.parseInt(matcher.group("width"));
        group = matcher.group("group");
        precision = matcher.group("precision") == null ? -1 : Integer.parseInt(matcher.group("precision"));
        type = matcher.group("type");
    }

    public static FormatSpecification of(String specification) {
        Matcher matcher = FORM.matcher(specification);
        if (!matcher.matches()) {
            throw new PythonError(
                    "ValueError",
                    "Invalid format specifier {:" + specification + "}; use one such as .4f, 8.2f, .1%, 05d or <10");
        }
        return new FormatSpecification(matcher);
    }

    /** Returns the value as formatted text; {@code True} counts as 1. */
    public String apply(@Nullable Object value) {
        Object plain = Sequences.plain(value);
        if (plain instanceof String text) {
            checkGroup("s");
            return ofText(text);
        }
        Number number = PythonNumbers.plain(value);
        if (number == null || value instanceof PythonObject) {
            throw PythonError.type(
                    "unsupported format string passed to %s.__format__; write %s",
                    TypeName.of(value), value instanceof Value ? ".data after the Value" : "!s before the colon");
        }
        checkGroup("d");
        return number instanceof Double real ? ofDouble(real) : ofWhole(PythonNumbers.big(number), TypeName.of(value));
    }

    /** Checks that the type, or {@code omitted} if the type is empty, allows a separator between groups of digits. */
    private void checkGroup(String omitted) {
        String kind = type.isEmpty() ? omitted : type;
        boolean allowed = group.isEmpty() || !("scn".contains(kind) || (group.equals(",") && "boxX".contains(kind)));
        require(allowed, "Cannot specify '" + group + "' with '" + kind + "'.");
    }

    private String ofText(String text) {
        require(type.isEmpty() || type.equals("s"), unknownCode("str"));
        require(!sign.equals(" "), "Space not allowed in string format specifier");
        require(sign.isEmpty(), "Sign not allowed in string format specifier");
        require(!noNegativeZero, "Negative zero coercion (z) not allowed in string format specifier");
        require(!alternate, "Alternate form (#) not allowed in string format specifier");
        require(!"=".equals(align), "'=' alignment not allowed in string format specifier");
        int length = text.codePointCount(0, text.length());
        String cut =
                precision < 0 || precision >= length ? text : text.substring(0, text.offsetByCodePoints(0, precision));
        return padded(new Parts("", "", cut), "<");
    }

    private String unknownCode(String typeName) {
        return "Unknown format code '" + type + "' for object of type '" + typeName + "'";
    }

    private String ofWhole(BigInteger number, String typeName) {
        switch (type) {
            case "s" -> throw new PythonError("ValueError", unknownCode(typeName));
            case "e", "E", "f", "F", "g", "G", "%" -> {
                return ofDouble(PythonNumbers.real((Number) number));
            }
            default -> {
                require(precision < 0, "Precision not allowed in integer format specifier");
                require(!noNegativeZero, "Negative zero coercion (z) not allowed in integer format specifier");
            }
        }
        if (type.equals("c")) {
            return padded(new Parts("", "", character(number)), ">");
        }
        int radix = type.equals("b") ? 2 : type.equals("o") ? 8 : type.equalsIgnoreCase("x") ? 16 : 10;
        String digits = number.abs().toString(radix);
        String prefix = alternate && radix != 10 ? "0" + type : "";
        String signed = signOf(number.signum() < 0) + prefix;
        return padded(new Parts(signed, type.equals("X") ? digits.toUpperCase(Locale.ROOT) : digits, ""), ">");
    }

    private String character(BigInteger code) {
        require(sign.isEmpty(), "Sign not allowed with integer format specifier 'c'");
        require(!alternate, "Alternate form (#) not allowed with integer format specifier 'c'");
        if (code.bitLength() > 63) {
            throw new PythonError("OverflowError", "Python int too large to convert to C long");
        }
        if (code.signum() < 0 || code.bitLength() > 21 || !Character.isValidCodePoint(code.intValue())) {
            throw PythonError.of("OverflowError", "%%c arg not in range(0x110000)");
        }
        return Character.toString(code.intValue());
    }

    private String ofDouble(double given) {
        double number = type.equals("%") ? given * 100 : given;
        require(type.isEmpty() || !"sbcdoxX".contains(type), unknownCode("float"));
        boolean negative = Double.doubleToRawLongBits(number) < 0 && !Double.isNaN(number); // Includes -0.0.
        String text = Double.isFinite(number) ? digits(given, number) : Repr.of(Math.abs(number));
        boolean vanished =
                noNegativeZero && text.chars().noneMatch(c -> c >= '1' && c <= '9') && Double.isFinite(number);
        String percent = type.equals("%") ? "%" : "";
        String cased = "EFG".contains(type) && !type.isEmpty() ? text.toUpperCase(Locale.ROOT) : text;
        int whole = 0;
        while (whole < cased.length() && Character.isDigit(cased.charAt(whole))) {
            whole++;
        }
        return padded(
                new Parts(signOf(negative && !vanished), cased.substring(0, whole), cased.substring(whole) + percent),
                ">");
    }

    private String signOf(boolean negative) {
        return negative ? "-" : sign.equals("-") ? "" : sign;
    }

    /** Returns the digits of a finite number, without its sign. */
    private String digits(double given, double number) {
        if (type.isEmpty() && precision < 0) {
            String shortest = Text.str(given).replaceFirst("^-", "");
            return alternate ? withPoint(shortest) : shortest;
        }
        BigDecimal exact = new BigDecimal(Math.abs(number));
        int places = precision < 0 ? 6 : precision;
        return switch (type) {
            case "f", "F", "%" -> fixed(exact, places);
            case "e", "E" -> scientific(exact, places);
            default -> general(exact, Math.max(1, places));
        };
    }

    private String fixed(BigDecimal exact, int places) {
        String digits = exact.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
        return alternate ? withPoint(digits) : digits;
    }

    private String scientific(BigDecimal exact, int places) {
        BigDecimal rounded = exact.round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        String digits = rounded.movePointLeft(exponent)
                .setScale(places, RoundingMode.UNNECESSARY)
                .toPlainString();
        String power = (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (alternate ? withPoint(digits) : digits) + power;
    }

    /**
     * Returns the digits for type {@code g} or an empty type. With an empty type, a number without an exponent keeps at
     * least one digit after the point.
     */
    private String general(BigDecimal exact, int significant) {
        BigDecimal rounded = exact.round(new MathContext(significant, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        if (exponent < -4 || exponent >= significant - (type.isEmpty() ? 1 : 0)) {
            String[] halves = scientific(exact, significant - 1).split("e", 2);
            return withoutZeros(halves[0]) + "e" + halves[1];
        }
        String digits = withoutZeros(fixed(exact, significant - 1 - exponent));
        return type.isEmpty() && !digits.contains(".") ? digits + ".0" : digits;
    }

    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    private String withoutZeros(String digits) {
        return alternate || !digits.contains(".") ? digits : digits.replaceFirst("\\.?0+$", "");
    }

    private static String withPoint(String digits) {
        return digits.contains(".") ? digits : digits.replaceFirst("(?=e)|$", ".");
    }

    private String padded(Parts parts, String natural) {
        boolean number = natural.equals(">");
        String side = align != null ? align : zero && number ? "=" : natural;
        String filling = fill != null ? fill : zero ? "0" : " ";
        boolean zeros = filling.equals("0") && side.equals("=");
        int room = width - parts.sign().length() - length(parts.rest());
        String digits = grouped(parts.digits(), zeros ? room : 0);
        int missing = Math.max(0, room - digits.length());
        return switch (side) {
            case "<" -> parts.sign() + digits + parts.rest() + filling.repeat(missing);
            case "^" ->
                filling.repeat(missing / 2)
                        + parts.sign()
                        + digits
                        + parts.rest()
                        + filling.repeat(missing - missing / 2);
            case "=" -> parts.sign() + filling.repeat(missing) + digits + parts.rest();
            default -> filling.repeat(missing) + parts.sign() + digits + parts.rest();
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the digits with separators. Leading zeros fill the width and are also grouped. */
    private String grouped(String digits, int least) {
        if (group.isEmpty() || digits.isEmpty()) {
            return digits;
        }
        int size = "boxX".contains(type) && !type.isEmpty() ? 4 : 3;
        String all = digits;
        while (all.length() + (all.length() - 1) / size < least) {
            all = "0" + all;
        }
        return all.replaceAll("(?<=.)(?=(?:.{" + size + "})+$)", group);
    }

    private static void require(boolean met, String words) {
        if (!met) {
            throw new PythonError("ValueError", words);
        }
    }
}
