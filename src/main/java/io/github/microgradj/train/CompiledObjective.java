package io.github.microgradj.train;

import io.github.microgradj.compile.Batch;
import io.github.microgradj.compile.Compiled;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;

/**
 * The objective compiled for whole batches. For up to 128 samples, its results equal the results of
 * {@link EagerObjective} bit for bit.
 */
final class CompiledObjective implements Objective {
    private final Dataset data;
    private final int outputs;
    private final double[][] targets;
    private final Compiled compiled;
    private final Batch samples;
    private boolean holdsAll = true;

    CompiledObjective(MLP model, Dataset data, Loss loss, double alpha) {
        this.data = data;
        outputs = model.outputs();
        targets = new double[data.size()][];
        for (int s = 0; s < targets.length; s++) {
            targets[s] = new double[] {data.labels()[s]};
        }
        compiled = Compiled.of(model.parameters(), model::forward, (scores, target) -> {
            Value error = loss.of(scores, (int) target[0]);
            return alpha == 0 ? error : error.add(Losses.l2(model).mul(alpha));
        });
        samples = compiled.batch(data.inputs(), targets);
    }

    @Override
    public Measure measure(int[] batch) {
        load(batch);
        double loss = compiled.gradients(samples);
        int right = 0;
        double[] scores = new double[outputs];
        for (int s = 0; s < batch.length; s++) {
            for (int i = 0; i < outputs; i++) {
                scores[i] = samples.output(s, i);
            }
            right += MLP.classOf(scores) == data.labels()[batch[s]] ? 1 : 0;
        }
        return new Measure(loss, right / (double) batch.length);
    }

    /** Loads the samples of a batch, unless all samples are already loaded in order; see {@link Batches}. */
    private void load(int[] batch) {
        boolean wantsAll = batch.length == data.size();
        if (wantsAll && holdsAll) {
            return;
        }
        double[][] x = new double[batch.length][];
        double[][] y = new double[batch.length][];
        for (int s = 0; s < batch.length; s++) {
            x[s] = data.inputs()[batch[s]];
            y[s] = targets[batch[s]];
        }
        samples.fill(x, y);
        holdsAll = wantsAll;
    }
}
