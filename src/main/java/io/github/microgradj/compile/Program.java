package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Layout;
import io.github.microgradj.engine.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A compiled function, divided into a per-step and a per-sample part.
 *
 * @param slots the per-step part
 * @param rows the per-sample part
 * @param affine the matrix products
 * @param gradients the number of gradients in a {@link PartialSum}
 */
record Program(Slots slots, PerSample rows, List<Affine> affine, int gradients) {

    /**
     * The part that runs once per step.
     *
     * @param values the values, parameters first; constants are already set
     * @param steps the steps, in order
     * @param leaves the number of slots at the start of the array that hold parameters or constants
     * @param addends the slots that are added to the mean loss of the samples
     */
    record Slots(double[] values, List<SlotStep> steps, int leaves, int[] addends) {}

    /**
     * The part that runs for each sample.
     *
     * @param layout the memory layout of the blocks
     * @param widths the number of nodes in each block
     * @param constants the blocks that never change, with the number that fills each
     * @param inputs the block of the inputs, including unused ones
     * @param targets the block of the constants that depend on the target
     * @param targetNumbers the indices of those constants
     * @param requiresGrad the blocks that have gradients
     * @param loss the block whose only column contains the loss of each sample; -1 if there is none
     * @param outputs the block of the outputs; -1 if there is none
     * @param forward the instructions of the forward pass, in order
     * @param tail the backward pass from the loss to the first affine block
     * @param body the rest of the backward pass
     */
    record PerSample(
            Layout layout,
            int[] widths,
            Map<Integer, Double> constants,
            int inputs,
            int targets,
            int[] targetNumbers,
            Set<Integer> requiresGrad,
            int loss,
            int outputs,
            List<Instruction> forward,
            List<Instruction> tail,
            List<Instruction> body) {
        /** Returns the number of outputs. */
        int outputWidth() {
            return outputs < 0 ? 0 : widths[outputs];
        }
    }

    /**
     * Reads the parameters and computes the per-step values. Does not use iterators, so that a step allocates nothing.
     */
    void begin(Value[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            slots.values[i] = parameters[i].data;
        }
        loadWeights(true);
        for (int i = 0; i < slots.steps.size(); i++) {
            slots.steps.get(i).forward(slots.values);
        }
        loadWeights(false);
    }

    /**
     * Loads the weights of the products that read only leaves or, if {@code leaves} is false, those of the other
     * products. Most weights are leaves, which are loaded and transposed early, so that the transposed numbers have
     * reached memory before they are read as vectors.
     */
    private void loadWeights(boolean leaves) {
        for (int i = 0; i < affine.size(); i++) {
            if (affine.get(i).readsLeaves() == leaves) {
                affine.get(i).load(slots.values);
            }
        }
    }

    PartialSum newSlice() {
        return new PartialSum(gradients, affine);
    }
}
