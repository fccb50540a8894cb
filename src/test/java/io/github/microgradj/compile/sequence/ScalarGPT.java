package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A GPT like Karpathy's microgpt, written with Values and indices. */
public final class ScalarGPT implements CompiledSequence.SequenceLoss {
    private final int heads;
    private final Value[][] letters;
    private final Value[][] positions;
    private final Value[][] head;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Value> parameters = new ArrayList<>();

    private record Block(
            Value[][] query, Value[][] key, Value[][] value, Value[][] out, Value[][] up, Value[][] down) {}

    /**
     * Creates a GPT with random parameters.
     *
     * @param tied whether the head has the same weights as the embeddings
     */
    ScalarGPT(Random random, int vocabulary, int block, int width, int heads, int layers, boolean tied) {
        this(() -> new Value(random.nextGaussian() * 0.08), vocabulary, block, width, heads, layers, tied);
    }

    private ScalarGPT(
            Supplier<Value> weights, int vocabulary, int block, int width, int heads, int layers, boolean tied) {
        this.heads = heads;
        letters = matrix(weights, vocabulary, width);
        positions = matrix(weights, block, width);
        head = tied ? letters : matrix(weights, vocabulary, width);
        for (int layer = 0; layer < layers; layer++) {
            blocks.add(new Block(
                    matrix(weights, width, width),
                    matrix(weights, width, width),
                    matrix(weights, width, width),
                    matrix(weights, width, width),
                    matrix(weights, 4 * width, width),
                    matrix(weights, width, 4 * width)));
        }
    }

    /** Returns microgpt with the given parameters: 1 layer, 4 heads, width 16, block size 16. */
    public static ScalarGPT microgpt(List<Value> parameters, int vocabulary) {
        return new ScalarGPT(parameters.iterator()::next, vocabulary, 16, 16, 4, 1, false);
    }

    private Value[][] matrix(Supplier<Value> weights, int rows, int columns) {
        Value[][] matrix = new Value[rows][columns];
        for (Value[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = weights.get();
                parameters.add(row[j]);
            }
        }
        return matrix;
    }

    /** Returns the parameters of all matrices, row by row. */
    public List<Value> parameters() {
        return parameters;
    }

    /** Returns the mean loss of predicting each token but the first. */
    @Override
    public Value of(Index[] tokens) {
        int n = tokens.length - 1;
        Value[][] x = new Value[n][]; // n x width
        for (int t = 0; t < n; t++) {
            x[t] = norm(add(tokens[t].select(letters), positions[t]));
        }
        for (Block block : blocks) {
            x = apply(block, x);
        }
        Value sum = null;
        for (int t = 0; t < n; t++) {
            Value[] probabilities = softmax(linear(head, x[t]));
            Value loss = tokens[t + 1].select(probabilities).log().neg();
            sum = sum == null ? loss : sum.add(loss);
        }
        return sum == null ? new Value(0) : sum.mul(1.0 / n);
    }

    private Value[][] apply(Block block, Value[][] x) {
        Value[][] keys = new Value[x.length][];
        Value[][] values = new Value[x.length][];
        Value[][] y = new Value[x.length][];
        for (int t = 0; t < x.length; t++) {
            Value[] normed = norm(x[t]);
            Value[] query = linear(block.query, normed);
            keys[t] = linear(block.key, normed);
            values[t] = linear(block.value, normed);
            Value[] seen = add(linear(block.out, attend(query, keys, values, t + 1)), x[t]);
            Value[] hidden =
                    Stream.of(linear(block.up, norm(seen))).map(Value::relu).toArray(Value[]::new);
            y[t] = add(linear(block.down, hidden), seen);
        }
        return y;
    }

    private Value[] attend(Value[] query, Value[][] keys, Value[][] values, int n) {
        int size = query.length / heads;
        Value[] seen = new Value[query.length];
        for (int from = 0; from < query.length; from += size) {
            Value[] scores = new Value[n];
            for (int t = 0; t < n; t++) {
                scores[t] = dot(query, keys[t], from, from + size).mul(1 / Math.sqrt(size));
            }
            Value[] weights = softmax(scores);
            for (int j = from; j < from + size; j++) {
                Value sum = weights[0].mul(values[0][j]);
                for (int t = 1; t < n; t++) {
                    sum = sum.add(weights[t].mul(values[t][j]));
                }
                seen[j] = sum;
            }
        }
        return seen;
    }

    private static Value dot(Value[] a, Value[] b, int from, int to) {
        Value sum = a[from].mul(b[from]);
        for (int i = from + 1; i < to; i++) {
            sum = sum.add(a[i].mul(b[i]));
        }
        return sum;
    }

    private static Value[] linear(Value[][] weights, Value[] x) {
        return Stream.of(weights).map(row -> dot(row, x, 0, x.length)).toArray(Value[]::new);
    }

    private static Value[] norm(Value[] x) {
        Value scale = dot(x, x, 0, x.length).mul(1.0 / x.length).add(1e-5).pow(-0.5);
        return Stream.of(x).map(each -> each.mul(scale)).toArray(Value[]::new);
    }

    private static Value[] softmax(Value[] x) {
        Value[] powers = Stream.of(x).map(Value::exp).toArray(Value[]::new);
        Value total = Stream.of(powers).reduce(Value::add).orElseThrow();
        return Stream.of(powers).map(power -> power.div(total)).toArray(Value[]::new);
    }

    private static Value[] add(Value[] a, Value[] b) {
        Value[] sum = new Value[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i].add(b[i]);
        }
        return sum;
    }
}
