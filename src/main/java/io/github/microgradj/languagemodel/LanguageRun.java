package io.github.microgradj.languagemodel;

import java.util.List;
import java.util.Locale;

/**
 * The result of training a language model.
 *
 * @param model the trained model
 * @param documents the documents in the order in which the steps used them
 * @param history all steps that were taken, at least one
 * @param ending the reason why training ended
 */
public record LanguageRun(LanguageModel model, Documents documents, List<LanguageStep> history, LanguageEnding ending) {
    /** The number of steps at the end of the run whose losses are averaged. */
    private static final int LAST = 100;

    /** The reason why training ended. */
    public enum LanguageEnding {
        /** All steps were completed. */
        FINISHED,
        /** The listener stopped training. */
        STOPPED,
        /** The thread was interrupted. */
        INTERRUPTED,
        /** The loss was not finite. The last step made no update. */
        DIVERGED
    }

    public LanguageRun {
        history = List.copyOf(history);
    }

    /** Returns the mean loss of the last 100 steps, or of all steps if there are fewer. */
    public double loss() {
        List<LanguageStep> last = history.subList(Math.max(0, history.size() - LAST), history.size());
        return last.stream().mapToDouble(LanguageStep::loss).average().orElse(Double.NaN);
    }

    /** Returns the loss of a model that considers all tokens equally likely: the logarithm of the vocabulary size. */
    public double guessing() {
        return StrictMath.log(model.tokenizer().vocabulary());
    }

    /** Returns whether all steps were taken and the model's loss is lower than that of guessing. */
    public boolean succeeded() {
        return ending == LanguageEnding.FINISHED && loss() < guessing();
    }

    /** Returns one line that says how training ended and compares the loss with that of guessing. */
    public String message() {
        String end =
                switch (ending) {
                    case FINISHED -> loss() < guessing() ? "finished" : "not learned";
                    case STOPPED -> "stopped";
                    case INTERRUPTED -> "interrupted; the model keeps its progress so far";
                    case DIVERGED -> "diverged";
                };
        return String.format(
                Locale.ROOT,
                "%s: loss %.2f in the last %s (%.2f by guessing)",
                end,
                loss(),
                history.size() == 1 ? "step" : Math.min(LAST, history.size()) + " steps",
                guessing());
    }
}
