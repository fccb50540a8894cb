package io.github.microgradj.compile.sequence;

import java.util.Arrays;

/** A program for sequences of one length. */
final class SequenceProgram {
    private final double[] values;
    private final double[] grads;
    private final int parameters;
    private final int loss;
    private final SequenceStep[] forward;
    private final SequenceStep[] backward;
    private final Patch[] patches;

    /**
     * An operand that an index selects.
     *
     * @param places the places among which that of the operand is
     * @param at its position there
     * @param position the position of the index in the sequence
     * @param candidates the place for each number of the index
     */
    record Patch(int[] places, int at, int position, int[] candidates) {}

    SequenceProgram(
            double[] values,
            double[] grads,
            int parameters,
            int loss,
            SequenceStep[] forward,
            SequenceStep[] backward,
            Patch[] patches) {
        this.values = values;
        this.grads = grads;
        this.parameters = parameters;
        this.loss = loss;
        this.forward = forward;
        this.backward = backward;
        this.patches = patches;
    }

    /** Returns the loss of a sequence. */
    double forward(double[] data, int[] sequence) {
        System.arraycopy(data, 0, values, 0, parameters);
        for (Patch patch : patches) {
            patch.places[patch.at] = patch.candidates[sequence[patch.position]];
        }
        for (SequenceStep step : forward) {
            step.forward(values);
        }
        return values[loss];
    }

    /** Adds to the gradients of the parameters. */
    void backward(double[] gradients, double weight) {
        System.arraycopy(gradients, 0, grads, 0, parameters);
        Arrays.fill(grads, parameters, grads.length, 0);
        grads[loss] += weight;
        for (SequenceStep step : backward) {
            step.backward(values, grads);
        }
        System.arraycopy(grads, 0, gradients, 0, parameters);
    }
}
