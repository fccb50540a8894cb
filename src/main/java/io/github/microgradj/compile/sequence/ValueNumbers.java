package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Value;
import java.util.Arrays;

/**
 * A numbering of Values with consecutive numbers, in the order in which the Values are added. The {@code grad} of a
 * Value holds its number until {@link #close()} restores the gradient. A hash map would take up most of the time of a
 * trace, because the JVM would have to create a hash code for each of several hundred thousand Values.
 */
final class ValueNumbers implements AutoCloseable {
    private Value[] values = new Value[1 << 10];
    private double[] grads = new double[values.length];
    private int size;

    /** Returns the number of a Value, or -1 if it has not been added. */
    @SuppressWarnings("ReferenceEquality")
    int of(Value value) {
        int number = (int) value.grad;
        return number >= 0 && number < size && values[number] == value ? number : -1;
    }

    /** Adds a Value, and returns its number. */
    int add(Value value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            grads = Arrays.copyOf(grads, 2 * size);
        }
        values[size] = value;
        grads[size] = value.grad;
        value.grad = size;
        return size++;
    }

    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            values[i].grad = grads[i];
        }
    }
}
