package io.github.microgradj.python.module;

import io.github.microgradj.python.Py;
import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Python's module {@code math}. */
final class MathModule {
    private static final double LN2 = StrictMath.log(2);

    private final PythonModule module = new PythonModule("math");

    private MathModule() {}

    static PythonModule create() {
        MathModule math = new MathModule();
        math.constants();
        math.functions();
        math.wholeNumbers();
        return math.module;
    }

    private void constants() {
        module.with("pi", Math.PI)
                .with("e", Math.E)
                .with("tau", 2 * Math.PI)
                .with("inf", Double.POSITIVE_INFINITY)
                .with("nan", Double.NaN);
    }

    private void functions() {
        real("exp", StrictMath::exp);
        real("expm1", StrictMath::expm1);
        real("log1p", StrictMath::log1p);
        real("log2", x -> log2(positive(x)));
        real("log10", x -> StrictMath.log10(positive(x)));
        real("sqrt", Math::sqrt);
        real("sin", StrictMath::sin);
        real("cos", StrictMath::cos);
        real("tan", StrictMath::tan);
        real("asin", StrictMath::asin);
        real("acos", StrictMath::acos);
        real("atan", StrictMath::atan);
        real("sinh", StrictMath::sinh);
        real("cosh", StrictMath::cosh);
        real("tanh", StrictMath::tanh);
        real("fabs", Math::abs);
        real("degrees", x -> x * (180 / Math.PI));
        real("radians", x -> x * (Math.PI / 180));
        real("pow", MathModule::power);
        real("atan2", StrictMath::atan2);
        real("fmod", (x, y) -> x % y);
        real("copysign", Math::copySign);
        module.function("hypot", a -> hypot(a));
        module.function("log", "x base", MathModule::log);
        test("isnan", Double::isNaN);
        test("isinf", Double::isInfinite);
        test("isfinite", Double::isFinite);
        module.function("isclose", "a b *rel_tol *abs_tol", MathModule::isClose);
        module.function("fsum", "seq", a -> exactSum(a.required("seq")));
    }

    private void wholeNumbers() {
        rounded("floor", Math::floor);
        rounded("ceil", Math::ceil);
        rounded("trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
        module.function("factorial", "n", a -> factorial(PythonNumbers.index(a.required("n"))));
        module.function(
                "isqrt", "n", a -> PythonNumbers.normal(big(a.required("n")).sqrt()));
        module.function("comb", "n k", a -> chosen(a, true));
        module.function("perm", "n k", a -> chosen(a, false));
        module.function("gcd", a -> folded(a, BigInteger.ZERO, BigInteger::gcd));
        module.function("lcm", a -> folded(a, BigInteger.ONE, MathModule::leastMultiple));
        module.function("prod", "iterable *start", MathModule::product);
    }

    private void real(String name, DoubleUnaryOperator function) {
        module.function(name, "x", a -> {
            double x = PythonNumbers.real(a.required("x"));
            return checked(function.applyAsDouble(x), Double.isFinite(x), Double.isNaN(x));
        });
    }

    private void real(String name, DoubleBinaryOperator function) {
        module.function(name, "x y", a -> {
            double x = PythonNumbers.real(a.required("x"));
            double y = PythonNumbers.real(a.required("y"));
            return checked(
                    function.applyAsDouble(x, y),
                    Double.isFinite(x) && Double.isFinite(y),
                    Double.isNaN(x) || Double.isNaN(y));
        });
    }

    private static double checked(double result, boolean finite, boolean nan) {
        if (Double.isNaN(result) && !nan) {
            throw domain();
        }
        if (Double.isInfinite(result) && finite) {
            throw new PythonError("OverflowError", "math range error");
        }
        return result;
    }

    private static PythonError domain() {
        return PythonError.value("math domain error");
    }

    private void test(String name, DoublePredicate test) {
        module.function(name, "x", a -> test.test(PythonNumbers.real(a.required("x"))));
    }

    private void rounded(String name, DoubleUnaryOperator rounding) {
        module.function(name, "x", a -> {
            Object x = a.required("x");
            return PythonNumbers.isInt(x)
                    ? PythonNumbers.plain(x)
                    : PythonNumbers.whole(rounding.applyAsDouble(PythonNumbers.real(x)));
        });
    }

    private static double positive(double x) {
        if (x <= 0) {
            throw domain();
        }
        return x;
    }

    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return Double.isFinite(x) && x == Math.scalb(1.0, exponent) ? exponent : StrictMath.log(x) / LN2;
    }

