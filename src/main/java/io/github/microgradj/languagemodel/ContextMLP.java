package io.github.microgradj.languagemodel;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Embedding;
import io.github.microgradj.nn.Initializer;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Module;
import io.github.microgradj.random.PythonRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language model of Bengio et al. (2003). The last few tokens, each as a row of numbers, are the inputs of an
 * {@link MLP}, whose outputs are the scores of the next token. Its hidden layers are four times as wide as a row.
 */
public final class ContextMLP implements LanguageModel {
    private static final int LONGEST = 256;

    private final Tokenizer tokenizer;
    private final ModelSize size;
    private final Embedding letters; // vocabulary x width
    private final MLP mlp; // blockSize * width inputs, vocabulary outputs
    private final List<Value> parameters;

    /** Creates a model with random parameters, which are drawn first for the table, then for the network. */
    public ContextMLP(PythonRandom random, Tokenizer tokenizer, ModelSize size) {
        this.tokenizer = tokenizer;
        this.size = size;
        letters = new Embedding(random, 1, tokenizer.vocabulary(), size.width());
        int[] widths = new int[size.layers() + 1];
        Arrays.fill(widths, 4 * size.width());
        widths[size.layers()] = tokenizer.vocabulary();
        mlp = new MLP(random, Activation.TANH, Initializer.GLOROT, size.blockSize() * size.width(), widths);
        parameters = Stream.of(letters, mlp)
                .flatMap(each -> each.parameters().stream())
                .toList();
    }

    @Override
    public Value[][] forward(Index... tokens) {
        Value[][] logits = new Value[tokens.length][];
        for (int t = 0; t < tokens.length; t++) {
            logits[t] = mlp.forward(context(tokens, t));
        }
        return logits; // n x vocabulary
    }

    /**
     * Returns the concatenated embeddings of the blockSize tokens that end at position t. Positions before the first
     * token count as boundaries.
     *
     * @return an array of length blockSize * width
     */
    private Value[] context(Index[] tokens, int t) {
        Value[] context = new Value[size.blockSize() * size.width()];
        for (int i = 0; i < size.blockSize(); i++) {
            int position = t - size.blockSize() + 1 + i;
            Index token = position < 0 ? Index.of(tokenizer.boundary()) : tokens[position];
            System.arraycopy(letters.forward(token), 0, context, i * size.width(), size.width());
        }
        return context;
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public LanguageModelKind kind() {
        return LanguageModelKind.MLP;
    }

    @Override
    public ModelSize size() {
        return size;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    /** Returns the embedding table, which has a row for each token: vocabulary x width. */
    public Embedding letters() {
        return letters;
    }

    @Override
    public Map<String, Module> parts() {
        Map<String, Module> parts = new LinkedHashMap<>(Map.of("letters", letters));
        for (Layer layer : mlp.layers()) {
            parts.put("layer " + parts.size(), layer);
        }
        return parts;
    }

    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /** Returns a description such as {@code ContextMLP of [Embedding(27, 16), MLP(48, 64, 27)]}. */
    @Override
    public String toString() {
        return "ContextMLP of [" + letters + ", MLP(" + mlp.inputs() + ", "
                + mlp.layers().stream()
                        .map(layer -> String.valueOf(layer.neurons().size()))
                        .collect(Collectors.joining(", "))
                + ")]";
    }
}
