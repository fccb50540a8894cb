package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A function of Values, compiled for whole batches. The function is written for one sample; its graph is traced, layers are
 * recognised in it, and everything runs over the batch without building a graph:
 *
 * <pre>{@code
 * var fast = Compiled.of(model.parameters(), (x, y) -> Losses.hinge(model.forward(x), y));
 * var batch = fast.batch(inputs, targets);
 * for (int k = 0; k < 100; k++) {
 *     double loss = fast.step(batch, 0.1);
 * }
 * }</pre>
 *
 * <p>The parameters are read at the beginning of each call, so edits in between count; {@code data} and {@code grad} of each
 * hold the new values at its end. The numbers are the engine's: on up to 128 samples every sum runs in the order in which
 * {@link Value#backward()} over the samples one by one would run it, on more of them slices are summed and then added up, the
 * same way for any number of threads.
 *
 * <p>The graph must be the same for every sample. A target may choose constants in it (the class of a cross-entropy), but a
 * branch on the data of inputs or parameters is refused. Values that are neither are constants, taken when the function is
 * traced. For targets that are measurements it is quicker to make them inputs: each different target is traced once.
 *
 * <p>One thread at a time may use an instance; large batches run on all processors by themselves.
 */
public final class Compiled {
    private final TracedFunction source;

    /** The loss of one sample. */
    @FunctionalInterface
    public interface SampleLoss {
        /**
         * The loss as a graph.
         *
         * @param x the inputs of the sample, or the outputs for them
         * @param y its target
         */
        Value of(Value[] x, double[] y);
    }

    Compiled(TracedFunction source) {
        this.source = source;
    }

    /**
     * Compiles a loss; the loss of a batch is the mean over its samples. Traced when the first batch is made.
     *
     * @param parameters what to find gradients for; one that is named twice counts once
     * @param loss the loss of one sample by its inputs and its target
     * @throws IllegalArgumentException if a parameter is not a leaf
     */
    public static Compiled of(List<Value> parameters, SampleLoss loss) {
        return new Compiled(source(parameters, (x, y) -> List.of(loss.of(x, y)), true));
    }

    /**
     * Compiles a loss and the outputs it is computed from, which {@link Batch#output} then tells.
     *
     * @param parameters what to find gradients for; one that is named twice counts once
     * @param forward the outputs for the inputs of one sample
     * @param loss the loss of one sample by its outputs and its target
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
     * Compiles outputs alone, to predict.
     *
     * @param parameters what may change between calls
     * @param forward the outputs for the inputs of one sample
     */
    public static Predictor predictor(List<Value> parameters, UnaryOperator<Value[]> forward) {
        return new Predictor(source(parameters, (x, y) -> List.of(forward.apply(x)), false));
    }

    private static TracedFunction source(List<Value> parameters, TracedFunction.Function function, boolean hasLoss) {
        return new TracedFunction(
                parameters,
                function,
                hasLoss,
                Kernels.BEST,
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * Samples with a target each, laid out for this function.
     *
     * @param x samples by features
     * @param y samples by targets
     * @throws IllegalArgumentException if the two do not fit, or if the graph of the function depends on data
     */
    public Batch batch(double[][] x, double[][] y) {
        return new Batch(source, x, y);
    }

    /** {@link #batch(double[][], double[][])} of one number for each sample. */
    public Batch batch(double[][] x, double[] y) {
        return batch(
                x, Arrays.stream(y).mapToObj(target -> new double[] {target}).toArray(double[][]::new));
    }

    /** {@link #batch(double[][], double[][])} of samples without targets. */
    public Batch batch(double[][] x) {
        return batch(x, new double[x.length][0]);
    }

    /**
     * The mean loss over the batch; leaves gradients alone.
     *
     * @throws IllegalArgumentException if another function made the batch
     */
    public double loss(Batch batch) {
        return meanLoss(run(batch, false), batch);
    }

    /**
     * The mean loss over the batch; sets {@code grad} of every parameter, whatever it was before.
     *
     * @throws IllegalArgumentException if another function made the batch
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
     * One step of gradient descent: {@link #gradients}, then {@code p.data -= learningRate * p.grad}.
     *
     * @return the mean loss before the step
     * @throws IllegalArgumentException if another function made the batch
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
                    "another function made this batch; make one with the batch(...) of " + this);
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
