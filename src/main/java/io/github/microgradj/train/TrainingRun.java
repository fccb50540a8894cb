package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The result of a training run.
 *
 * @param model the network as it was when training ended, for whatever reason
 * @param data the data it was trained on
 * @param options the options it was trained with
 * @param history every step, at least one
 * @param ending the reason why training ended
 */
public record TrainingRun(MLP model, Dataset data, TrainingOptions options, List<TrainingStep> history, Ending ending) {
    /** The reason why training ended. */
    public enum Ending {
        /** All steps were taken. */
        FINISHED,
        /** The listener stopped it. */
        STOPPED,
        /** The thread was interrupted. */
        INTERRUPTED,
        /** The loss was not finite: the last step has no update, and the listener is not called for it. */
        DIVERGED
    }

    public TrainingRun {
        history = List.copyOf(history);
    }

    /** Returns whether the thread was interrupted before all steps were taken. */
    public boolean interrupted() {
        return ending == Ending.INTERRUPTED;
    }

    /** Returns the last step taken. */
    public TrainingStep last() {
        return history.get(history.size() - 1);
    }

    /** Returns the verdict on the training run. */
    public Verdict verdict() {
        return Verdict.of(this);
    }

    /** Returns whether all steps were taken and the network has learned. */
    public boolean succeeded() {
        return ending == Ending.FINISHED && verdict().kind() == Verdict.Kind.LEARNED;
    }

    /** Returns one line that says how training ended and gives the verdict. */
    public String message() {
        Verdict verdict = verdict();
        String end = ending == Ending.DIVERGED ? "diverged" : words(verdict.kind()) + ": " + lastStep();
        return verdict.evidence().isEmpty() ? end : end + ", " + verdict.evidence();
    }

    private String words(Verdict.Kind kind) {
        if (ending == Ending.STOPPED) {
            return "stopped";
        }
        if (ending == Ending.INTERRUPTED) {
            return "interrupted; the model keeps the steps so far";
        }
        return switch (kind) {
            case LEARNED -> "finished";
            case NO_BETTER_THAN_CONSTANT -> "not learned";
            case DIVERGED -> "diverged";
        };
    }

    /**
     * Returns the last step: the loss with all its digits, for comparison with other runs, and the accuracy with four.
     */
    private String lastStep() {
        BigDecimal accuracy = new BigDecimal(100 * last().accuracy()).round(new MathContext(4));
        return "step " + last().step() + " loss " + Repr.of(last().loss()) + ", accuracy "
                + Repr.of(accuracy.doubleValue()) + "%";
    }

    /** Returns {@link #message()} with the name of the data. */
    @Override
    public String toString() {
        return "TrainingRun(" + data.name() + ", " + message() + ")";
    }
}
