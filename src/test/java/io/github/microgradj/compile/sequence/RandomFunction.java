package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A random function of indices, which is the same each time it is called: layers that share weights over positions,
 * recurrent or not, sums, products, folds, single operations and selections.
 */
final class RandomFunction implements CompiledSequence.SequenceLoss {
    static final int LETTERS = 4;

    private static final int WIDTH = 3;

    private final long seed;
    private final int nodes;
    private final boolean selectsResults;
    private final Value[][] table;
    private final Value[][] square;
    private final Value[][] wide;
    private final Value[] biases;

    /**
     * Creates a function.
     *
     * @param nodes the number of steps in which it is built
     * @param selectsResults whether indices select among computed Values as well
     */
    RandomFunction(long seed, int nodes, boolean selectsResults) {
        this.seed = seed;
        this.nodes = nodes;
        this.selectsResults = selectsResults;
        Random random = new Random(seed);
        table = matrix(random, LETTERS, WIDTH);
        square = matrix(random, WIDTH, WIDTH);
        wide = matrix(random, 5, WIDTH);
        biases = matrix(random, 1, WIDTH)[0];
    }

    static Value[][] matrix(Random random, int rows, int columns) {
        Value[][] matrix = new Value[rows][columns];
        for (Value[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = new Value(random.nextGaussian());
            }
        }
        return matrix;
    }

    List<Value> parameters() {
        Stream<Value[]> rows = Stream.of(table, square, wide).flatMap(Stream::of);
        return Stream.concat(rows, Stream.of(new Value[][] {biases}))
                .flatMap(Stream::of)
                .toList();
    }

    @Override
    public Value of(Index[] sequence) {
        Random random = new Random(seed + 1);
        List<Value[]> rows = new ArrayList<>();
        List<Value> pool = new ArrayList<>(List.of(biases));
        pool.add(new Value(0.25));
        for (Index index : sequence) {
            rows.add(index.select(table));
        }
        rows.add(biases);
        for (int i = 0; i < nodes; i++) {
            grow(random, sequence, rows, pool);
        }
        Value sum = new Value(0);
        for (Value each : pool) {
            sum = sum.add(each.tanh());
        }
        return random.nextBoolean() ? sum : sum.tanh();
    }

    private void grow(Random random, Index[] sequence, List<Value[]> rows, List<Value> pool) {
        Value a = any(random, pool);
        Value b = any(random, pool);
        Value[] row = rows.get(random.nextInt(rows.size()));
        switch (random.nextInt(16)) {
            case 0 -> pool.add(a.sub(b).tanh());
            case 1 -> pool.add(a.tanh().mul(b).add(a.mul(b)));
            case 2 -> pool.add(a.tanh().exp().div(b.pow(2).add(1)));
            case 3 -> pool.add(dot(row, rows.get(random.nextInt(rows.size()))));
            case 4 -> pool.addAll(List.of(row));
            case 5 ->
                pool.add(fold(
                        new Value[] {a, b, row[0], row[1], row[2]}, random.nextBoolean() ? Value::max : Value::add));
            case 6 -> pool.add(l2(random.nextBoolean() ? table : square).mul(0.01));
            case 7 -> pool.add(a.add(b).add(row[1]).add(row[2]).add(a));
            case 8 -> each(rows, sequence, r -> tanh(layer(square, r, null)));
            case 9 -> each(rows, sequence, r -> layer(square, tanh(r), biases));
            case 10 -> each(rows, sequence, r -> add(r, layer(square, r, r)));
            case 11 -> recur(rows, sequence);
            case 12 -> pool.addAll(List.of(layer(wide, row, null)));
            case 13 -> pool.addAll(List.of(layer(table, tanh(row), null)));
            case 14 -> select(random, sequence, rows, pool);
            default -> {
                Value scale = dot(row, row).add(0.1).pow(-0.5);
                rows.add(Stream.of(row).map(each -> each.mul(scale)).toArray(Value[]::new));
            }
        }
    }

    private void select(Random random, Index[] sequence, List<Value[]> rows, List<Value> pool) {
        if (sequence.length == 0) {
            return;
        }
        Index index = sequence[random.nextInt(sequence.length)];
        if (selectsResults) {
            pool.add(index.select(
                    new Value[] {any(random, pool), any(random, pool), any(random, pool), rows.get(0)[0]}));
        } else {
            Index other = sequence[random.nextInt(sequence.length)];
            Value[] chosen = index.select(table);
            pool.add(index.select(new Value[] {biases[0], chosen[1], new Value(2), other.select(table)[2]}));
        }
    }

    /** Applies a layer to the row of each index. */
    private static void each(List<Value[]> rows, Index[] sequence, UnaryOperator<Value[]> layer) {
        for (int t = 0; t < sequence.length; t++) {
            rows.set(t, layer.apply(rows.get(t)));
        }
    }

    private void recur(List<Value[]> rows, Index[] sequence) {
        Value[] state = biases;
        for (int t = 0; t < sequence.length; t++) {
            state = tanh(add(layer(square, state, null), rows.get(t)));
            rows.set(t, state);
        }
    }

    private static Value any(Random random, List<Value> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    static Value dot(Value[] a, Value[] b) {
        Value sum = a[0].mul(b[0]);
        for (int i = 1; i < a.length; i++) {
            sum = sum.add(a[i].mul(b[i]));
        }
        return sum;
    }

    private static Value[] layer(Value[][] weights, Value[] x, Value[] start) {
        Value[] y = new Value[weights.length];
        for (int o = 0; o < y.length; o++) {
            Value sum = start == null ? weights[o][0].mul(x[0]) : start[o].add(x[0].mul(weights[o][0]));
            for (int i = 1; i < x.length; i++) {
                sum = sum.add(weights[o][i].mul(x[i]));
            }
            y[o] = sum;
        }
        return y;
    }

    private static Value[] tanh(Value[] row) {
        return Stream.of(row).map(Value::tanh).toArray(Value[]::new);
    }

    private static Value[] add(Value[] a, Value[] b) {
        Value[] sum = new Value[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i].add(b[i]);
        }
        return sum;
    }

    private static Value l2(Value[][] matrix) {
        return Stream.of(matrix)
                .flatMap(Stream::of)
                .map(each -> each.mul(each))
                .reduce(Value::add)
                .orElseThrow();
    }

    private static Value fold(Value[] values, BinaryOperator<Value> op) {
        return values.length == 1
                ? values[0]
                : op.apply(
                        fold(Arrays.copyOf(values, values.length / 2), op),
                        fold(Arrays.copyOfRange(values, values.length / 2, values.length), op));
    }
}
