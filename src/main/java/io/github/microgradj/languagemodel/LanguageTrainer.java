package io.github.microgradj.languagemodel;

import io.github.microgradj.languagemodel.LanguageRun.LanguageEnding;
import io.github.microgradj.optim.Adam;
import io.github.microgradj.optim.LearningRate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The training loop for language models. Each step uses one document; the optimizer is Adam with the betas of microgpt.
 */
public final class LanguageTrainer {
    private LanguageTrainer() {}

    /** Trains a model with the default learning rate of its kind. */
    public static LanguageRun train(LanguageModel model, Documents documents, int steps) {
        return train(model, documents, steps, model.kind().learningRate(), step -> true);
    }

    /**
     * Trains a model on the documents in order, and starts again after the last document. Training ends early if the
     * listener returns false, the thread is interrupted, or the loss is not finite. The result states the reason.
     *
     * @param steps the number of steps, at least 1
     * @param listener called after the update of each step; returns whether to continue
     */
    public static LanguageRun train(
            LanguageModel model,
            Documents documents,
            int steps,
            LearningRate learningRate,
            Predicate<LanguageStep> listener) {
        if (steps < 1) {
            throw new IllegalArgumentException("training needs at least 1 step, got " + steps);
        }
        DocumentSteps training = new DocumentSteps(model, new Adam(0.85, 0.99, 1e-8));
        List<LanguageStep> history = new ArrayList<>();
        LanguageEnding ending = LanguageEnding.FINISHED;
        for (int step = 0; step < steps && ending == LanguageEnding.FINISHED; step++) {
            String document = documents.texts().get(step % documents.texts().size());
            double loss = training.step(document, learningRate.at(step, steps));
            LanguageStep now = new LanguageStep(step, steps, loss);
            history.add(now);
            ending = Double.isFinite(loss) ? endingAfter(now, listener) : LanguageEnding.DIVERGED;
        }
        model.zeroGrad();
        return new LanguageRun(model, documents, history, ending);
    }

    private static LanguageEnding endingAfter(LanguageStep step, Predicate<LanguageStep> listener) {
        boolean goOn = listener.test(step);
        if (Thread.interrupted()) {
            return LanguageEnding.INTERRUPTED;
        }
        return goOn ? LanguageEnding.FINISHED : LanguageEnding.STOPPED;
    }
}
