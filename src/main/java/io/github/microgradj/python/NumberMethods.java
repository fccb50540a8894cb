package io.github.microgradj.python;

import io.github.microgradj.python.Methods.Table;
import io.github.microgradj.python.value.PythonNumbers;

/** The methods of {@code int} and {@code float}. */
final class NumberMethods {
    static final Table<Object> INTS = new Table<>("int")
            .row("bit_length", 0, 0, (x, a) ->
                    (long) PythonNumbers.big(BuiltIns.number(x)).abs().bitLength())
            .row("bit_count", 0, 0, (x, a) ->
                    (long) PythonNumbers.big(BuiltIns.number(x)).abs().bitCount())
            .row("conjugate", 0, 0, (x, a) -> x);

    static final Table<Object> FLOATS = new Table<>("float")
            .row("is_integer", 0, 0, (x, a) -> isInteger(PythonNumbers.real(x)))
            .row("conjugate", 0, 0, (x, a) -> x);

    private NumberMethods() {}

    private static boolean isInteger(double x) {
        return Double.isFinite(x) && x == Math.rint(x);
    }
}
