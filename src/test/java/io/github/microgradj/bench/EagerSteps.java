package io.github.microgradj.bench;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;

/** Training steps on the object graph, sample after sample, as {@code :train --eager} runs them. */
final class EagerSteps implements Training.Steps {
    private final Task task;
    private final MLP model;
    private final double[] start;

    EagerSteps(Task task) {
        this.task = task;
        model = task.model();
        start = CompiledSteps.data(model);
    }

    @Override
    public void reset() {
        CompiledSteps.set(model, start);
    }

    @Override
    public double step(double rate) {
        model.zeroGrad();
        double weight = 1.0 / task.x().length;
        double sum = 0;
        for (int s = 0; s < task.x().length; s++) {
            Value error = task.error(model.forward(task.x()[s]), task.y()[s]);
            error.mul(weight).backward();
            sum += error.data;
        }
        double loss = sum * weight + penalty();
        for (Value parameter : model.parameters()) {
            parameter.data -= rate * parameter.grad;
        }
        return loss;
    }

    private double penalty() {
        if (task.alpha() == 0) {
            return 0;
        }
        Value penalty = Losses.l2(model).mul(task.alpha());
        penalty.backward();
        return penalty.data;
    }
}
