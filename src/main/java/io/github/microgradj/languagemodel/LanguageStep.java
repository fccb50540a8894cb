package io.github.microgradj.languagemodel;

import java.util.Locale;

/**
 * One step in the training of a language model, with the loss before the update.
 *
 * @param step the number of the step, counted from 0
 * @param steps the number of steps of the training run
 * @param loss the mean cross-entropy of the document on which the step trains the model
 */
public record LanguageStep(int step, int steps, double loss) {
    /** Returns a line in the format of microgpt, such as {@code step    1 / 1000 | loss 3.3660}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "step %4d / %4d | loss %.4f", step + 1, steps, loss);
    }
}
