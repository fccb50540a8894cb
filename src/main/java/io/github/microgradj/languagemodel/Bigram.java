package io.github.microgradj.languagemodel;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Embedding;
import io.github.microgradj.nn.Module;
import io.github.microgradj.random.PythonRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The simplest language model: a table that gives, for each letter, a score for every letter that may follow it. The
 * scores can be computed from counts ({@link #counted}) or learned by gradient descent; both ways give almost the same
 * probabilities.
 */
public final class Bigram implements LanguageModel {
    private static final int LONGEST = 256;
    private static final double DEVIATION = 0.08;

    private final Tokenizer tokenizer;
    private final Embedding table; // vocabulary x vocabulary: the scores of the next token, for each token

    /** Creates a bigram model with a table of small random scores. */
    public Bigram(PythonRandom random, Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        table = new Embedding(random, DEVIATION, tokenizer.vocabulary(), tokenizer.vocabulary());
    }

    /**
     * Returns a bigram model whose scores are computed from the counts of token pairs in the documents. Each score is
     * the logarithm of a count, so the softmax of a row gives the relative frequencies of the next tokens. Every count
     * starts at 1, so that no pair is impossible.
     */
    public static Bigram counted(Documents documents) {
        Bigram bigram = new Bigram(new PythonRandom(0), documents.tokenizer());
        int[][] counts = new int[bigram.tokenizer.vocabulary()][bigram.tokenizer.vocabulary()];
        for (int[] row : counts) {
            Arrays.fill(row, 1);
        }
        for (String document : documents.texts()) {
            int[] tokens = bigram.tokenizer.encode(document);
            for (int t = 1; t < tokens.length; t++) {
                counts[tokens[t - 1]][tokens[t]]++;
            }
        }
        for (int token = 0; token < counts.length; token++) {
            Value[] scores = bigram.table.forward(token);
            for (int next = 0; next < counts.length; next++) {
                scores[next].data = StrictMath.log(counts[token][next]);
            }
        }
        return bigram;
    }

    @Override
    public Value[][] forward(Index... tokens) {
        return Arrays.stream(tokens).map(table::forward).toArray(Value[][]::new);
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public LanguageModelKind kind() {
        return LanguageModelKind.BIGRAM;
    }

    @Override
    public ModelSize size() {
        return LanguageModelKind.BIGRAM.size();
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public Map<String, Module> parts() {
        return Map.of("table", table);
    }

    @Override
    public List<Value> parameters() {
        return table.parameters();
    }

    /** Returns a description such as {@code Bigram of Embedding(27, 27)}. */
    @Override
    public String toString() {
        return "Bigram of " + table;
    }
}
