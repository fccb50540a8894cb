package io.github.microgradj.train;

import io.github.microgradj.compile.Batch;
import io.github.microgradj.compile.Compiled;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import java.util.Arrays;

/**
 * An objective that is compiled for whole batches. For up to 128 samples, its results equal those of {@link
 * EagerObjective} bit for bit.
 *
 * <p>In classification, the loss is traced once for each class, because the graph contains the target of the class as a
 * constant. In regression, this would require a trace for each distinct target. The target is therefore an additional
 * input of the network function, which passes it on to the loss as an additional output.
 */
final class CompiledObjective implements Objective {
    private final Dataset data;
    private final int outputs;
    private final double[][] inputs;
    private final double[][] targets;
    private final Compiled compiled;
    private final Batch samples;
    private final Tally tally;
    private boolean holdsAll = true;

    CompiledObjective(MLP model, Dataset data, Loss loss, double alpha) {
        this.data = data;
        outputs = model.outputs();
        inputs = inputs(data);
        targets = targets(data);
        tally = new Tally(data);
        boolean measured = data.isRegression();
        int nin = model.inputs();
        Compiled.SampleLoss error = measured
                ? (scores, none) -> loss.of(scores[0], scores[1], Loss.factor(model))
                : (scores, target) -> loss.of(scores, (int) target[0]);
        compiled = Compiled.of(
                model.parameters(),
                measured ? x -> new Value[] {model.forward(Arrays.copyOf(x, nin))[0], x[nin]} : model::forward,
                (scores, target) -> {
                    Value of = error.of(scores, target);
                    return alpha == 0 ? of : of.add(Losses.l2(model).mul(alpha));
                });
        samples = compiled.batch(inputs, targets);
    }

    private static double[][] inputs(Dataset data) {
        if (!data.isRegression()) {
            return data.inputs();
        }
        double[][] inputs = new double[data.size()][];
        for (int s = 0; s < inputs.length; s++) {
            inputs[s] = Arrays.copyOf(data.inputs()[s], data.features() + 1);
            inputs[s][data.features()] = data.targets()[s];
        }
        return inputs;
    }

    private static double[][] targets(Dataset data) {
        double[][] targets = new double[data.size()][];
        for (int s = 0; s < targets.length; s++) {
            targets[s] = data.isRegression() ? new double[0] : new double[] {data.labels()[s]};
        }
        return targets;
    }

    @Override
    public Measure measure(int[] batch) {
        load(batch);
        double loss = compiled.gradients(samples);
        return new Measure(loss, score(samples, tally, batch));
    }

    private double score(Batch measured, Tally tally, int[] indices) {
        tally.clear();
        double[] scores = new double[outputs];
        for (int s = 0; s < indices.length; s++) {
            for (int i = 0; i < outputs; i++) {
                scores[i] = measured.output(s, i);
            }
            tally.add(indices[s], scores);
        }
        return tally.score();
    }

    @Override
    public Held holding(Dataset others) {
        Batch held = compiled.batch(inputs(others), targets(others));
        Tally count = new Tally(others);
        int[] all = new Batches(others.size(), 0, 0).next();
        return () -> {
            double loss = compiled.loss(held);
            return new Measure(loss, score(held, count, all));
        };
    }

    /** Loads the samples of a batch, unless the batch is the whole data set and already loaded. */
    private void load(int[] batch) {
        boolean wantsAll = batch.length == data.size();
        if (wantsAll && holdsAll) {
            return;
        }
        double[][] x = new double[batch.length][];
        double[][] y = new double[batch.length][];
        for (int s = 0; s < batch.length; s++) {
            x[s] = inputs[batch[s]];
            y[s] = targets[batch[s]];
        }
        samples.fill(x, y);
        holdsAll = wantsAll;
    }
}
