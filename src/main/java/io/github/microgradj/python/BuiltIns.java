package io.github.microgradj.python;

import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.Arithmetic;
import io.github.microgradj.python.value.Comparing;
import io.github.microgradj.python.value.Comparison;
import io.github.microgradj.python.value.FormatSpecification;
import io.github.microgradj.python.value.Keys;
import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.Operator;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonRange;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Text;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.python.value.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's built-in functions, by name. */
final class BuiltIns {
    private static final Pattern REAL =
            Pattern.compile("[-+]?(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)([eE][-+]?\\d+(_\\d+)*)?");

    private static final Map<String, PythonFunction> FUNCTIONS = new LinkedHashMap<>();

    static {
        one("len", Sequences::size);
        one("abs", x -> Arithmetic.unary("abs", x));
        one("repr", Text::repr);
        one("ord", BuiltIns::ord);
        one("chr", BuiltIns::chr);
        one("all", xs -> Iterators.all(xs));
        one("any", xs -> Iterators.any(xs));
        one("reversed", Iterators::reversed);
        one("iter", Iterators::iterator);
        one("hash", x -> (long) Keys.hash(x));
        one("id", x -> (long) System.identityHashCode(x));
        one("callable", Calls::isCallable);
        one("bin", x -> FormatSpecification.of("#b").apply(PythonNumbers.index(x)));
        one("hex", x -> FormatSpecification.of("#x").apply(PythonNumbers.index(x)));
        one("oct", x -> FormatSpecification.of("#o").apply(PythonNumbers.index(x)));
        FUNCTIONS.put("sum", BuiltIns::sum);
        FUNCTIONS.put("min", a -> Sorting.extreme("min", Comparison.LT, a));
        FUNCTIONS.put("max", a -> Sorting.extreme("max", Comparison.GT, a));
        FUNCTIONS.put("round", BuiltIns::round);
        FUNCTIONS.put("divmod", a -> divmod(a[0], a[1]));
        FUNCTIONS.put("pow", BuiltIns::power);
        FUNCTIONS.put("sorted", BuiltIns::sorted);
        FUNCTIONS.put("zip", Iterators::zip);
        FUNCTIONS.put("enumerate", Iterators::enumerate);
        FUNCTIONS.put("map", Iterators::map);
        FUNCTIONS.put("filter", a -> Iterators.filter(a[0], a[1]));
        FUNCTIONS.put("next", Iterators::next);
        FUNCTIONS.put("isinstance", a -> Types.isInstance(a[0], a[1]));
        FUNCTIONS.put("getattr", BuiltIns::attribute);
        FUNCTIONS.put("hasattr", a -> attribute(a[0], a[1], FUNCTIONS) != FUNCTIONS);
        FUNCTIONS.put("setattr", a -> {
            Attributes.set(a[0], Text.str(a[1]), a[2]);
            return null;
        });
        FUNCTIONS.put("format", a -> Py.format(a[0], a.length > 1 ? Text.str(a[1]) : ""));
        FUNCTIONS.put("print", BuiltIns::print);
        FUNCTIONS.put("input", refused("input"));
        FUNCTIONS.put("open", refused("open"));
    }

    private BuiltIns() {}

    private interface Unary {
        @Nullable
        Object of(@Nullable Object argument);
    }

    private static void one(String name, Unary function) {
        FUNCTIONS.put(name, arguments -> {
            if (arguments.length != 1) {
                throw PythonError.type("%s() takes exactly one argument (%d given)", name, arguments.length);
            }
            return function.of(arguments[0]);
        });
    }

    /** Returns an unsupported function, which throws an error when it is called. */
    static PythonFunction refused(String name) {
        return arguments -> {
            throw new PythonError("NotImplementedError", name + "() is not supported");
        };
    }

    /** Returns the built-in function or type with this name; null if there is none. */
    static @Nullable Object named(String name) {
        Object type = Types.named(name);
        return type != null ? type : FUNCTIONS.get(name);
    }

    static Number number(@Nullable Object object) {
        Number number = PythonNumbers.plain(object);
        if (number == null) {
            throw PythonError.type("must be real number, not %s", TypeName.of(object));
        }
        return number;
    }

