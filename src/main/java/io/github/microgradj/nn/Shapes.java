package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;

/** Input checks and conversions shared by neurons, layers and networks. */
final class Shapes {
    private Shapes() {}

    static void checkInputs(Module module, int expected, int given) {
        if (given != expected) {
            throw new IllegalArgumentException(module.getClass().getSimpleName() + " takes " + expected
                    + (expected == 1 ? " input" : " inputs") + ", got " + given);
        }
    }

    static void checkPositive(String rule, int given) {
        if (given < 1) {
            throw new IllegalArgumentException(rule + ", got " + given);
        }
    }

    static Value[] values(double[] x) {
        Value[] values = new Value[x.length];
        for (int i = 0; i < x.length; i++) {
            values[i] = new Value(x[i]);
        }
        return values;
    }
}
