package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.stream.Stream;

/**
 * Causal self-attention with several heads, as in Vaswani et al. (2017) but without biases. Each position of a sequence
 * (the place of a token) gathers a weighted sum of its own value and the values of earlier positions, but not of later
 * ones ("causal"). The weight of a value depends on how well the query of the gathering position matches the key that
 * belongs to the value.
 */
public final class Attention implements Module {
    private final int width;
    private final int heads;
    private final Linear query; // what a position looks for
    private final Linear key; // what a position can be found by
    private final Linear value; // what a position passes on
    private final Linear output; // mixes what the heads have gathered
    private final List<Value> parameters;

    /**
     * Creates an attention layer. Its parameters are drawn from a normal distribution, first those of the queries, then
     * those of the keys, the values and the output.
     *
     * @param deviation the standard deviation of the parameters
     * @param width the length of a row
     * @param heads the number of heads; each has {@code width / heads} columns of the queries, keys and values, and its
     *     own weights, so that a position can look for several things at once
     * @throws IllegalArgumentException if {@code heads} or {@code width} is below 1, or {@code width} is not a multiple
     *     of {@code heads}
     */
    public Attention(PythonRandom random, double deviation, int width, int heads) {
        if (heads < 1 || width < 1 || width % heads != 0) {
            throw new IllegalArgumentException(
                    "expected at least 1 head and a width that is a multiple of the number of heads, got width " + width
                            + " and " + heads + " heads");
        }
        this.width = width;
        this.heads = heads;
        query = new Linear(random, deviation, width, width);
        key = new Linear(random, deviation, width, width);
        value = new Linear(random, deviation, width, width);
        output = new Linear(random, deviation, width, width);
        parameters = Stream.of(query, key, value, output)
                .flatMap(each -> each.parameters().stream())
                .toList();
    }

    /**
     * Creates an attention layer with parameters of standard deviation {@code 1/sqrt(width)} from the shared random
     * generator.
     */
    public Attention(int width, int heads) {
        this(PythonRandom.shared(), 1 / Math.sqrt(width), width, heads);
    }

    /**
     * Returns what each position gathers from itself and from the positions before it.
     *
     * @param x one row for each position, n x {@code width}
     * @return n x {@code width}
     */
    public Value[][] forward(Value[][] x) {
        Value[][] v = value.forward(x); // n x width
        Value[][][] weights = weights(x); // heads x n x (t + 1): those of position t have length t + 1
        int size = width / heads;
        Value[][] gathered = new Value[x.length][width];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < width; i++) {
                Value[] w = weights[i / size][t]; // the weights of the head to which column i belongs
                Value sum = w[0].mul(v[0][i]);
                for (int s = 1; s <= t; s++) {
                    sum = sum.add(w[s].mul(v[s][i]));
                }
                gathered[t][i] = sum;
            }
        }
        return output.forward(gathered);
    }

    /**
     * Returns how much each position takes from itself and from the positions before it. The scores of a position are
     * the dot products of its query with the keys of these positions, each divided by the square root of the size of a
     * head, so that larger heads do not have larger scores. The weights of the position are the softmax of its scores.
     *
     * @param x one row for each position, n x {@code width}
     * @return heads x n x (t + 1): for each head and each position t, the weights of the positions 0 to t, which sum to
     *     1
     */
    public Value[][][] weights(Value[][] x) {
        Value[][] q = query.forward(x); // n x width
        Value[][] k = key.forward(x); // n x width
        Value[][][] weights = new Value[heads][x.length][];
        for (int head = 0; head < heads; head++) {
            for (int t = 0; t < x.length; t++) {
                Value[] scores = new Value[t + 1];
                for (int s = 0; s <= t; s++) { // not later positions
                    scores[s] = score(q[t], k[s], head);
                }
                weights[head][t] = Losses.softmax(scores);
            }
        }
        return weights;
    }

    /**
     * Returns the dot product of a query and a key in the columns of a head, divided by the square root of the number
     * of these columns.
     */
    private Value score(Value[] q, Value[] k, int head) {
        int size = width / heads;
        int first = head * size;
        Value sum = q[first].mul(k[first]);
        for (int i = first + 1; i < first + size; i++) {
            sum = sum.add(q[i].mul(k[i]));
        }
        return sum.div(Math.sqrt(size));
    }

    /** Returns the parameters of the queries, the keys, the values and the output. */
    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /** Returns a description such as {@code Attention(16, heads=4)}. */
    @Override
    public String toString() {
        return "Attention(" + width + ", heads=" + heads + ")";
    }
}