    /** Returns {@code int(x)} or {@code int(text, base)}. */
    static Object integer(@Nullable Object... arguments) {
        if (arguments.length == 0) {
            return 0L;
        }
        Object x = Sequences.plain(arguments[0]);
        if (x instanceof String text) {
            long base = arguments.length > 1 ? PythonNumbers.index(arguments[1]) : 10;
            return whole(text, (int) base);
        }
        if (arguments.length > 1) {
            throw PythonError.type("int() can't convert non-string with explicit base");
        }
        Number number = PythonNumbers.plain(x);
        if (number == null) {
            throw PythonError.type(
                    "int() argument must be a string, a bytes-like object or a real number, not '%s'", TypeName.of(x));
        }
        if (!(number instanceof Double real)) {
            return number;
        }
        return PythonNumbers.whole(real);
    }

    private static Object whole(String text, int base) {
        String digits = text.strip().toLowerCase(Locale.ROOT);
        String prefix = base == 16 ? "0x" : base == 2 ? "0b" : base == 8 ? "0o" : "?";
        String bare = digits.replaceFirst("^([-+]?)" + Pattern.quote(prefix) + "_?", "$1");
        if (bare.matches("[-+]?[0-9a-z]+(_[0-9a-z]+)*")) {
            try {
                return PythonNumbers.normal(new BigInteger(bare.replace("_", ""), base));
            } catch (NumberFormatException e) {
                // A digit is not valid in this base: throw the error below.
            }
        }
        throw new PythonError("ValueError", "invalid literal for int() with base " + base + ": " + Text.repr(text));
    }

    /** Returns {@code float(x)}. */
    static Object real(@Nullable Object... arguments) {
        if (arguments.length == 0) {
            return 0.0;
        }
        Object x = Sequences.plain(arguments[0]);
        Number number = PythonNumbers.plain(x);
        if (number != null) {
            return PythonNumbers.real(number);
        }
        if (!(x instanceof String text)) {
            throw PythonError.type(
                    "float() argument must be a string or a real number, not '%s'%s",
                    TypeName.of(x), TypeName.of(x).equals("Value") ? "; write .data after the Value" : "");
        }
        String bare = text.strip();
        return switch (bare.toLowerCase(Locale.ROOT).replaceFirst("^\\+", "")) {
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> {
                if (!REAL.matcher(bare).matches()) {
                    throw new PythonError("ValueError", "could not convert string to float: " + Text.repr(text));
                }
                yield Double.parseDouble(bare.replace("_", ""));
            }
        };
    }

    static Object dict(@Nullable Object... arguments) {
        Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
        for (Object argument : arguments) {
            KeyedMethods.add(dict, argument);
        }
        return dict;
    }

    static Object range(@Nullable Object... arguments) {
        if (arguments.length == 0 || arguments.length > 3) {
            throw PythonError.type(
                    arguments.length == 0
                            ? "range expected at least 1 argument, got 0"
                            : "range expected at most 3 arguments, got " + arguments.length);
        }
        long start = arguments.length == 1 ? 0 : PythonNumbers.index(arguments[0]);
        long stop = PythonNumbers.index(arguments[arguments.length == 1 ? 0 : 1]);
        return new PythonRange(start, stop, arguments.length == 3 ? PythonNumbers.index(arguments[2]) : 1);
    }

    private static Object ord(@Nullable Object character) {
        if (!(Sequences.plain(character) instanceof String text)) {
            throw PythonError.type("ord() expected string of length 1, but %s found", TypeName.of(character));
        }
        if (Sequences.length(text) != 1) {
            throw PythonError.type("ord() expected a character, but string of length %d found", Sequences.length(text));
        }
        return (long) text.codePointAt(0);
    }

    private static Object chr(@Nullable Object code) {
        long point = PythonNumbers.index(code);
        if (point < 0 || point > Character.MAX_CODE_POINT) {
            throw PythonError.value("chr() arg not in range(0x110000)");
        }
        return Character.toString((int) point);
    }

    static Object sum(@Nullable Object... given) {
        Arguments arguments = Arguments.of("sum", given, "iterable", "start");
        Object sum = arguments.get("start", 0L);
        if (sum instanceof String) {
            throw PythonError.type("sum() can't sum strings [use ''.join(seq) instead]");
        }
        for (Object each : Sequences.iterable(arguments.required("iterable"))) {
            sum = Arithmetic.binary(Operator.ADD, sum, each, false);
        }
        return sum == null ? 0L : sum;
    }

