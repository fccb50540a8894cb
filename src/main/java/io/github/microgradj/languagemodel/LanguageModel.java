package io.github.microgradj.languagemodel;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.Module;
import io.github.microgradj.random.PythonRandom;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A model that predicts each letter of a document from the letters before it. It can therefore also write new
 * documents, by drawing one letter after another.
 */
public interface LanguageModel extends Module {
    /** The temperature at which samples are drawn by default. */
    double TEMPERATURE = 0.5;

    /** Returns the alphabet. */
    Tokenizer tokenizer();

    /** Returns what kind of model this is. */
    LanguageModelKind kind();

    /** Returns the options with which the model was created. */
    ModelSize size();

    /** Returns the maximum number of tokens that {@link #forward} takes. */
    int longest();

    /**
     * Returns a score for each possible next token after each token. The softmax of the scores is the probability of
     * each token.
     *
     * @param tokens the beginning of a document, length n, at most {@link #longest()}
     * @return n x vocabulary
     */
    Value[][] forward(Index... tokens);

    /**
     * Returns a score for each possible next token after each token.
     *
     * @param tokens the numbers of the tokens; see {@link #forward(Index...)}
     */
    default Value[][] forward(int... tokens) {
        return forward(Index.of(tokens));
    }

    /**
     * Returns the mean cross-entropy of a document: how surprised the model is by each of its letters and by its end.
     * Only the first {@link #longest()} predictions count.
     */
    default Value loss(String document) {
        return loss(Index.of(tokens(document)));
    }

    /** Returns the tokens of a document that count for its loss: the first one, and at most {@link #longest()} more. */
    default int[] tokens(String document) {
        int[] tokens = tokenizer().encode(document);
        return Arrays.copyOf(tokens, Math.min(longest() + 1, tokens.length));
    }

    /**
     * Returns the mean cross-entropy of each token but the first.
     *
     * @param tokens the tokens of a document, at least 2; see {@link #tokens}
     */
    default Value loss(Index... tokens) {
        int n = tokens.length - 1;
        Value[][] logits = forward(Arrays.copyOf(tokens, n)); // n x vocabulary
        Value sum = Losses.crossEntropy(logits[0], tokens[1]);
        for (int t = 1; t < n; t++) {
            sum = sum.add(Losses.crossEntropy(logits[t], tokens[t + 1]));
        }
        return sum.div(n);
    }

    /** Returns a new document, drawn at temperature 0.5 from the shared random generator. */
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
     * @param temperature how daring the draw is, above 0: at 1, the model draws letters as often as it expects them;
     *     at lower temperatures, it prefers the most probable ones
     * @param start the beginning of the document
     * @throws IllegalArgumentException if the temperature is not above 0, or the start has letters that the alphabet
     *     lacks
     */
    default String sample(PythonRandom random, double temperature, String start) {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("expected a finite temperature above 0, got " + temperature);
        }
        int[] tokens = tokenizer().encodeStart(start);
        while (tokens.length <= longest()) {
            Value[] logits = forward(tokens)[tokens.length - 1];
            int next = random.choice(probabilities(logits, temperature));
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
