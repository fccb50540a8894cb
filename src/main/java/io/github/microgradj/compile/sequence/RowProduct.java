package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.kernel.Layout;
import io.github.microgradj.compile.kernel.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A step that applies one layer to several rows: {@code Y = B + X W'}, with a row for each position at which the layer
 * occurs. The backward pass computes {@code dX = dY W} and {@code dW = dY' X}.
 */
final class RowProduct implements SequenceStep {
    private final ProductShape shape;
    private final Kernels kernels;
    private final Kernels.Product forward;
    private final Kernels.Product toWeights;
    private final InputGradient[] toInputs;
    private final boolean turns;
    private final Matrix columns;
    private final Matrix x;
    private final Matrix y;
    /** The numbers with which the sums start: their bases, which are first copied to {@code y}, or zeros. */
    private final Matrix start;

    private final Matrix weights;
    private final Matrix dyTransposed;
    private final Matrix dWeights;

    /**
     * The shape of the product, and the places of its operands and results in memory.
     *
     * @param rows the number of rows
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     * @param x the place of the rows of inputs
     * @param gathered the places from which the rows of inputs are copied; null if the rows need no copy
     * @param distinct whether no input occurs twice or depends on an index
     * @param y the place of the rows of outputs
     * @param weights the place of the weights, which have a row for each output
     * @param stride the distance between rows of weights
     * @param base for each output of each row, the place of the node with which its sum starts; null if the sums start
     *     with products
     * @param baseOrder the outputs whose bases have gradients, in the order of the backward pass
     * @param orders for each row, the outputs in the order in which they add to the gradients of the inputs
     */
    record ProductShape(
            int rows,
            int inputs,
            int outputs,
            int x,
            int @Nullable [] gathered,
            boolean distinct,
            int y,
            int weights,
            int stride,
            int @Nullable [] base,
            int[] baseOrder,
            int[][] orders) {
        ProductShape copy(MemoryCopy memory) {
            return new ProductShape(
                    rows,
                    inputs,
                    outputs,
                    x,
                    memory.ofNullable(gathered),
                    distinct,
                    y,
                    weights,
                    stride,
                    memory.ofNullable(base),
                    baseOrder,
                    orders);
        }
    }

    /**
     * Rows whose outputs add to the gradients of the inputs in the same order.
     *
     * @param rows the number of rows
     * @param dx the gradients of their inputs
     * @param dy the gradients of their outputs
     * @param product the product that adds in this order
     */
    private record InputGradient(int rows, Matrix dx, Matrix dy, Kernels.Product product) {}

    RowProduct(ProductShape shape, double[] values, double[] grads, Kernels kernels) {
        this.shape = shape;
        this.kernels = kernels;
        turns = kernels.layout() == Layout.BY_SAMPLES;
        forward = kernels.product(shape.rows, shape.inputs, shape.outputs);
        toWeights = kernels.product(shape.outputs, shape.rows, shape.inputs);
        x = Matrix.ofRows(values, shape.x, shape.inputs);
        y = Matrix.ofRows(values, shape.y, shape.outputs);
        start = shape.base == null ? Matrix.ofRows(new double[Kernels.padded(shape.outputs)], 0, 0) : y;
        weights = Matrix.ofRows(values, shape.weights, shape.stride);
        columns = turns ? Matrix.ofSpacedRows(shape.inputs, shape.outputs) : weights.transposed();
        dyTransposed = Matrix.ofRows(grads, shape.y, shape.outputs).transposed();
        dWeights = Matrix.ofRows(grads, shape.weights, shape.stride);
        int[] ends = IntStream.rangeClosed(1, shape.rows)
                .filter(r -> r == shape.rows || !Arrays.equals(shape.orders[r], shape.orders[r - 1]))
                .toArray();
        toInputs = new InputGradient[ends.length];
        for (int i = 0; i < ends.length; i++) {
            int from = i == 0 ? 0 : ends[i - 1];
            int rows = ends[i] - from;
            int[] order = shape.orders[from];
            boolean natural =
                    Arrays.equals(order, IntStream.range(0, order.length).toArray());
            toInputs[i] = new InputGradient(
                    rows,
                    Matrix.ofRows(grads, shape.x + from * shape.inputs, shape.inputs),
                    Matrix.ofRows(grads, shape.y + from * shape.outputs, shape.outputs),
                    natural
                            ? kernels.product(rows, shape.outputs, shape.inputs)
                            : kernels.orderedProduct(rows, order, shape.inputs));
        }
    }

    @Override
    public void forward(double[] values) {
        copy(values, shape.gathered, values, shape.x);
        copy(values, shape.base, values, shape.y);
        if (turns) {
            weights.transposeInto(columns, shape.outputs, shape.inputs);
        }
        forward.run(y, start, x, columns, shape.rows, shape.inputs);
    }

    private static void copy(double[] from, int @Nullable [] places, double[] to, int at) {
        for (int i = 0; places != null && i < places.length; i++) {
            to[at + i] = from[places[i]];
        }
    }

    @Override
    public SequenceStep copy(MemoryCopy memory) {
        return new RowProduct(shape.copy(memory), memory.values(), memory.grads(), kernels);
    }

    @Override
    public void backward(double[] values, double[] grads) {
        if (shape.base != null) {
            for (int output : shape.baseOrder) {
                grads[shape.base[output]] += grads[shape.y + output];
            }
        }
        if (shape.gathered == null) {
            toInputs();
        } else if (shape.distinct) {
            copy(grads, shape.gathered, grads, shape.x);
            toInputs();
            for (int i = 0; i < shape.gathered.length; i++) {
                grads[shape.gathered[i]] = grads[shape.x + i];
            }
        } else {
            addOneByOne(values, grads, shape.gathered);
        }
        toWeights.run(dWeights, dWeights, dyTransposed, x, shape.outputs, shape.rows);
    }

    private void toInputs() {
        for (InputGradient each : toInputs) {
            each.product.run(each.dx, each.dx, each.dy, weights, each.rows, shape.outputs);
        }
    }

    /** Adds to the gradients of inputs among which the same node may occur several times. */
    private void addOneByOne(double[] values, double[] grads, int[] inputs) {
        for (int r = 0; r < shape.rows; r++) {
            int first = r * shape.inputs;
            for (int output : shape.orders[r]) {
                double gradient = grads[shape.y + r * shape.outputs + output];
                int weight = shape.weights + output * shape.stride;
                for (int k = 0; k < shape.inputs; k++) {
                    grads[inputs[first + k]] += values[weight + k] * gradient;
                }
            }
        }
    }
}
