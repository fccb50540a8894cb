package io.github.microgradj.bench;

import io.github.microgradj.compile.Batch;
import io.github.microgradj.compile.Compiled;
import io.github.microgradj.nn.MLP;

/**
 * Training steps on the compiled path: with the Vector API if the JVM was started with its module, otherwise with plain
 * loops.
 */
final class CompiledSteps implements Training.Steps {
    private final MLP model;
    private final double[] start;
    private final Compiled compiled;
    private final Batch batch;

    CompiledSteps(Task task) {
        model = task.model();
        start = data(model);
        compiled = Compiled.of(model.parameters(), task.loss(model));
        batch = compiled.batch(task.x(), task.y());
    }

    @Override
    public void reset() {
        set(model, start);
    }

    @Override
    public double step(double rate) {
        return compiled.step(batch, rate);
    }

    static double[] data(MLP model) {
        return model.parameters().stream().mapToDouble(p -> p.data).toArray();
    }

    static void set(MLP model, double[] data) {
        for (int i = 0; i < data.length; i++) {
            model.parameters().get(i).data = data[i];
        }
    }
}
