package io.github.microgradj.compile;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chains {@code ((b + w0*x0) + w1*x1) + ...} over the same inputs, as one matrix product: {@code Y = B + W X} with a row for
 * each node and a lane for each sample. On the way back {@code dX = W' dY} and {@code dW = dY X'}; the bias is the weight of an
 * input that is always 1.
 */
final class Affine implements Instruction {
    private final int place;
    private final Shape shape;
    private final Kernels kernels;
    private final double[][] weights;
    private final double[][] transposed;
    private final double[] biases;

    /**
     * What is multiplied with what.
     *
     * @param inputs the rows of x
     * @param outputs the rows of y
     * @param weights the slots of the weights, for each output by inputs
     * @param biases the slot of each bias; none if the chains start with a product or with a row
     * @param bases the row each chain starts with; none if they start otherwise
     * @param wanted which inputs pass gradients on
     * @param fresh for each of {@code wanted} whether nobody has added to its gradient before, on the way back
     * @param freshBases the same for each base
     * @param ones a row of ones
     */
    record Shape(
            int[] inputs,
            int[] outputs,
            Places[] weights,
            int[] biases,
            int[] bases,
            int[] wanted,
            boolean[] fresh,
            boolean[] freshBases,
            int ones) {}

    /** @param place the place of its gradients in a slice */
    Affine(int place, Shape shape, Kernels kernels) {
        this.place = place;
        this.shape = shape;
        this.kernels = kernels;
        weights = new double[shape.outputs.length][shape.inputs.length];
        transposed = new double[shape.wanted.length][shape.outputs.length];
        biases = new double[shape.outputs.length];
    }

    /** The multiplications for one sample, there and back. */
    double products() {
        return 3.0 * shape.outputs.length * shape.inputs.length;
    }

    /** Takes this step's weights from their slots. */
    void load(double[] slots) {
        for (int i = 0; i < weights.length; i++) {
            double[] row = weights[i];
            shape.weights[i].gather(slots, row);
            for (int k = 0; k < shape.wanted.length; k++) {
                transposed[k][i] = row[shape.wanted[k]];
            }
        }
        for (int i = 0; i < shape.biases.length; i++) {
            biases[i] = slots[shape.biases[i]];
        }
    }

    /** The columns of the gradient: one for each weight of a chain, and one for the bias if there is one. */
    private int columns() {
        return shape.inputs.length + (shape.biases.length > 0 ? 1 : 0);
    }

    /** Whether the gradients are kept by columns: whatever wastes less of the padding. */
    private boolean byColumns() {
        int outputs = shape.outputs.length;
        return columns() * Kernels.padded(outputs) < outputs * Kernels.padded(columns());
    }

    /** Room for the gradients of the weights. */
    double[][] newSums() {
        int outputs = shape.outputs.length;
        return byColumns()
                ? new double[columns()][Kernels.padded(outputs)]
                : new double[outputs][Kernels.padded(columns())];
    }

    /** Adds the gradients of a slice to those of the slots. */
    void store(Slice slice, double[] gradients) {
        double[][] sums = slice.weights[place];
        boolean byColumns = byColumns();
        for (int i = 0; i < weights.length; i++) {
            Places places = shape.weights[i];
            for (int k = 0; k < places.size(); k++) {
                gradients[places.get(k)] += byColumns ? sums[k][i] : sums[i][k];
            }
        }
        int last = shape.inputs.length;
        for (int i = 0; i < shape.biases.length; i++) {
            gradients[shape.biases[i]] += byColumns ? sums[last][i] : sums[i][last];
        }
    }

    @Override
    public int[] outputs() {
        return shape.outputs;
    }

    @Override
    public int[] backwardReads() {
        return shape.inputs;
    }

    @Override
    public Step bind(double[][] values, double[][] grads) {
        double[][] x = Elementwise.pick(values, shape.inputs);
        double[][] y = Elementwise.pick(values, shape.outputs);
        double[][] bases = Elementwise.pick(values, shape.bases);
        double[][] dx = Elementwise.pick(
                grads, Arrays.stream(shape.wanted).map(k -> shape.inputs[k]).toArray());
        double[][] dy = Elementwise.pick(grads, shape.outputs);
        double[][] dBases = Elementwise.pick(grads, shape.bases);
        double[][] columns = Stream.concat(Arrays.stream(x), Stream.of(values[shape.ones]))
                .limit(columns())
                .toArray(double[][]::new);
        double[][] p = byColumns() ? columns : dy;
        double[][] q = byColumns() ? dy : columns;
        double[][] panel = new double[values[shape.ones].length][Kernels.padded(q.length)];
        boolean allFresh = IntStream.range(0, dx.length).allMatch(k -> shape.fresh[k]);
        double[] zeros = new double[dx.length];
        return new Step() {
            @Override
            public void forward(int lanes) {
                for (int i = 0; i < bases.length; i++) {
                    System.arraycopy(bases[i], 0, y[i], 0, lanes);
                }
                kernels.multiply(y, bases.length > 0 ? null : biases, weights, x, x.length, lanes);
            }

            @Override
            public void backward(int lanes, Slice slice) {
                for (int k = 0; k < dx.length && !allFresh; k++) {
                    if (shape.fresh[k]) {
                        Arrays.fill(dx[k], 0, lanes, 0);
                    }
                }
                kernels.multiply(dx, allFresh ? zeros : null, transposed, dy, dy.length, lanes);
                kernels.outer(slice.weights[place], p, q, lanes, panel);
                passOn(lanes);
            }

            private void passOn(int lanes) {
                for (int i = 0; i < dBases.length; i++) {
                    double[] into = dBases[i];
                    if (into != null) {
                        for (int l = 0; l < lanes; l++) {
                            into[l] = (shape.freshBases[i] ? 0 : into[l]) + dy[i][l];
                        }
                    }
                }
            }
        };
    }
}
