package io.github.microgradj.languagemodel;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.Module;
import io.github.microgradj.random.PythonRandom;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A model that predicts each letter of a document, such as a name, from the letters before it. It can therefore also
 * write new documents, by drawing one letter after another.
 */
public interface LanguageModel extends Module {
    /** The temperature at which samples are drawn by default, as in microgpt. */
    double TEMPERATURE = 0.5;

    /** Returns the alphabet. */
    Tokenizer tokenizer();

    /** Returns the kind of this model. */
    LanguageModelKind kind();

    /** Returns the size of this model. */
    ModelSize size();

    /** Returns the maximum number of tokens that {@link #forward} accepts. */
    int longest();

    /**
     * Returns, for each token, a score for every token that may come next. The softmax of these scores gives the
     * probabilities of the next tokens.
     *
     * @param tokens the beginning of a document, length n, at most {@link #longest()}
     * @return n x vocabulary
     */
    Value[][] forward(Index... tokens);

    /**
     * Returns, for each token, a score for every token that may come next.
     *
     * @param tokens the numbers of the tokens; see {@link #forward(Index...)}
     */
    default Value[][] forward(int... tokens) {
        return forward(Index.of(tokens));
    }

    /**
     * Returns the mean cross-entropy of a document: how surprised the model is, on average, by each letter and by the
     * end. Only the first {@link #longest()} predictions count.
     */
    default Value loss(String document) {
        return loss(Index.of(tokens(document)));
    }

    /**
     * Returns the tokens of a document from which its loss is computed: the first one, and at most {@link #longest()}
     * more.
     */
    default int[] tokens(String document) {
        int[] tokens = tokenizer().encode(document);
        return Arrays.copyOf(tokens, Math.min(longest() + 1, tokens.length));
    }

    /**
     * Returns the mean cross-entropy of all tokens except the first.
     *
     * @param tokens the tokens of a document, at least 2; see {@link #tokens}
     */
    default Value loss(Index... tokens) {
        int n = tokens.length - 1;
        Value[][] logits = forward(Arrays.copyOf(tokens, n)); // n x vocabulary: row t scores token t + 1
        Value sum = Losses.crossEntropy(logits[0], tokens[1]);
        for (int t = 1; t < n; t++) {
            sum = sum.add(Losses.crossEntropy(logits[t], tokens[t + 1]));
        }
        return sum.div(n);
    }

    /** Returns a new document, drawn at temperature 0.5 with the shared random generator. */
    default String sample() {
        return sample(PythonRandom.shared());
    }

    /** Returns a new document, drawn at temperature 0.5. */
    default String sample(PythonRandom random) {
        return sample(random, TEMPERATURE, "");
    }

    /**
     * Returns a new document.
     *
     * @param temperature how varied the letters are, above 0: at 1, each letter is drawn with the probability that the
     *     model predicts; at lower temperatures, the most probable letters are drawn more often
     * @param start the beginning of the document; returned unchanged if it has {@link #longest()} letters or more
     * @throws IllegalArgumentException if the temperature is not finite and above 0, or if {@code start} contains a
     *     letter that is not in the alphabet
     */
    default String sample(PythonRandom random, double temperature, String start) {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("expected a finite temperature above 0, got " + temperature);
        }
        int[] tokens = tokenizer().encodeStart(start);
        while (tokens.length <= longest()) {
            Value[] logits = forward(tokens)[tokens.length - 1];
            int next = random.choice(probabilities(logits, temperature)); // an index
            if (next == tokenizer().boundary()) {
                break;
            }
            tokens = Arrays.copyOf(tokens, tokens.length + 1);
            tokens[tokens.length - 1] = next;
        }
        return tokenizer().decode(tokens);
    }

    private static double[] probabilities(Value[] logits, double temperature) {
        Value[] scaled = Arrays.stream(logits)
                .map(logit -> new Value(logit.data / temperature))
                .toArray(Value[]::new);
        return Arrays.stream(Losses.softmax(scaled)).mapToDouble(p -> p.data).toArray();
    }

    /**
     * Writes the model to a text file, which {@link #load(Path)} reads back bit for bit. The file is written completely
     * or not at all.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     * @throws IllegalStateException if a parameter is not finite
     */
    default void save(Path file) {
        LanguageModelFile.save(this, file);
    }

    /** Writes the model to the file with this name; see {@link #save(Path)}. */
    default void save(String file) {
        save(Path.of(file));
    }

    /**
     * Reads a model from a file that was written by {@link #save(Path)}.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read, is damaged or is not a language model; the
     *     message is one line that states the file and the reason
     */
    static LanguageModel load(Path file) {
        return LanguageModelFile.load(file);
    }

    /** Reads a model from the file with this name; see {@link #load(Path)}. */
    static LanguageModel load(String file) {
        return load(Path.of(file));
    }
}
