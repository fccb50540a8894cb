package io.github.microgradj.bench;

import io.github.microgradj.nn.Neuron;
import java.util.Arrays;
import java.util.List;

/**
 * Training steps of the notebook's network, written by hand: plain loops over arrays, for ReLU layers, one output,
 * hinge and L2. This is what a programmer would write who does not need autograd and knows that inner loops should run
 * over adjacent neurons.
 */
final class JavaSteps implements Training.Steps {
    private final Task task;
    private final Dense[] layers;
    /**
     * The outputs of each layer, preceded by the inputs; {@code dx} has the derivatives of the loss with respect to
     * them.
     */
    private final double[][] x;

    private final double[][] dx;

    /** A layer: a row of weights for each input, then a row of biases. */
    private static final class Dense {
        private final double[][] start;
        private final double[][] weights;
        private final double[][] gradients;
        private final boolean relu;

        Dense(List<Neuron> neurons, boolean relu) {
            int rows = neurons.get(0).parameters().size();
            start = new double[rows][neurons.size()];
            for (int n = 0; n < neurons.size(); n++) {
                for (int i = 0; i < rows; i++) {
                    start[i][n] = neurons.get(n).parameters().get(i).data;
                }
            }
            weights = new double[rows][neurons.size()];
            gradients = new double[rows][neurons.size()];
            this.relu = relu;
        }

        void forward(double[] x, double[] y) {
            int inputs = weights.length - 1;
            System.arraycopy(weights[inputs], 0, y, 0, y.length);
            for (int i = 0; i < inputs; i++) {
                add(y, weights[i], x[i]);
            }
            for (int n = 0; relu && n < y.length; n++) {
                y[n] = Math.max(y[n], 0);
            }
        }

        void backward(double[] x, double[] y, double[] dx, double[] dy) {
            int inputs = weights.length - 1;
            for (int n = 0; relu && n < y.length; n++) {
                dy[n] = y[n] > 0 ? dy[n] : 0;
            }
            for (int i = 0; i < inputs; i++) {
                add(gradients[i], dy, x[i]);
                double sum = 0;
                for (int n = 0; n < dy.length; n++) {
                    sum += weights[i][n] * dy[n];
                }
                dx[i] = sum;
            }
            add(gradients[inputs], dy, 1);
        }

        private static void add(double[] to, double[] row, double times) {
            for (int n = 0; n < to.length; n++) {
                to[n] += row[n] * times;
            }
        }

        /** Sets the gradients to those of alpha * p * p, and returns the sum of p * p. */
        double penalty(double alpha) {
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                for (int n = 0; n < weights[i].length; n++) {
                    squares += weights[i][n] * weights[i][n];
                    gradients[i][n] = 2 * alpha * weights[i][n];
                }
            }
            return squares;
        }

        void descend(double rate) {
            for (int i = 0; i < weights.length; i++) {
                add(weights[i], gradients[i], -rate);
            }
        }

        void reset() {
            for (int i = 0; i < start.length; i++) {
                System.arraycopy(start[i], 0, weights[i], 0, start[i].length);
            }
        }
    }

    JavaSteps(Task task) {
        this.task = task;
        var model = task.model();
        layers = new Dense[model.layers().size()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new Dense(model.layers().get(i).neurons(), i < layers.length - 1);
        }
        x = Arrays.stream(task.widths()).mapToObj(double[]::new).toArray(double[][]::new);
        dx = Arrays.stream(task.widths()).mapToObj(double[]::new).toArray(double[][]::new);
    }

    @Override
    public void reset() {
        for (Dense layer : layers) {
            layer.reset();
        }
    }

    @Override
    public double step(double rate) {
        double squares = 0;
        for (Dense layer : layers) {
            squares += layer.penalty(task.alpha());
        }
        double sum = 0;
        for (int s = 0; s < task.y().length; s++) {
            sum += sample(task.x()[s], task.y()[s]);
        }
        for (Dense layer : layers) {
            layer.descend(rate);
        }
        return sum / task.y().length + task.alpha() * squares;
    }

    /** Adds the gradients of a sample, and returns its loss. */
    private double sample(double[] features, double y) {
        x[0] = features;
        for (int i = 0; i < layers.length; i++) {
            layers[i].forward(x[i], x[i + 1]);
        }
        double margin = 1 - y * x[layers.length][0];
        if (margin > 0) {
            dx[layers.length][0] = -y / task.y().length;
            for (int i = layers.length - 1; i >= 0; i--) {
                layers[i].backward(x[i], x[i + 1], dx[i], dx[i + 1]);
            }
        }
        return Math.max(margin, 0);
    }
}
