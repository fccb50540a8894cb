package io.github.microgradj.languagemodel;

import java.util.Locale;

/**
 * One step of the training of a language model, measured on its document before the update.
 *
 * @param step the step, counted from 0
 * @param steps the number of steps of the training run
 * @param loss the mean cross-entropy of the document
 */
public record LanguageStep(int step, int steps, double loss) {
    /** Returns a line in the format of microgpt: {@code step    1 / 1000 | loss 3.3660}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "step %4d / %4d | loss %.4f", step + 1, steps, loss);
    }
}
