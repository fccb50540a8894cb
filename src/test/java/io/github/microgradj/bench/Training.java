package io.github.microgradj.bench;

import java.util.function.Function;

/** The steps of a training run, which starts over after the last one. */
final class Training implements Work {
    private final Task task;
    private final Steps steps;
    private int next;

    /** A way to train. Each has its own parameters. */
    interface Steps {
        /** Resets the parameters to their initial values. */
        void reset();

        /** Trains the whole batch for one step, and returns the loss before it. */
        double step(double rate);
    }

    private Training(Task task, Steps steps) {
        this.task = task;
        this.steps = steps;
        steps.reset();
    }

    static Work of(Task task, Function<Task, Steps> way) {
        return new Training(task, way.apply(task));
    }

    @Override
    public double run() {
        if (next == Task.STEPS) {
            steps.reset();
            next = 0;
        }
        return steps.step(task.rate().at(next++, Task.STEPS));
    }

    /** Returns the largest relative difference from the engine's losses, step by step from the beginning. */
    @Override
    public double error() {
        Steps reference = new EagerSteps(task);
        reference.reset();
        steps.reset();
        double largest = 0;
        for (int step = 0; step < task.checkedSteps(); step++) {
            double rate = task.rate().at(step, Task.STEPS);
            largest = Math.max(largest, Work.difference(steps.step(rate), reference.step(rate)));
        }
        return largest;
    }
}
