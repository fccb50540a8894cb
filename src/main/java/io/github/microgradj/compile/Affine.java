package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.kernel.Layout;
import io.github.microgradj.compile.kernel.Matrix;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A matrix product that computes chains {@code ((b + w0*x0) + w1*x1) + ...} over the same inputs: {@code Y = B + X W'},
 * with a row per sample and a column per node. The backward pass computes {@code dX = dY W} and {@code dW = dY' X}; the
 * gradient of a bias is the sum of its column of dY.
 */
final class Affine implements Instruction {
    private final int place;
    private final Shape shape;
    private final Kernels kernels;
    /** The weights: a view of the slots if the slots hold them row by row, otherwise a copy. */
    private final Matrix weights;

    private final boolean inSlots;
    private final boolean readsLeaves;
    /**
     * The offset of the weight gradients in a partial sum: the offset of the weights' slots if these hold the weights
     * row by row, otherwise the offset of a separate range.
     */
    private final int gradients;

    /** The transposed weights, a row per input. The numbers of a row are contiguous if vectors span nodes. */
    private final Matrix columns;

    private final boolean turns;

    private final double[] biases;

    /**
     * The shape of the product, and the places of its operands and results in memory.
     *
     * @param x the block of the inputs
     * @param inputs the number of inputs
     * @param y the block of the outputs
     * @param weights the slots of the weights, outputs by inputs
     * @param biases the slot of each bias; empty if the chains start with a product or with a per-sample node
     * @param base the block of the per-sample nodes with which the chains start; -1 if they do not start with such
     *     nodes
     * @param firstContributionX whether the backward pass has not yet added anything to the gradients of the inputs
     * @param firstContributionBase whether the backward pass has not yet added anything to the gradients of the nodes
     *     with which the chains start
     */
    record Shape(
            int x,
            int inputs,
            int y,
            int[][] weights,
            int[] biases,
            int base,
            boolean firstContributionX,
            boolean firstContributionBase) {
        int outputs() {
            return weights.length;
        }

        private boolean readsLeaves(int leaves) {
            return Stream.concat(Arrays.stream(weights), Stream.of(biases))
                    .flatMapToInt(Arrays::stream)
                    .allMatch(slot -> slot < leaves);
        }

        /** Returns the row stride of the weights if the slots hold them as a matrix, and 0 otherwise. */
        private int stride() {
            int stride = outputs() > 1 ? weights[1][0] - weights[0][0] : inputs;
            for (int i = 0; i < outputs(); i++) {
                for (int k = 0; k < inputs; k++) {
                    if (weights[i][k] != weights[0][0] + i * stride + k) {
                        return 0;
                    }
                }
            }
            return stride >= inputs ? stride : 0;
        }
    }

    /**
     * Creates the product.
     *
     * @param place the index of this product among those of the program
     * @param slots the values of the slots
     * @param leaves the number of slots that are parameters or constants
     * @param free the offset of the weight gradients in a partial sum if the slots of the weights cannot hold them
     */
    Affine(int place, Shape shape, double[] slots, int leaves, int free, Kernels kernels) {
        readsLeaves = shape.readsLeaves(leaves);
        this.place = place;
        this.shape = shape;
        this.kernels = kernels;
        int outputs = shape.outputs();
        int stride = shape.stride();
        inSlots = stride > 0;
        weights = inSlots
                ? Matrix.ofRows(slots, shape.weights[0][0], stride)
                : Matrix.ofRows(new double[Kernels.padded(outputs * shape.inputs)], 0, shape.inputs);
        turns = kernels.layout() == Layout.BY_SAMPLES;
        columns = turns ? Matrix.ofSpacedRows(shape.inputs, outputs) : weights.transposed();
        biases = new double[Kernels.padded(outputs)];
        gradients = inSlots ? shape.weights[0][0] : free;
    }

    /** Returns the number of multiplications per sample, forward and backward. */
    double products() {
        return 3.0 * shape.outputs() * shape.inputs;
    }

    /** Returns the number of gradients kept outside the slots. */
    int ownGradients() {
        return inSlots ? 0 : shape.outputs() * shape.inputs;
    }

    /** Returns a view of the weight gradients in the array of a partial sum. */
    Matrix sums(double[] grads) {
        return Matrix.ofRows(grads, gradients, weights.rowStride());
    }

    /**
     * Returns whether the weights and biases are parameters or constants, rather than values computed once per step.
     */
    boolean readsLeaves() {
        return readsLeaves;
    }

    /** Loads the weights and biases of this step from their slots. */
    void load(double[] slots) {
        if (!inSlots) {
            int next = 0;
            for (int[] row : shape.weights) {
                for (int slot : row) {
                    weights.array()[next++] = slots[slot];
                }
            }
        }
        if (turns) {
            weights.transposeInto(columns, shape.outputs(), shape.inputs);
        }
        for (int i = 0; i < shape.biases.length; i++) {
            biases[i] = slots[shape.biases[i]];
        }
    }

    /** Adds the gradients kept outside the slots to the gradients of the slots. */
    void collect(double[] grads) {
        if (inSlots) {
            return;
        }
        int next = gradients;
        for (int[] row : shape.weights) {
            for (int slot : row) {
                grads[slot] += grads[next++];
            }
        }
    }

    @Override
    public int[] outputs() {
        return new int[] {shape.y};
    }

    @Override
    public int[] operands() {
        return shape.base < 0 ? new int[] {shape.x} : new int[] {shape.x, shape.base};
    }

    @Override
    public int[] backwardReads() {
        return new int[] {shape.x};
    }

    @Override
    public Step bind(double[][] values, double[] @Nullable [] grads) {
        return new Bound(values, grads);
    }

    private final class Bound implements Step {
        private final int outputs = shape.outputs();
        private final Layout.Views x;
        private final Layout.Views y;
        private final Layout.@Nullable Views base;
        private final Matrix start = Matrix.ofRows(biases, 0, 0);
        private final Layout.@Nullable Views dx;
        private final Matrix zeros = Matrix.ofRows(new double[Kernels.padded(shape.inputs)], 0, 0);
        private final Layout.@Nullable Views dy;
        private final double @Nullable [] dBase;
        private final double[] biasSums = new double[Kernels.padded(outputs)];
        private final Kernels.Product forward = kernels.product(Layout.TILE, shape.inputs, outputs);
        private final Kernels.Product toInputs = kernels.product(Layout.TILE, outputs, shape.inputs);
        private final Kernels.Product toWeights = kernels.product(outputs, Layout.TILE, shape.inputs);

        Bound(double[][] values, double[] @Nullable [] grads) {
            x = kernels.layout().views(values[shape.x], shape.inputs);
            y = kernels.layout().views(values[shape.y], outputs);
            base = shape.base < 0 ? null : kernels.layout().views(values[shape.base], outputs);
            dx = views(grads[shape.x], shape.inputs);
            dy = views(grads[shape.y], outputs);
            dBase = shape.base < 0 ? null : grads[shape.base];
        }

        private Layout.@Nullable Views views(double @Nullable [] block, int width) {
            return block == null ? null : kernels.layout().views(block, width);
        }

        @Override
        public void forward(int samples) {
            Matrix first = base == null ? start : base.normal(samples);
            forward.run(y.normal(samples), first, x.normal(samples), columns, samples, shape.inputs);
        }

        @Override
        public void backward(int samples, PartialSum into) {
            if (dy == null) {
                return;
            }
            if (dx != null) {
                Matrix to = dx.normal(samples);
                toInputs.run(to, shape.firstContributionX ? zeros : to, dy.normal(samples), weights, samples, outputs);
            }
            Matrix sums = into.weights[place];
            toWeights.run(sums, sums, dy.transposed(samples), x.normal(samples), outputs, samples);
            if (shape.biases.length > 0) {
                kernels.sumRows(dy.normal(samples), samples, outputs, biasSums);
                for (int i = 0; i < outputs; i++) {
                    into.grads[shape.biases[i]] += biasSums[i];
                }
            }
            if (dBase != null) {
                passOn(dBase, dy.normal(samples).array(), samples * outputs);
            }
        }

        private void passOn(double[] to, double[] from, int length) {
            if (shape.firstContributionBase) {
                System.arraycopy(from, 0, to, 0, length);
                return;
            }
            for (int i = 0; i < length; i++) {
                to[i] += from[i];
            }
        }
    }
}
