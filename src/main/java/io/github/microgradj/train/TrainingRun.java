package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.text.Repr;
import java.util.List;

/**
 * What came of a training.
 *
 * @param model the network as it was when the training ended, however it ended
 * @param data what it was trained on
 * @param history every step, at least one
 * @param ending why the training ended
 */
public record TrainingRun(MLP model, Dataset data, List<Epoch> history, Ending ending) {
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
    public Epoch last() {
        return history.get(history.size() - 1);
    }

    /** How the training ended, in one line for people. */
    public String message() {
        return switch (ending) {
            case FINISHED -> "finished: " + last();
            case STOPPED -> "stopped: " + last();
            case INTERRUPTED -> "interrupted, the model is as far as it came: " + last();
            case DIVERGED ->
                "diverged, the loss of step " + last().step() + " is " + Repr.of(last().loss())
                        + ": try a learning rate below "
                        + Repr.of(history.get(0).learningRate()) + ", or features of size about 1";
        };
    }

    /** {@link #message()}, with the name of the data. */
    @Override
    public String toString() {
        return "TrainingRun(" + data.name() + ", " + message() + ")";
    }
}
