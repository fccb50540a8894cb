package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.export.ExportFormat;
import io.github.microgradj.export.TrainingPlan;
import io.github.microgradj.export.TrainingPlan.Criterion;
import io.github.microgradj.optim.LearningRate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The export of a training run: its network and, for a PyTorch program, a plan for repeating the training. */
final class RunExport {
    private RunExport() {}

    /** Writes the files; see {@link TrainingRun#export(Path, ExportFormat.Precision)}. */
    static List<Path> write(TrainingRun run, Path file, ExportFormat.Precision precision) {
        return ExportFormat.of(file).write(run.model().numbers(), Optional.of(plan(run)), precision, file);
    }

    private static TrainingPlan plan(TrainingRun run) {
        TrainingOptions options = run.options();
        Dataset training = run.training();
        Loss loss = Trainer.loss(run.model(), run.data(), options);
        LearningRate rate = Trainer.learningRate(run.model(), training, options, loss);
        return new TrainingPlan(
                run.initial().numbers(),
                training.inputs(),
                training.targets(),
                criterion(loss, training),
                options.optimizer(),
                rate.start(),
                rate.end(),
                options.steps(),
                options.batchSize(),
                options.seed(),
                options.alpha());
    }

    private static Criterion criterion(Loss loss, Dataset data) {
        return switch (loss) {
            case HINGE -> Criterion.HINGE;
            case MSE -> data.isRegression() ? Criterion.SQUARED_ERROR : Criterion.SQUARED_SIGN;
            case BCE -> Criterion.BINARY_CROSS_ENTROPY;
            case CROSSENTROPY -> Criterion.CROSS_ENTROPY;
        };
    }
}
