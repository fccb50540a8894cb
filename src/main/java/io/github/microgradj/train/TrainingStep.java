package io.github.microgradj.train;

import io.github.microgradj.text.Repr;

/**
 * One step of a training run, measured on its batch before the update.
 *
 * @param step the step, counted from 0
 * @param loss the mean loss of the batch plus the regularisation
 * @param accuracy the fraction of the batch classified correctly, from 0 to 1
 * @param learningRate the learning rate of the update
 */
public record TrainingStep(int step, double loss, double accuracy, double learningRate) {
    /** Returns the line of micrograd's notebook: {@code step 0 loss 0.8958441028683222, accuracy 50.0%}. */
    @Override
    public String toString() {
        return "step " + step + " loss " + Repr.of(loss) + ", accuracy " + Repr.of(accuracy * 100) + "%";
    }
}
