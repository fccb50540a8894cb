package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import java.util.Arrays;

/**
 * An objective that is computed with graphs of Values. It processes samples one at a time, so that only one sample's
 * graph is in memory. By contrast, micrograd's notebook builds one graph for the whole batch. The loss and the
 * gradients equal those of the notebook bit for bit, because they are summed in the same order.
 */
record EagerObjective(MLP model, Dataset data, Loss loss, double alpha) implements Objective {
    @Override
    public Measure measure(int[] batch) {
        model.zeroGrad();
        return measure(batch, data, new Tally(data), true);
    }

    @Override
    public Held holding(Dataset others) {
        int[] all = new Batches(others.size(), 0, 0).next();
        return () -> measure(all, others, new Tally(others), false);
    }

    private Measure measure(int[] batch, Dataset of, Tally tally, boolean backward) {
        double weight = 1.0 / batch.length;
        double sum = 0;
        for (int sample : batch) {
            Value[] scores = model.forward(of.inputs()[sample]);
            Value error = error(scores, of, sample);
            if (backward) {
                error.mul(weight).backward();
            }
            sum += error.data;
            tally.add(sample, Arrays.stream(scores).mapToDouble(s -> s.data).toArray());
        }
        return new Measure(sum * weight + penalty(backward), tally.score());
    }

    private Value error(Value[] scores, Dataset of, int sample) {
        return of.isRegression()
                ? loss.of(scores[0], new Value(of.targets()[sample]), Loss.factor(model))
                : loss.of(scores, of.labels()[sample]);
    }

    private double penalty(boolean backward) {
        if (alpha == 0) {
            return 0;
        }
        Value penalty = Losses.l2(model).mul(alpha);
        if (backward) {
            penalty.backward();
        }
        return penalty.data;
    }
}
