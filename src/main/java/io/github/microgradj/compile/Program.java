package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Layout;
import io.github.microgradj.engine.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function, sorted into what is computed once a step and what is computed for each sample.
 *
 * @param slots what is computed once a step
 * @param rows what is computed for each sample
 * @param affine the matrix products
 * @param gradients how many gradients a slice has, see {@link PartialSum}
 */
record Program(Slots slots, PerSample rows, List<Affine> affine, int gradients) {

    /**
     * The part that runs once a step.
     *
     * @param values the values, first of the parameters; constants are in place
     * @param steps in the order of computation
     * @param leaves how many slots are parameters or constants, the first ones
     * @param addends the slots that are added to the mean loss of the samples
     */
    record Slots(double[] values, List<SlotStep> steps, int leaves, int[] addends) {}

    /**
     * The part that runs for each sample.
     *
     * @param layout how the blocks lie in memory
     * @param widths how many nodes each block has
     * @param constants the blocks that never change, by the number they are full of
     * @param inputs the block of the inputs, those among them that are not used included
     * @param targets the block of the constants that depend on the target
     * @param targetNumbers which constants those are
     * @param requiresGrad the blocks that have gradients
     * @param loss the block of the loss of a sample, which is alone in it; -1 if there is none
     * @param outputs the block of the outputs; -1 if there is none
     * @param forward in the order of computation
     * @param tail the way back from the loss to the first affine block
     * @param body the way back from there on
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
        /** How many outputs there are. */
        int outputWidth() {
            return outputs < 0 ? 0 : widths[outputs];
        }
    }

    /** Reads the parameters and computes what depends on them alone. Without iterators: a step allocates nothing. */
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

    /** Most weights are parameters: they are turned round early, so that they are in memory when a vector of them is read. */
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
