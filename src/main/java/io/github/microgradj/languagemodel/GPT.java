package io.github.microgradj.languagemodel;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Attention;
import io.github.microgradj.nn.Embedding;
import io.github.microgradj.nn.Linear;
import io.github.microgradj.nn.Module;
import io.github.microgradj.nn.RMSNorm;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A model that computes a score for each possible next letter from all letters so far. Each of its blocks consists of
 * attention, which moves information from earlier positions to later ones, and an MLP. It is a GPT like GPT-2, with the
 * simplifications of Karpathy's microgpt: {@link RMSNorm}, applied in the same places, instead of layer normalization,
 * ReLU instead of GELU, and no biases.
 */
public final class GPT implements LanguageModel {
    /** The standard deviation of all initial parameters, as in microgpt. */
    private static final double DEVIATION = 0.08;

    private static final RMSNorm NORM = new RMSNorm();

    private final Tokenizer tokenizer;
    private final ModelSize size;
    private final Embedding letters; // vocabulary x width; the boundary has a row, too
    private final Embedding positions; // blockSize x width; attention itself ignores the order of earlier letters
    private final Linear head; // width to vocabulary; not one of the attention heads
    private final List<TransformerBlock> blocks = new ArrayList<>();

    /** Creates a GPT with random parameters, which are drawn in the order of {@link #parameters()}. */
    public GPT(PythonRandom random, Tokenizer tokenizer, ModelSize size) {
        this.tokenizer = tokenizer;
        this.size = size;
        int width = size.width();
        letters = new Embedding(random, DEVIATION, tokenizer.vocabulary(), width);
        positions = new Embedding(random, DEVIATION, size.blockSize(), width);
        head = new Linear(random, DEVIATION, width, tokenizer.vocabulary());
        for (int layer = 0; layer < size.layers(); layer++) {
            Attention attention = new Attention(random, DEVIATION, width, size.heads());
            Linear up = new Linear(random, DEVIATION, width, 4 * width);
            blocks.add(new TransformerBlock(attention, up, new Linear(random, DEVIATION, 4 * width, width)));
        }
    }

    /**
     * Creates a GPT of microgpt's size (1 layer, 4 heads, width 16, block size 16), with weights from the shared random
     * generator.
     */
    public GPT(Tokenizer tokenizer) {
        this(PythonRandom.shared(), tokenizer, LanguageModelKind.GPT.size());
    }

    @Override
    public Value[][] forward(Index... tokens) {
        Value[][] x = embed(tokens); // n x width: each row represents a letter and its position
        for (TransformerBlock block : blocks) {
            x = block.forward(x); // n x width: each row now also contains information from earlier positions
        }
        return head.forward(x); // n x vocabulary: the score of each letter that may come next
    }

    /** Returns, for each position, the normalized sum of its letter embedding and its position embedding: n x width. */
    private Value[][] embed(Index... tokens) {
        if (tokens.length > size.blockSize()) {
            throw new IllegalArgumentException(
                    "expected at most " + size.blockSize() + " tokens, got " + tokens.length);
        }
        Value[][] x = new Value[tokens.length][];
        for (int t = 0; t < tokens.length; t++) {
            x[t] = NORM.forward(add(letters.forward(tokens[t]), positions.forward(t))); // width
        }
        return x;
    }

    /**
     * A layer of the GPT: attention, followed by an MLP that is applied to each position separately. Attention gathers
     * no information from later positions, because each position has to predict the letter after it. Both parts add
     * their results to the rows (residual connections), so that no information is lost.
     */
    private record TransformerBlock(Attention attention, Linear up, Linear down) {
        Value[][] forward(Value[][] x) {
            Value[][] gathered = add(x, attention.forward(NORM.forward(x))); // n x width
            Value[][] hidden = relu(up.forward(NORM.forward(gathered))); // n x (4 * width)
            return add(gathered, down.forward(hidden)); // n x width
        }
    }

    private static Value[] add(Value[] a, Value[] b) {
        Value[] sum = new Value[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i].add(b[i]);
        }
        return sum;
    }

    private static Value[][] add(Value[][] a, Value[][] b) {
        Value[][] sum = new Value[a.length][];
        for (int t = 0; t < a.length; t++) {
            sum[t] = add(a[t], b[t]);
        }
        return sum;
    }

    private static Value[][] relu(Value[][] x) {
        return Stream.of(x)
                .map(row -> Stream.of(row).map(Value::relu).toArray(Value[]::new))
                .toArray(Value[][]::new);
    }

    /**
     * Returns how much attention each position pays to itself and to the positions before it, for pictures.
     *
     * @param tokens the beginning of a document, length n
     * @return layers x heads x n x (t + 1); see {@link Attention#weights}
     */
    public Value[][][][] attention(int... tokens) {
        Value[][] x = embed(Index.of(tokens));
        List<Value[][][]> weights = new ArrayList<>();
        for (TransformerBlock block : blocks) {
            weights.add(block.attention.weights(NORM.forward(x)));
            x = block.forward(x);
        }
        return weights.toArray(Value[][][][]::new);
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public LanguageModelKind kind() {
        return LanguageModelKind.GPT;
    }

    @Override
    public ModelSize size() {
        return size;
    }

    @Override
    public int longest() {
        return size.blockSize();
    }

    /** Returns the embedding table, which has a row for each token: vocabulary x width. */
    public Embedding letters() {
        return letters;
    }

    @Override
    public Map<String, Module> parts() {
        Map<String, Module> parts = new LinkedHashMap<>();
        parts.put("letters", letters);
        parts.put("positions", positions);
        for (TransformerBlock block : blocks) {
            String layer = blocks.size() == 1 ? "" : " " + (blocks.indexOf(block) + 1);
            parts.put("attention" + layer, block.attention);
            parts.put("up" + layer, block.up);
            parts.put("down" + layer, block.down);
        }
        parts.put("head", head);
        return parts;
    }

    /**
     * Returns the parameters of the letters, the positions and the head, then those of each layer: first of its
     * attention, then of the two linear maps of its MLP.
     */
    @Override
    public List<Value> parameters() {
        Stream<Module> layers = blocks.stream().flatMap(block -> Stream.of(block.attention, block.up, block.down));
        return Stream.concat(Stream.of(letters, positions, head), layers)
                .flatMap(module -> module.parameters().stream())
                .toList();
    }

    /** Returns a description such as {@code GPT(layers=1, heads=4, width=16, blockSize=16), 4,192 parameters}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "GPT(layers=%d, heads=%d, width=%d, blockSize=%d), %,d parameters",
                size.layers(),
                size.heads(),
                size.width(),
                size.blockSize(),
                parameters().size());
    }
}
