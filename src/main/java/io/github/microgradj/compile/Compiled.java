package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A function of Values that is compiled for whole batches. The function is written for one sample. Its graph is traced
 * and searched for layers, and the compiled function then runs over a batch without building a graph:
 *
 * <pre>{@code
 * var fast = Compiled.of(model.parameters(), (x, y) -> Losses.hinge(model.forward(x), y));
 * var batch = fast.batch(inputs, targets);
 * for (int k = 0; k < 100; k++) {
 *     double loss = fast.step(batch, 0.1);
 * }
 * }</pre>
 *
 * <p>The parameters are read at the start of each call, so edits between calls take effect. {@link #gradients} sets the
 * {@code grad} of each parameter, and {@link #step} also updates its {@code data}. On up to 128 samples, the results
 * equal the engine's bit for bit: every sum adds its terms in the same order as calls to {@link Value#backward()} for
 * one sample after another. On more samples, each slice of the batch is summed, and then these sums are added, in the
 * same order for any number of threads.
 *
 * <p>The graph must be the same for every sample. A target may select constants in the graph, as the class does in a
 * cross-entropy, but a branch on the data of inputs or parameters is rejected. Values that are neither inputs nor
 * parameters are constants, which are read when the function is traced. The function is traced once per distinct
 * target, so a continuous target is faster as an input.
 *
 * <p>Only one thread at a time may use an instance; large batches use all processors.
 */
public final class Compiled {
    private final TracedFunction source;

    /** The loss of one sample. */
    @FunctionalInterface
    public interface SampleLoss {
        /**
         * Returns the loss as a graph.
         *
         * @param x the inputs of the sample, or the outputs computed from them
         * @param y the target of the sample
         */
        Value of(Value[] x, double[] y);
    }

    Compiled(TracedFunction source) {
        this.source = source;
    }

    /**
     * Compiles a loss. The loss of a batch is the mean over its samples. The function is traced when the first batch is
     * created.
     *
     * @param parameters the parameters whose gradients are computed; duplicates count once
     * @param loss the loss of one sample, given its inputs and its target
     * @throws IllegalArgumentException if a parameter is not a leaf
     */
    public static Compiled of(List<Value> parameters, SampleLoss loss) {
        return new Compiled(source(parameters, (x, y) -> List.of(loss.of(x, y)), true));
    }

    /**
     * Compiles a loss together with the outputs from which it is computed; {@link Batch#output} returns the outputs.
     *
     * @param parameters the parameters whose gradients are computed; duplicates count once
     * @param forward computes the outputs from the inputs of one sample
     * @param loss the loss of one sample, given its outputs and its target
     * @throws IllegalArgumentException if a parameter is not a leaf
     */
    public static Compiled of(List<Value> parameters, UnaryOperator<Value[]> forward, SampleLoss loss) {
        TracedFunction.Function function = (x, y) -> {
            Value[] outputs = forward.apply(x);
            List<Value> roots = new ArrayList<>(List.of(loss.of(outputs, y)));
            roots.addAll(Arrays.asList(outputs));
            return roots;
        };
        return new Compiled(source(parameters, function, true));
    }

    /**
     * Compiles only the outputs of a function, for prediction.
     *
     * @param parameters the Values that may change between calls
     * @param forward computes the outputs from the inputs of one sample
     * @throws IllegalArgumentException if a parameter is not a leaf
     */
    public static Predictor predictor(List<Value> parameters, UnaryOperator<Value[]> forward) {
        return new Predictor(source(parameters, (x, y) -> List.of(forward.apply(x)), false));
    }

    private static TracedFunction source(List<Value> parameters, TracedFunction.Function function, boolean hasLoss) {
        return new TracedFunction(
                parameters,
                function,
                hasLoss,
                Kernels.BEST.forParameters(parameters.size()),
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * Lays out samples and their targets for this function.
     *
     * @param x samples by features
     * @param y samples by targets
     * @throws IllegalArgumentException if there are no samples, if the shapes do not match, or if the graph of the
     *     function depends on data
     */
    public Batch batch(double[][] x, double[][] y) {
        return new Batch(source, x, y);
    }

    /** Lays out samples with one target number each; see {@link #batch(double[][], double[][])}. */
    public Batch batch(double[][] x, double[] y) {
        return batch(
                x, Arrays.stream(y).mapToObj(target -> new double[] {target}).toArray(double[][]::new));
    }

    /** Lays out samples without targets; see {@link #batch(double[][], double[][])}. */
    public Batch batch(double[][] x) {
        return batch(x, new double[x.length][0]);
    }

    /**
     * Returns the mean loss over the batch, and leaves the gradients unchanged.
     *
     * @throws IllegalArgumentException if the batch belongs to another function
     */
    public double loss(Batch batch) {
        return meanLoss(run(batch, false), batch);
    }

    /**
     * Returns the mean loss over the batch, and sets the {@code grad} of every parameter without accumulating.
     *
     * @throws IllegalArgumentException if the batch belongs to another function
     */
    public double gradients(Batch batch) {
        PartialSum total = run(batch, true);
        double[] grads = backward(total, batch.program());
        Value[] parameters = source.parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i].grad = grads[i];
        }
        return meanLoss(total, batch);
    }

    /**
     * Takes one step of gradient descent: sets the gradients as {@link #gradients} does, and then updates each
     * parameter by {@code p.data -= learningRate * p.grad}.
     *
     * @return the mean loss before the step
     * @throws IllegalArgumentException if the batch belongs to another function
     */
    public double step(Batch batch, double learningRate) {
        PartialSum total = run(batch, true);
        double[] grads = backward(total, batch.program());
        Value[] parameters = source.parameters();
        for (int i = 0; i < parameters.length; i++) {
            Value parameter = parameters[i];
            parameter.grad = grads[i];
            parameter.data -= learningRate * grads[i];
        }
        return meanLoss(total, batch);
    }

    private PartialSum run(Batch batch, boolean backward) {
        if (!batch.isOf(source)) {
            throw new IllegalArgumentException(
                    "this batch belongs to another function; create a batch with the batch(...) method of " + this);
        }
        return batch.run(backward);
    }

    private static double[] backward(PartialSum total, Program program) {
        Program.Slots slots = program.slots();
        double[] grads = total.grads;
        for (int i = 0; i < program.affine().size(); i++) {
            program.affine().get(i).collect(grads);
        }
        for (int slot : slots.addends()) {
            grads[slot] += 1;
        }
        for (int i = slots.steps().size() - 1; i >= 0; i--) {
            slots.steps().get(i).backward(grads);
        }
        return grads;
    }

    private static double meanLoss(PartialSum total, Batch batch) {
        Program.Slots slots = batch.program().slots();
        double mean = total.loss * (1.0 / batch.size());
        for (int slot : slots.addends()) {
            mean += slots.values()[slot];
        }
        return mean;
    }

    @Override
    public String toString() {
        return "Compiled(" + source.parameters().length + " parameters)";
    }
}
