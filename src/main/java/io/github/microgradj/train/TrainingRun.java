package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Split;
import io.github.microgradj.export.ExportFormat;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.text.Repr;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result of a training run.
 *
 * @param model the trained network; with early stopping, its parameters are those of the step with the lowest
 *     validation loss
 * @param initial a copy of the network before the first step
 * @param data all samples
 * @param split the training samples and the validation samples; if absent, the network was trained on all samples
 * @param options the options for training
 * @param history every step, at least one
 * @param ending the reason why training ended
 */
public record TrainingRun(
        MLP model,
        MLP initial,
        Dataset data,
        Optional<Split> split,
        TrainingOptions options,
        List<TrainingStep> history,
        Ending ending) {
    /** The reason why training ended. */
    public enum Ending {
        /** All steps were completed. */
        FINISHED,
        /** The listener stopped training. */
        STOPPED,
        /** Early stopping: no lower validation loss was found within the patience. The last step made no update. */
        EARLY,
        /** The thread was interrupted. */
        INTERRUPTED,
        /** The loss was not finite. The last step made no update, and the listener was not called for it. */
        DIVERGED
    }

    public TrainingRun {
        history = List.copyOf(history);
    }

    /** Returns whether the thread was interrupted before training was complete. */
    public boolean interrupted() {
        return ending == Ending.INTERRUPTED;
    }

    /** Returns the last step. */
    public TrainingStep last() {
        return history.get(history.size() - 1);
    }

    /** Returns the samples that the network was trained on. */
    public Dataset training() {
        return split.map(Split::training).orElse(data);
    }

    /** Returns the validation samples, if there are any. */
    public Optional<Dataset> validation() {
        return split.map(Split::validation);
    }

    /** Returns the step with the lowest validation loss; empty if there are no validation samples. */
    public Optional<TrainingStep> best() {
        return history.stream()
                .filter(step -> step.validation().isPresent())
                .min(Comparator.comparingDouble(
                        step -> step.validation().orElseThrow().loss()));
    }

    /**
     * Returns the step to report. With early stopping, this is the best step, whose parameters the network has;
     * otherwise, it is the last step.
     */
    public TrainingStep kept() {
        return options.patience() == 0 ? last() : best().orElse(last());
    }

    /** Evaluates the network on the validation samples or, if there are none, on all samples. */
    public Predictions evaluation() {
        return Predictions.of(model, validation().orElse(data));
    }

    /**
     * Writes the network in the format that the file's extension selects: a format of {@link MLP#export(Path)}, or
     * {@code .py} for a PyTorch program that can also repeat this training run.
     *
     * @throws IllegalArgumentException if no format has the extension
     * @throws java.io.UncheckedIOException if the file cannot be written; an existing file is then unchanged
     */
    public void export(Path file) {
        export(file, ExportFormat.of(file).precision());
    }

    /** Writes the network to the file with this name; see {@link #export(Path)}. */
    public void export(String file) {
        export(Path.of(file));
    }

    /**
     * Writes the network in single or double precision; see {@link #export(Path)}.
     *
     * @return the files that were written
     */
    public List<Path> export(Path file, ExportFormat.Precision precision) {
        return RunExport.write(this, file, precision);
    }

    /** Returns the verdict on this training run. Each call evaluates the network. */
    public Verdict verdict() {
        return Verdict.of(this);
    }

    /** Returns whether training completed and the verdict is that the network has learned. */
    public boolean succeeded() {
        return succeeded(verdict());
    }

    /**
     * Returns whether training completed and the given verdict is that the network has learned.
     *
     * @param verdict the verdict on this training run
     */
    public boolean succeeded(Verdict verdict) {
        return (ending == Ending.FINISHED || ending == Ending.EARLY) && verdict.kind() == Verdict.Kind.LEARNED;
    }

    /** Returns one line that says how training ended and gives the verdict. */
    public String message() {
        return message(verdict());
    }

    /**
     * Returns one line that says how training ended and gives the verdict.
     *
     * @param verdict the verdict on this training run
     */
    public String message(Verdict verdict) {
        String end = ending == Ending.DIVERGED ? "diverged" : words(verdict.kind()) + ": " + result(verdict);
        return verdict.evidence().isEmpty() ? end : end + ", " + verdict.evidence();
    }

    private String words(Verdict.Kind kind) {
        if (ending == Ending.STOPPED) {
            return "stopped";
        }
        if (ending == Ending.INTERRUPTED) {
            return "interrupted; the model keeps its progress so far";
        }
        return switch (kind) {
            case LEARNED -> ending == Ending.EARLY ? "stopped early and kept the best step" : "finished";
            case NO_BETTER_THAN_CONSTANT, STUCK, DEAD -> "not learned";
            case OVERFITTING -> "overfitting";
            case STILL_FALLING -> "still falling";
            case DIVERGED -> "diverged";
        };
    }

    /**
     * Returns text that gives the kept step with its loss and score. The loss has all its digits, for comparison with
     * other runs. If {@link #isMeasured} is true, the network is evaluated on the validation samples or, if there are
     * none, on the training samples, and the text says which.
     */
    private String result(Verdict verdict) {
        TrainingStep step = kept();
        String start = "step " + step.step() + " loss " + Repr.of(step.loss()) + ", ";
        return start
                + verdict.predictions()
                        .map(measured -> scores(measured, verdict.kind()))
                        .orElseGet(() -> step.metric() + " " + step.metric().text(step.score()));
    }

    /**
     * Returns whether the score comes from an evaluation of the final network. Otherwise, it comes from the last steps,
     * as in micrograd's notebook.
     */
    public boolean isMeasured() {
        return split.isPresent() || data.isRegression() || !data.targetName().isEmpty();
    }

    private String scores(Predictions measured, Verdict.Kind kind) {
        Metric metric = Metric.of(data);
        String scores = metric + " " + metric.text(measured.score())
                + (data.isRegression() ? ", mean absolute error " + Verdict.number(measured.meanAbsoluteError()) : "")
                + " on " + samples(measured.data(), split.isPresent() ? "validation" : "training")
                + (kind.isBetterThanConstant() ? " (" + ConstantAnswer.of(this).beside() + ")" : "");
        return split.map(Split::training)
                .map(training -> scores + ", "
                        + metric.text(Predictions.of(model, training).score()) + " on " + samples(training, "training"))
                .orElse(scores);
    }

    private static String samples(Dataset data, String kind) {
        return data.size() + " " + kind + (data.size() == 1 ? " sample" : " samples");
    }

    /** Returns {@link #message()} with the name of the data set. */
    @Override
    public String toString() {
        return "TrainingRun(" + data.name() + ", " + message() + ")";
    }
}
