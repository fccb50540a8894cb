package io.github.microgradj.languagemodel;

import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.Named;
import java.util.List;
import java.util.Locale;

/** The kinds of language models, from the simplest to the most capable. */
public enum LanguageModelKind {
    /** A table with a score for each pair of successive letters. */
    BIGRAM(new ModelSize(1, 1, 1, 1), 0.05) {
        @Override
        public LanguageModel create(PythonRandom random, Tokenizer tokenizer, ModelSize size) {
            return new Bigram(random, tokenizer);
        }
    },
    /** An MLP whose inputs are the embeddings of the last few letters, by default three. */
    MLP(new ModelSize(1, 1, 16, 3), 0.01) {
        @Override
        public LanguageModel create(PythonRandom random, Tokenizer tokenizer, ModelSize size) {
            return new ContextMLP(random, tokenizer, size);
        }
    },
    /** A GPT. By default, it has the size of microgpt and predicts each token from up to 16 tokens before it. */
    GPT(new ModelSize(1, 4, 16, 16), 0.01) {
        @Override
        public LanguageModel create(PythonRandom random, Tokenizer tokenizer, ModelSize size) {
            return new GPT(random, tokenizer, size);
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // A ModelSize is immutable.
    private final ModelSize size;

    private final double learningRate;

    LanguageModelKind(ModelSize size, double learningRate) {
        this.size = size;
        this.learningRate = learningRate;
    }

    /**
     * Returns the kind with this name: {@code bigram}, {@code mlp} or {@code gpt}.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static LanguageModelKind named(String name) {
        return Named.find(
                name,
                List.of(values()),
                LanguageModelKind::toString,
                names -> "expected a model, one of " + names + ", got " + name + DidYouMean.didYouMean(name, names));
    }

    /** Returns the names of all kinds. */
    public static List<String> names() {
        return List.of(values()).stream().map(LanguageModelKind::toString).toList();
    }

    /**
     * Creates an untrained model of this kind. A bigram ignores {@code size}, because its size depends only on the
     * alphabet.
     */
    public abstract LanguageModel create(PythonRandom random, Tokenizer tokenizer, ModelSize size);

    /** Returns the default size. */
    public ModelSize size() {
        return size;
    }

    /** Returns the default learning rate, which falls to 0. */
    public LearningRate learningRate() {
        return LearningRate.linear(learningRate, 0);
    }

    /** Returns the name by which {@link #named} finds this kind. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
