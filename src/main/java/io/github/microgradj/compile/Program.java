package io.github.microgradj.compile;

import io.github.microgradj.engine.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function, sorted into what is computed once a step and what is computed for each sample.
 *
 * @param slots what is computed once a step
 * @param rows what is computed for each sample
 * @param affine the affine blocks, by place
 * @param gradients how many gradients a slice has, see {@link Slice}
 */
record Program(Slots slots, PerSample rows, List<Affine> affine, int gradients) {
    /** Samples that run together: their rows fit the caches next to the processor. A multiple of {@link Kernels#PADDING}. */
    static final int TILE = 128;

    /**
     * The part that runs once a step.
     *
     * @param values the values, first of the parameters; constants are in place
     * @param steps in the order of computation
     * @param addends the slots that are added to the mean loss of the samples
     */
    record Slots(double[] values, List<SlotStep> steps, int[] addends) {}

    /**
     * The part that runs for each sample.
     *
     * @param count how many rows there are
     * @param constants the row of each number that is the same for all samples
     * @param inputs the row of each input, -1 of one that is not used
     * @param targets the row of each constant that depends on the target, by the constant's number
     * @param wanted the rows that have gradients
     * @param loss the row of the loss of a sample, -1 if there is none
     * @param outputs the rows of the outputs
     * @param forward in the order of computation
     * @param tail the way back from the loss to the first affine block
     * @param body the way back from there on
     */
    record PerSample(
            int count,
            Map<Double, Integer> constants,
            int[] inputs,
            Map<Integer, Integer> targets,
            Set<Integer> wanted,
            int loss,
            int[] outputs,
            List<Instruction> forward,
            List<Instruction> tail,
            List<Instruction> body) {}

    /** Reads the parameters and computes what depends on them alone. Without iterators: a step allocates nothing. */
    void begin(Value[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            slots.values[i] = parameters[i].data;
        }
        for (int i = 0; i < slots.steps.size(); i++) {
            slots.steps.get(i).forward(slots.values);
        }
        for (int i = 0; i < affine.size(); i++) {
            affine.get(i).load(slots.values);
        }
    }

    Slice newSlice() {
        return new Slice(gradients, affine);
    }
}
