package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;

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

    /** Returns a table of leaves that are drawn row by row from a normal distribution with mean 0. */
    static Value[][] normal(PythonRandom random, double deviation, int rows, int columns) {
        Value[][] table = new Value[rows][columns];
        for (Value[] row : table) {
            for (int i = 0; i < columns; i++) {
                row[i] = new Value(random.gauss(0, deviation));
            }
        }
        return table;
    }
}
