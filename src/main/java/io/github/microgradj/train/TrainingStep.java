package io.github.microgradj.train;

import io.github.microgradj.text.Repr;
import java.util.Optional;

/**
 * One step of a training run, measured on its batch before the update.
 *
 * @param step the step, counted from 0
 * @param loss the mean loss of the batch plus the regularization
 * @param score the accuracy, which is the fraction of the batch classified correctly, or R2 for regression
 * @param learningRate the learning rate of the update
 * @param metric the kind of score
 * @param validation the loss and score on the validation samples, if there are any; with mini-batches, they are
 *     measured at the first step of a pass over the training samples and repeated for the other steps of the pass
 */
public record TrainingStep(
        int step, double loss, double score, double learningRate, Metric metric, Optional<Validation> validation) {
    /** Creates a classification step without validation samples. */
    public TrainingStep(int step, double loss, double accuracy, double learningRate) {
        this(step, loss, accuracy, learningRate, Metric.ACCURACY, Optional.empty());
    }

    /** Returns a line in the format of micrograd's notebook: {@code step 0 loss 0.8958441028683222, accuracy 50.0%}. */
    @Override
    public String toString() {
        return "step " + step + " " + measures(loss, score)
                + validation
                        .map(held -> ", validation " + measures(held.loss(), held.score()))
                        .orElse("");
    }

    private String measures(double loss, double score) {
        return "loss " + Repr.of(loss) + ", " + metric + " " + metric.full(score);
    }
}
