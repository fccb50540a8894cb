package io.github.microgradj.compile;

import java.util.Arrays;

/**
 * A node that is computed once a step, repeated for every sample because an operation needs it there.
 *
 * @param slot its value among those computed once a step
 * @param row where it is repeated
 */
record Spread(int slot, int row, double[] slots) implements Instruction {
    @Override
    public int[] outputs() {
        return new int[] {row};
    }

    @Override
    public int[] operands() {
        return new int[0];
    }

    @Override
    public int[] backwardReads() {
        return new int[0];
    }

    @Override
    public Step bind(double[][] values, double[][] grads) {
        double[] y = values[row];
        double[] dy = grads[row];
        return new Step() {
            @Override
            public void forward(int lanes) {
                Arrays.fill(y, 0, lanes, slots[slot]);
            }

            @Override
            public void backward(int lanes, Slice slice) {
                double sum = slice.grads[slot];
                for (int l = 0; l < lanes; l++) {
                    sum += dy[l];
                }
                slice.grads[slot] = sum;
            }
        };
    }
}