    private static double power(double x, double y) {
        if (x == 0 && y < 0 && Double.isFinite(y)) {
            throw domain();
        }
        return x == 1 || (x == -1 && Double.isInfinite(y)) ? 1 : StrictMath.pow(x, y);
    }

    private static Object log(Arguments arguments) {
        double log = logarithm(arguments.required("x"));
        if (!arguments.has("base")) {
            return log;
        }
        double base = logarithm(arguments.get("base"));
        if (base == 0) {
            throw new PythonError("ZeroDivisionError", "float division by zero");
        }
        return log / base;
    }

    private static double logarithm(@Nullable Object x) {
        if (PythonNumbers.plain(x) instanceof BigInteger big && big.signum() > 0) {
            int shift = Math.max(0, big.bitLength() - 1000);
            return StrictMath.log(big.shiftRight(shift).doubleValue()) + shift * LN2;
        }
        return StrictMath.log(positive(PythonNumbers.real(x)));
    }

    private static double hypot(@Nullable Object... coordinates) {
        double length = 0;
        for (Object each : coordinates) {
            length = StrictMath.hypot(length, PythonNumbers.real(each));
        }
        return length;
    }

    private static boolean isClose(Arguments arguments) {
        double a = PythonNumbers.real(arguments.required("a"));
        double b = PythonNumbers.real(arguments.required("b"));
        double relative = PythonNumbers.real(arguments.get("rel_tol", 1e-9)) * Math.max(Math.abs(a), Math.abs(b));
        boolean finite = Double.isFinite(a) && Double.isFinite(b);
        return a == b
                || (finite && Math.abs(a - b) <= Math.max(relative, PythonNumbers.real(arguments.get("abs_tol", 0.0))));
    }

    private static double exactSum(@Nullable Object numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object each : Py.iter(numbers)) {
            sum = sum.add(new BigDecimal(PythonNumbers.real(each)));
        }
        return sum.doubleValue();
    }

    private static BigInteger big(@Nullable Object whole) {
        if (!PythonNumbers.isInt(whole)) {
            throw PythonError.type("'%s' object cannot be interpreted as an integer", TypeName.of(whole));
        }
        Number number = PythonNumbers.plain(whole);
        return number == null ? BigInteger.ZERO : PythonNumbers.big(number);
    }

    private static Object factorial(long n) {
        if (n < 0) {
            throw PythonError.value("factorial() not defined for negative values");
        }
        return product(1, n, BigInteger::valueOf);
    }

    private static Object product(long from, long to, LongFunction<BigInteger> factor) {
        BigInteger product = BigInteger.ONE;
        for (long i = from; i <= to; i++) {
            product = product.multiply(factor.apply(i));
        }
        return PythonNumbers.normal(product);
    }

    private static Object chosen(Arguments arguments, boolean unordered) {
        long n = PythonNumbers.index(arguments.required("n"));
        long k = PythonNumbers.index(arguments.get("k", n));
        if (n < 0 || k < 0) {
            throw PythonError.value("%s must be a non-negative integer", n < 0 ? "n" : "k");
        }
        Object ordered = k > n ? (Object) 0L : product(n - k + 1, n, BigInteger::valueOf);
        return unordered ? Py.floordiv(ordered, factorial(k)) : ordered;
    }

    private static Object folded(@Nullable Object[] numbers, BigInteger start, BinaryOperator<BigInteger> operator) {
        BigInteger result = start;
        for (Object each : numbers) {
            result = operator.apply(result, big(each));
        }
        return PythonNumbers.normal(result);
    }

    private static BigInteger leastMultiple(BigInteger a, BigInteger b) {
        return a.signum() == 0 || b.signum() == 0
                ? BigInteger.ZERO
                : a.multiply(b).abs().divide(a.gcd(b));
    }

    private static @Nullable Object product(Arguments arguments) {
        Object product = arguments.get("start", 1L);
        for (Object each : Py.iter(arguments.required("iterable"))) {
            product = Py.mul(product, each);
        }
        return product;
    }
}
