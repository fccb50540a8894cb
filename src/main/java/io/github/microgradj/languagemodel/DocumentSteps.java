package io.github.microgradj.languagemodel;

import io.github.microgradj.compile.sequence.CompiledSequence;
import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.optim.Optimizer;
import io.github.microgradj.optim.Optimizers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps in the training of a language model, each on one document. The loss is compiled for each document length,
 * unless compiling would take longer than it saves; in that case, the engine computes the loss. The losses and
 * the parameters are the same, bit for bit, but only the engine sets {@code grad}.
 */
final class DocumentSteps {
    /** The largest number of tokens in a document for which the loss is compiled immediately. */
    static final int SHORT = 20;

    /**
     * For each length above {@link #SHORT}, the number of documents whose loss the engine computes before the loss is
     * compiled for this length. Compiling takes as long as 5 to 40 such computations.
     */
    static final int TRIES = 10;

    /**
     * The largest vocabulary for which a bigram is compiled: a compiled step copies the whole table of scores, even
     * though it uses only a few rows.
     */
    static final int MOST_LETTERS = 64;

    private final LanguageModel model;
    private final List<Value> parameters;
    private final Optimizer optimizer;
    private final CompiledSequence compiled;
    private final Map<Integer, Integer> documents = new HashMap<>();

    DocumentSteps(LanguageModel model, Optimizer optimizer) {
        this.model = model;
        this.optimizer = optimizer;
        parameters = model.parameters();
        compiled = CompiledSequence.of(parameters, model::loss);
    }

    /** Takes one step, and returns the loss before it. If the loss is not finite, the parameters stay as they are. */
    double step(String document, double learningRate) {
        int[] tokens = model.tokens(document);
        if (isCompiled(tokens.length)) {
            return compiled.step((data, grads) -> optimizer.step(data, grads, learningRate), tokens);
        }
        model.zeroGrad();
        Value loss = model.loss(Index.of(tokens));
        if (Double.isFinite(loss.data)) {
            loss.backward();
            Optimizers.step(optimizer, parameters, learningRate);
        }
        return loss.data;
    }

    private boolean isCompiled(int length) {
        if (model.kind() == LanguageModelKind.BIGRAM && model.tokenizer().vocabulary() > MOST_LETTERS) {
            return false;
        }
        return length <= SHORT || documents.merge(length, 1, Integer::sum) > TRIES;
    }
}
