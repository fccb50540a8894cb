package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import java.util.Arrays;

/**
 * The objective as a graph of Values. Processes samples one at a time, so that a step needs memory for the graph of
 * only one sample. The loss and the gradients equal those of the notebook's single graph of the whole batch bit for
 * bit, because both are summed in the same order.
 */
record EagerObjective(MLP model, Dataset data, Loss loss, double alpha) implements Objective {
    @Override
    public Measure measure(int[] batch) {
        model.zeroGrad();
        double weight = 1.0 / batch.length;
        double sum = 0;
        int right = 0;
        for (int sample : batch) {
            int label = data.labels()[sample];
            Value[] scores = model.forward(data.inputs()[sample]);
            Value error = loss.of(scores, label);
            error.mul(weight).backward();
            sum += error.data;
            right += classOf(scores) == label ? 1 : 0;
        }
        return new Measure(sum * weight + penalty(), right / (double) batch.length);
    }

    private double penalty() {
        if (alpha == 0) {
            return 0;
        }
        Value penalty = Losses.l2(model).mul(alpha);
        penalty.backward();
        return penalty.data;
    }

    private static int classOf(Value[] scores) {
        return MLP.classOf(
                Arrays.stream(scores).mapToDouble(score -> score.data).toArray());
    }
}
