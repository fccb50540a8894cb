package io.github.microgradj.languagemodel;

import io.github.microgradj.engine.Value;
import io.github.microgradj.optim.Adam;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizer;
import io.github.microgradj.optim.Optimizers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The training loop of language models: one document for each step, and Adam with the betas of microgpt. */
public final class LanguageTrainer {
    private LanguageTrainer() {}

    /** Trains the model on the documents in order, again and again, with the default learning rate of a GPT. */
    public static List<LanguageStep> train(LanguageModel model, Documents documents, int steps) {
        return train(model, documents, steps, LanguageModelKind.GPT.learningRate(), step -> true);
    }

    /**
     * Trains the model on the documents in order, again and again. Training ends early if the listener returns false,
     * the thread is interrupted, or the loss is not finite; a step whose loss is not finite makes no update.
     *
     * @param listener called after each update; returns whether to continue
     * @return every step that was taken
     */
    public static List<LanguageStep> train(
            LanguageModel model,
            Documents documents,
            int steps,
            LearningRate learningRate,
            Predicate<LanguageStep> listener) {
        List<Value> parameters = model.parameters();
        Optimizer adam = new Adam(0.85, 0.99, 1e-8);
        List<LanguageStep> history = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            String document = documents.texts().get(step % documents.texts().size());
            Value loss = model.loss(document);
            LanguageStep now = new LanguageStep(step, steps, loss.data);
            history.add(now);
            if (!Double.isFinite(loss.data)) {
                break;
            }
            model.zeroGrad();
            loss.backward();
            Optimizers.step(adam, parameters, learningRate.at(step, steps));
            if (!listener.test(now) || Thread.interrupted()) {
                break;
            }
        }
        return history;
    }
}
