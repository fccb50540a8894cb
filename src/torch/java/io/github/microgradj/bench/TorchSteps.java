package io.github.microgradj.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import io.github.microgradj.nn.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * Training steps in PyTorch: each layer has a tensor of weights and one of biases, and the batch is processed as a
 * whole.
 */
final class TorchSteps implements Training.Steps {
    private final Task task;
    private final NDArray x;
    /**
     * The factors of a sample's scores in its loss: the target of a hinge, or the true class of a cross-entropy as
     * one-hot.
     */
    private final NDArray y;

    private final List<NDArray> parameters = new ArrayList<>();
    private final List<NDArray> start = new ArrayList<>();

    TorchSteps(Task task) {
        this.task = task;
        NDManager manager = NDManager.newBaseManager();
        x = manager.create(task.x());
        y = manager.create(targets(task));
        for (Layer layer : task.model().layers()) {
            add(manager.create(weights(layer)));
            add(manager.create(biases(layer)));
        }
    }

    private void add(NDArray tensor) {
        start.add(tensor.duplicate());
        tensor.setRequiresGradient(true);
        parameters.add(tensor);
    }

    private static double[][] targets(Task task) {
        int outputs = task.widths()[task.widths().length - 1];
        double[][] y = new double[task.y().length][outputs];
        for (int s = 0; s < y.length; s++) {
            if (outputs == 1) {
                y[s][0] = task.y()[s];
            } else {
                y[s][(int) task.y()[s]] = 1;
            }
        }
        return y;
    }

    private static double[][] weights(Layer layer) {
        return layer.neurons().stream()
                .map(neuron -> neuron.parameters().stream()
                        .limit(neuron.parameters().size() - 1)
                        .mapToDouble(p -> p.data)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] biases(Layer layer) {
        return layer.neurons().stream()
                .mapToDouble(
                        neuron -> neuron.parameters().get(neuron.parameters().size() - 1).data)
                .toArray();
    }

    @Override
    public void reset() {
        for (int i = 0; i < start.size(); i++) {
            start.get(i).copyTo(parameters.get(i));
        }
    }

    @Override
    public double step(double rate) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray loss;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                loss = loss();
                collector.backward(loss);
            }
            for (NDArray parameter : parameters) {
                NDArray gradient = parameter.getGradient();
                parameter.subi(gradient.mul(rate));
                JniUtils.zeroGrad((PtNDArray) parameter);
            }
            return loss.getDouble();
        }
    }

    private NDArray loss() {
        NDArray scores = x;
        for (int i = 0; i < parameters.size(); i += 2) {
            NDArray sums = Linear.linear(scores, parameters.get(i), parameters.get(i + 1))
                    .singletonOrThrow();
            scores = i + 2 < parameters.size() ? JniUtils.relu((PtNDArray) sums) : sums;
        }
        if (task.alpha() == 0) {
            return scores.logSoftmax(1).mul(y).sum().mul(-1.0 / task.y().length);
        }
        NDArray hinge = JniUtils.relu((PtNDArray) scores.mul(y).neg().add(1)).mean();
        return hinge.add(squares().mul(task.alpha()));
    }

    private NDArray squares() {
        NDArray sum = parameters.get(0).square().sum();
        for (int i = 1; i < parameters.size(); i++) {
            sum = sum.add(parameters.get(i).square().sum());
        }
        return sum;
    }
}
