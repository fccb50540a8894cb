package io.github.microgradj.compile;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Chains {@code ((b + w0*x0) + w1*x1) + ...} over the same inputs, as one matrix product: {@code Y = B + W X} with a row for
 * each node and a lane for each sample. On the way back {@code dX = W' dY} and {@code dW = dY X'}; the gradient of a bias
 * is the sum of its row of dY.
 */
final class Affine implements Instruction {
    private final int place;
    private final Shape shape;
    private final Kernels kernels;
    private final Quads weights;
    private final Quads transposed;
    private final double[] biases;
    /** Where the gradients of the weights begin in a slice: their slots if those lie row by row, else room of their own. */
    private final int gradients;

    private final int stride;
    /** The weights, if they do not lie in the slots row by row. */
    private final double[][] copies;

    private final Rows source;
    private final boolean inSlots;

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
     */
    record Shape(
            int[] inputs,
            int[] outputs,
            int[][] weights,
            int[] biases,
            int[] bases,
            int[] wanted,
            boolean[] fresh,
            boolean[] freshBases) {
        /** The distance between the rows of weights if they lie in the slots as rows of a matrix, else 0. */
        private int stride() {
            int stride = outputs.length > 1 ? weights[1][0] - weights[0][0] : inputs.length;
            for (int i = 0; i < outputs.length; i++) {
                for (int k = 0; k < inputs.length; k++) {
                    if (weights[i][k] != weights[0][0] + i * stride + k) {
                        return 0;
                    }
                }
            }
            return stride >= inputs.length ? stride : 0;
        }
    }

    /**
     * @param place the place of its sums in a slice
     * @param slots the values of the slots
     * @param free where gradients may be kept in a slice, if they cannot be in the slots of the weights
     */
    Affine(int place, Shape shape, double[] slots, int free, Kernels kernels) {
        this.place = place;
        this.shape = shape;
        this.kernels = kernels;
        int outputs = shape.outputs.length;
        weights = new Quads(outputs, shape.inputs.length);
        transposed = new Quads(shape.wanted.length, outputs);
        biases = new double[outputs];
        inSlots = shape.stride() > 0;
        stride = inSlots ? shape.stride() : shape.inputs.length;
        copies = new double[inSlots ? 0 : outputs][shape.inputs.length];
        source = inSlots ? Rows.of(slots, shape.weights[0][0], outputs, stride) : Rows.of(copies);
        gradients = inSlots ? shape.weights[0][0] : free;
    }

    /** The multiplications for one sample, there and back. */
    double products() {
        return 3.0 * shape.outputs.length * shape.inputs.length;
    }

    /** How many gradients it keeps apart from the slots. */
    int ownGradients() {
        return inSlots ? 0 : shape.outputs.length * shape.inputs.length;
    }

    /** The gradients of the weights among those of a slice. */
    Rows sums(double[] grads) {
        return Rows.of(grads, gradients, shape.outputs.length, stride);
    }

    /** Takes this step's weights from their slots. */
    void load(double[] slots) {
        Rows rows = rows(slots);
        if (shape.wanted.length == shape.inputs.length) {
            Quads.pack(rows, shape.inputs.length, weights, transposed);
        } else {
            weights.pack(rows, shape.inputs.length);
            packWanted(rows);
        }
        for (int i = 0; i < shape.biases.length; i++) {
            biases[i] = slots[shape.biases[i]];
        }
    }

    private Rows rows(double[] slots) {
        if (!inSlots) {
            for (int i = 0; i < copies.length; i++) {
                for (int k = 0; k < copies[i].length; k++) {
                    copies[i][k] = slots[shape.weights[i][k]];
                }
            }
        }
        return source;
    }

    private void packWanted(Rows rows) {
        for (int k = 0; k < shape.wanted.length; k++) {
            int place = transposed.place(k);
            for (int i = 0; i < rows.count(); i++) {
                transposed.array()[place + 4 * i] = rows.get(i, shape.wanted[k]);
            }
        }
    }

    /** Adds the gradients that are kept apart to those of the slots. */
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
        return shape.outputs;
    }

    @Override
    public int[] operands() {
        return IntStream.concat(Arrays.stream(shape.inputs), Arrays.stream(shape.bases))
                .toArray();
    }

    @Override
    public int[] backwardReads() {
        return shape.inputs;
    }

    @Override
    public Step bind(double[][] values, double[][] grads) {
        return new Bound(values, grads);
    }

    private final class Bound implements Step {
        private final double[][] x;
        private final double[][] y;
        private final Rows yRows;
        private final double[][] bases;
        private final double[][] dx;
        private final Rows dxRows;
        private final double[][] dy;
        private final Rows dyRows;
        private final double[][] dBases;
        private final double[] zeros;
        private final boolean allFresh;
        private final Kernels.Scratch scratch;

        Bound(double[][] values, double[][] grads) {
            x = Elementwise.pick(values, shape.inputs);
            y = Elementwise.pick(values, shape.outputs);
            yRows = Rows.of(y);
            bases = Elementwise.pick(values, shape.bases);
            int[] wanted = Arrays.stream(shape.wanted).map(k -> shape.inputs[k]).toArray();
            dx = Elementwise.pick(grads, wanted);
            dxRows = Rows.of(dx);
            dy = Elementwise.pick(grads, shape.outputs);
            dyRows = Rows.of(dy);
            dBases = Elementwise.pick(grads, shape.bases);
            zeros = new double[dx.length];
            allFresh = IntStream.range(0, dx.length).allMatch(k -> shape.fresh[k]);
            scratch = new Kernels.Scratch(y.length, x.length, Program.TILE);
        }

        @Override
        public void forward(int lanes) {
            for (int i = 0; i < bases.length; i++) {
                System.arraycopy(bases[i], 0, y[i], 0, lanes);
            }
            kernels.multiply(yRows, bases.length > 0 ? null : biases, weights, x, x.length, lanes);
        }

        @Override
        public void backward(int lanes, Slice into) {
            for (int k = 0; k < dx.length && !allFresh; k++) {
                if (shape.fresh[k]) {
                    Arrays.fill(dx[k], 0, lanes, 0);
                }
            }
            kernels.multiply(dxRows, allFresh ? zeros : null, transposed, dy, dy.length, lanes);
            kernels.outer(into.weights[place], dyRows, x, lanes, scratch);
            for (int i = 0; i < shape.biases.length; i += 4) {
                addSums(i, lanes, into.grads);
            }
            passOn(lanes);
        }

        /** Four sums at a time, because each has to wait for its last addition; at the end some twice. */
        private void addSums(int i, int lanes, double[] into) {
            int last = shape.biases.length - 1;
            double[] r0 = dy[i];
            double[] r1 = dy[Math.min(i + 1, last)];
            double[] r2 = dy[Math.min(i + 2, last)];
            double[] r3 = dy[Math.min(i + 3, last)];
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int l = 0; l < lanes; l++) {
                s0 += r0[l];
                s1 += r1[l];
                s2 += r2[l];
                s3 += r3[l];
            }
            addSum(i, s0, into);
            addSum(i + 1, s1, into);
            addSum(i + 2, s2, into);
            addSum(i + 3, s3, into);
        }

        private void addSum(int i, double sum, double[] into) {
            if (i < shape.biases.length) {
                into[shape.biases[i]] += sum;
            }
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
    }
}
