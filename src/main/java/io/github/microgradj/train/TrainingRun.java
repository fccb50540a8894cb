package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What came of a training.
 *
 * @param model the network as it was when the training ended, however it ended
 * @param data what it was trained on
 * @param options how it was trained
 * @param history every step, at least one
 * @param ending why the training ended
 */
public record TrainingRun(MLP model, Dataset data, TrainingOptions options, List<TrainingStep> history, Ending ending) {
    /** Why a training ended. */
    public enum Ending {
        /** All steps were made. */
        FINISHED,
        /** The listener wanted no more. */
        STOPPED,
        /** The thread was interrupted. */
        INTERRUPTED,
        /** The loss was not a finite number: the last step has no update, and the listener does not hear of it. */
        DIVERGED
    }

    public TrainingRun {
        history = List.copyOf(history);
    }

    /** Whether the thread was interrupted before all steps were made. */
    public boolean interrupted() {
        return ending == Ending.INTERRUPTED;
    }

    /** The last step made. */
    public TrainingStep last() {
        return history.get(history.size() - 1);
    }

    /** What the training was worth. */
    public Verdict verdict() {
        return Verdict.of(this);
    }

    /** Whether all steps were made, and the network has learned from them. */
    public boolean succeeded() {
        return ending == Ending.FINISHED && verdict().kind() == Verdict.Kind.LEARNED;
    }

    /** How the training ended and what it was worth, in one line for people. */
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
            return "interrupted, the model is as far as it came";
        }
        return switch (kind) {
            case LEARNED -> "finished";
            case NO_BETTER_THAN_CONSTANT -> "not learned";
            case DIVERGED -> "diverged";
        };
    }

    /** The loss with all its digits, to compare with another training; the accuracy without those that are no digits of it. */
    private String lastStep() {
        BigDecimal accuracy = new BigDecimal(100 * last().accuracy()).round(new MathContext(4));
        return "step " + last().step() + " loss " + Repr.of(last().loss()) + ", accuracy "
                + Repr.of(accuracy.doubleValue()) + "%";
    }

    /** {@link #message()}, with the name of the data. */
    @Override
    public String toString() {
        return "TrainingRun(" + data.name() + ", " + message() + ")";
    }
}
