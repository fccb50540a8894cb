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
 * @param model the network as it was when the training ended, for whatever reason; with early stopping, as it was at
 *     the step with the least validation loss
 * @param initial a copy of the network as it was before the first step
 * @param data all samples
 * @param split the samples it was trained on and those kept for validation; if absent, it was trained on all
 * @param options the options it was trained with
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
    /** The reason why a training ended. */
    public enum Ending {
        /** All steps were taken. */
        FINISHED,
        /** The listener stopped it. */
        STOPPED,
        /** The validation loss has not fallen for as many steps as the options allow: the last step has no update. */
        EARLY,
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

    /** Returns the samples it was trained on. */
    public Dataset training() {
        return split.map(Split::training).orElse(data);
    }

    /** Returns the samples that the training did not use, if there are any. */
    public Optional<Dataset> validation() {
        return split.map(Split::validation);
    }

    /** Returns the step with the least validation loss; empty without validation samples. */
    public Optional<TrainingStep> best() {
        return history.stream()
                .filter(step -> step.validation().isPresent())
                .min(Comparator.comparingDouble(
                        step -> step.validation().orElseThrow().loss()));
    }

    /** Returns the step whose parameters the network has: the best one with early stopping, otherwise the last one. */
    public TrainingStep kept() {
        return options.patience() == 0 ? last() : best().orElse(last());
    }

    /** Evaluates the network on the validation samples or, without any, on all. */
    public Predictions evaluation() {
        return Predictions.of(model, validation().orElse(data));
    }

    /**
     * Writes the network in a format of other programs, which the file's extension names: as {@link MLP#export(Path)},
     * or {@code .py} for a PyTorch program that repeats this training.
     *
     * @throws IllegalArgumentException if the extension is of no format
     * @throws java.io.UncheckedIOException if the file cannot be written; it is then unchanged
     */
    public void export(Path file) {
        export(file, ExportFormat.of(file).precision());
    }

    /** Writes the network to the file with this name, see {@link #export(Path)}. */
    public void export(String file) {
        export(Path.of(file));
    }

    /**
     * Writes the network with numbers of 32 or 64 bits, see {@link #export(Path)}.
     *
     * @return the files that were written
     */
    public List<Path> export(Path file, ExportFormat.Precision precision) {
        return RunExport.write(this, file, precision);
    }

    /** Returns the verdict on the training. Evaluates the network, as each method that needs a verdict does. */
    public Verdict verdict() {
        return Verdict.of(this);
    }

    /** Returns whether all necessary steps were taken and the network has learned what it can. */
    public boolean succeeded() {
        return succeeded(verdict());
    }

    /**
     * Returns whether all necessary steps were taken and the network has learned what it can.
     *
     * @param verdict the verdict on this training
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
     * @param verdict the verdict on this training
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
            return "interrupted; the model keeps the steps so far";
        }
        return switch (kind) {
            case LEARNED -> ending == Ending.EARLY ? "stopped early, the best step is kept" : "finished";
            case NO_BETTER_THAN_CONSTANT, STUCK, DEAD -> "not learned";
            case OVERFITTING -> "overfitting";
            case STILL_FALLING -> "still falling";
            case DIVERGED -> "diverged";
        };
    }

    /**
     * Returns the kept step and its score: the loss with all its digits, for comparison with other runs; the score
     * with four. For data with names, such as a file, the score is that of the network on named samples.
     */
    private String result(Verdict verdict) {
        TrainingStep step = kept();
        String start = "step " + step.step() + " loss " + Repr.of(step.loss()) + ", ";
        return start
                + verdict.predictions()
                        .map(measured -> scores(measured, verdict.kind()))
                        .orElseGet(() -> step.metric() + " " + step.metric().text(step.score()));
    }

    /** Returns whether the network itself is judged on named samples, and not the last steps as in the notebook. */
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

    /** Returns {@link #message()} with the name of the data. */
    @Override
    public String toString() {
        return "TrainingRun(" + data.name() + ", " + message() + ")";
    }
}
