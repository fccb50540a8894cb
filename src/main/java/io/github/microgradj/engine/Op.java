package io.github.microgradj.engine;

import io.github.microgradj.arithmetic.Exponential;
import io.github.microgradj.arithmetic.Powers;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation: one row of the table of formulas below. All other code that needs a formula (graph labels, the gradient
 * check, the compiled path) reads it from this table. {@code Value.apply} accepts any {@code Op}, so a user's own
 * {@code new Op(...)} works too.
 *
 * <p>A binary operation has two operands, {@code a} and {@code b}. A unary operation has the operand {@code a}; its
 * {@code b} is a plain constant (the exponent of {@link #POW}) or unused. All transcendental functions come from
 * {@link StrictMath} or give its bits, so results have the same bits on every JVM. The class is a record because
 * HotSpot trusts the final fields of a record but not those of an enum, and so inlines the lambdas of a constant row
 * where they are used.
 *
 * @param symbol the symbol that graphs show
 * @param arity the number of operands in the graph, 1 or 2
 * @param low the lower end of the interval from which gradient checks sample operands
 * @param high the upper end of that interval
 * @param forward y = f(a, b)
 * @param da the partial derivative with respect to a, given a, b and y
 * @param db the partial derivative with respect to b, given a, b and y; 0 for a unary operation
 */
public record Op(String symbol, int arity, double low, double high, Forward forward, Partial da, Partial db) {
    private static final List<Op> TABLE = new ArrayList<>();

    /** a + b. */
    public static final Op ADD = binary("+", -2, 2, (a, b) -> a + b, (a, b, y) -> 1, (a, b, y) -> 1);
    /** a - b. */
    public static final Op SUB = binary("-", -2, 2, (a, b) -> a - b, (a, b, y) -> 1, (a, b, y) -> -1);
    /** a * b. */
    public static final Op MUL = binary("*", -2, 2, (a, b) -> a * b, (a, b, y) -> b, (a, b, y) -> a);
    /** a / b. */
    public static final Op DIV = binary("/", 0.5, 2, (a, b) -> a / b, (a, b, y) -> 1 / b, (a, b, y) -> -y / b);
    /** a^k for a constant k; {@link Powers} explains how it is computed. */
    public static final Op POW =
            unary("**", 0.5, 2, Powers::power, (a, k, y) -> k == 0 ? 0 : k * Powers.power(a, k - 1));
    /** a^b. The derivative with respect to b is y * log(a), or 0 if a is 0 and b is not negative, as in PyTorch. */
    public static final Op POWER =
            binary("**", 0.5, 2, StrictMath::pow, (a, b, y) -> powerByBase(a, b), Op::powerByExponent);
    /** max(a, b). If the operands are equal, the derivative with respect to each is 1/2, as in PyTorch. */
    public static final Op MAX = binary("max", -2, 2, Math::max, (a, b, y) -> larger(a, b), (a, b, y) -> larger(b, a));
    /** min(a, b). If the operands are equal, the derivative with respect to each is 1/2, as in PyTorch. */
    public static final Op MIN = binary("min", -2, 2, Math::min, (a, b, y) -> larger(b, a), (a, b, y) -> larger(a, b));
    /** -a. */
    public static final Op NEG = unary("neg", -2, 2, (a, k) -> -a, (a, k, y) -> -1);
    /** e^a. */
    public static final Op EXP = unary("exp", -2, 2, (a, k) -> Exponential.exp(a), (a, k, y) -> y);
    /** The natural logarithm of a. */
    public static final Op LOG = unary("log", 0.5, 3, (a, k) -> StrictMath.log(a), (a, k, y) -> 1 / a);
    /** log(1 + a), accurate even if a is close to 0. */
    public static final Op LOG1P = unary("log1p", -0.5, 3, (a, k) -> StrictMath.log1p(a), (a, k, y) -> 1 / (1 + a));
    /** The square root of a. */
    public static final Op SQRT = unary("sqrt", 0.5, 3, (a, k) -> Math.sqrt(a), (a, k, y) -> 0.5 / y);
    /** |a|; the derivative at 0 is 0. */
    public static final Op ABS = unary("abs", -2, 2, (a, k) -> Math.abs(a), (a, k, y) -> Math.signum(a));
    /** The sine of a, which is in radians. */
    public static final Op SIN = unary("sin", -2, 2, (a, k) -> StrictMath.sin(a), (a, k, y) -> StrictMath.cos(a));
    /** The cosine of a, which is in radians. */
    public static final Op COS = unary("cos", -2, 2, (a, k) -> StrictMath.cos(a), (a, k, y) -> -StrictMath.sin(a));
    /** The hyperbolic tangent of a. */
    public static final Op TANH = unary("tanh", -2, 2, (a, k) -> StrictMath.tanh(a), (a, k, y) -> 1 - y * y);
    /** The logistic function 1 / (1 + e^-a). */
    public static final Op SIGMOID = unary("sigmoid", -4, 4, (a, k) -> logistic(a), (a, k, y) -> y * (1 - y));
    /** log(1 + e^a). */
    public static final Op SOFTPLUS = unary("softplus", -4, 4, (a, k) -> softplus(a), (a, k, y) -> logistic(a));
    /** max(a, 0). The formulas have no branch, so that HotSpot can vectorize a loop over them. */
    public static final Op RELU =
            unary("ReLU", -2, 2, (a, k) -> Math.max(a, 0), (a, k, y) -> Math.min(1, Math.ceil(y)));
    /** a if it is above 0, otherwise 0.01 a; the derivative at 0 is 0.01, as in PyTorch. */
    public static final Op LEAKY_RELU =
            unary("LeakyReLU", -2, 2, (a, k) -> Math.max(a, 0.01 * a), (a, k, y) -> 0 < y ? 1 : 0.01);

    /** The function that computes the value of an operation. */
    public interface Forward {
        /** Returns y = f(a, b). For a unary operation, b is its constant. */
        double apply(double a, double b);
    }

    /** The function that computes a partial derivative of an operation. */
    public interface Partial {
        /** Returns the derivative of y = f(a, b) with respect to one of its operands. */
        double apply(double a, double b, double y);
    }

    /** Returns all rows of the table, in order. */
    public static List<Op> table() {
        return List.copyOf(TABLE);
    }

    private static Op binary(String symbol, double low, double high, Forward forward, Partial da, Partial db) {
        Op op = new Op(symbol, 2, low, high, forward, da, db);
        TABLE.add(op);
        return op;
    }

    private static Op unary(String symbol, double low, double high, Forward forward, Partial da) {
        Op op = new Op(symbol, 1, low, high, forward, da, (a, k, y) -> 0);
        TABLE.add(op);
        return op;
    }

    /** Returns the derivative of a^b with respect to a. */
    private static double powerByBase(double a, double b) {
        return b == 0 ? 0 : b * StrictMath.pow(a, b - 1);
    }

    /** Returns the derivative of y = a^b with respect to b. */
    private static double powerByExponent(double a, double b, double y) {
        return a == 0 && b >= 0 ? 0 : y * StrictMath.log(a);
    }

    /** Returns the derivative of max(a, b) with respect to a, so that HotSpot need not branch. */
    private static double larger(double a, double b) {
        return 0.5 * ((a < b ? 0 : 1) + (a <= b ? 0 : 1));
    }

    /** Returns 1 / (1 + e^-a), computed so that the exponential cannot overflow. */
    private static double logistic(double a) {
        double e = Exponential.exp(-Math.abs(a));
        return (a < 0 ? e : 1) / (1 + e);
    }

    /** Returns log(1 + e^a) without overflow. The result is accurate for every a, however large or negative. */
    private static double softplus(double a) {
        return Math.max(a, 0) + StrictMath.log1p(Exponential.exp(-Math.abs(a)));
    }

    @Override
    public String toString() {
        return symbol;
    }
}