    /** Returns {@code round(x)} or {@code round(x, digits)}; ties are rounded to the even digit. */
    static Object round(@Nullable Object... given) {
        Arguments arguments = Arguments.of("round", given, "number", "ndigits");
        Object x = arguments.required("number");
        Object digits = arguments.get("ndigits");
        Number number = PythonNumbers.plain(x);
        if (number == null) {
            throw PythonError.type("type %s doesn't define __round__ method", TypeName.of(x));
        }
        if (digits == null) {
            return number instanceof Double real && Double.isFinite(real) ? integer(Math.rint(real)) : integer(number);
        }
        int places = (int) Math.max(-400, Math.min(400, PythonNumbers.index(digits)));
        if (number instanceof Double real) {
            return !Double.isFinite(real) || places > 330 ? real : rounded(real, places);
        }
        return places >= 0
                ? number
                : PythonNumbers.normal(new BigDecimal(PythonNumbers.big(number))
                        .setScale(places, RoundingMode.HALF_EVEN)
                        .toBigInteger());
    }

    private static double rounded(double x, int places) {
        double rounded =
                new BigDecimal(x).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
        if (Double.isInfinite(rounded)) {
            throw new PythonError("OverflowError", "rounded value too large to represent");
        }
        return Math.copySign(rounded, x);
    }

    static Tuple divmod(@Nullable Object a, @Nullable Object b) {
        Number x = PythonNumbers.plain(a);
        Number y = PythonNumbers.plain(b);
        if (x == null || y == null) {
            throw PythonError.type(
                    "unsupported operand type(s) for divmod(): '%s' and '%s'", TypeName.of(a), TypeName.of(b));
        }
        if (PythonNumbers.compare(y, 0L) == 0 && (x instanceof Double || y instanceof Double)) {
            throw new PythonError("ZeroDivisionError", "float divmod()");
        }
        return Tuple.of(
                Arithmetic.binary(Operator.FLOORDIV, a, b, false), Arithmetic.binary(Operator.MOD, a, b, false));
    }

    private static Object power(@Nullable Object... arguments) {
        if (arguments.length < 3 || arguments[2] == null) {
            return Arithmetic.binary(Operator.POW, arguments[0], arguments[1], false);
        }
        BigInteger modulus = PythonNumbers.big(number(arguments[2]));
        if (modulus.signum() == 0) {
            throw PythonError.value("pow() 3rd argument cannot be 0");
        }
        BigInteger power =
                PythonNumbers.big(number(arguments[0])).modPow(PythonNumbers.big(number(arguments[1])), modulus.abs());
        return PythonNumbers.normal(modulus.signum() < 0 && power.signum() != 0 ? power.add(modulus) : power);
    }

    private static Object sorted(@Nullable Object... given) {
        for (Object last : given) {
            if (last instanceof Keywords keywords) {
                Arguments.of("sort", new Object[] {keywords}, "*key", "*reverse");
            }
        }
        Arguments arguments = Arguments.of("sorted", given, "iterable", "*key", "*reverse");
        return Sorting.sorted(
                arguments.required("iterable"), arguments.get("key"), Comparing.truth(arguments.get("reverse", false)));
    }

    private static @Nullable Object attribute(@Nullable Object... arguments) {
        try {
            return Attributes.get(arguments[0], Text.str(arguments[1]));
        } catch (PythonError e) {
            if (arguments.length > 2 && e.kind().equals("AttributeError")) {
                return arguments[2];
            }
            throw e;
        }
    }

    private static @Nullable Object print(@Nullable Object... given) {
        int count = given.length > 0 && given[given.length - 1] instanceof Keywords ? given.length - 1 : given.length;
        @Nullable Object[] last = count == given.length ? new Object[0] : new Object[] {given[count]};
        Arguments options = Arguments.of("print", last, "*sep", "*end", "*file", "*flush");
        Object separator = options.get("sep");
        Object end = options.get("end");
        Py.print(
                Arrays.copyOf(given, count),
                separator == null ? " " : Text.str(separator),
                end == null ? "\n" : Text.str(end));
        return null;
    }
}
