package io.github.microgradj.compile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.engine.Op;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Tests of this JVM's kernels, with or without the Vector API. Their results must be bit-for-bit equal to plain sums.
 */
class KernelsTest {
    private final Kernels kernels = Kernels.BEST;

    /** Runs these tests in a JVM with other options, for {@code VectorLengthsTest}, and prints the kernels. */
    public static void main(String[] arguments) {
        KernelsTest test = new KernelsTest();
        Random random = new Random(1337);
        for (int i = 0; i < 300; i++) {
            Rows lie = Rows.values()[random.nextInt(3)];
            Start start = Start.values()[random.nextInt(3)];
            int columns = i % 4 == 0 ? 1 : 1 + random.nextInt(70);
            test.products(1 + random.nextInt(130), random.nextInt(141), columns, i % 2 == 0, lie, start, i);
            test.sums(random.nextInt(131), columns);
            test.orderedProducts(1 + random.nextInt(70), 1 + random.nextInt(140), columns, i);
            test.nodes(columns, Run.values()[random.nextInt(3)], i);
        }
        System.out.println(test.kernels);
    }

    @Test
    void theModuleDecides() {
        boolean vector = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(kernels.getClass().getSimpleName()).isEqualTo(vector ? "VectorKernels" : "PlainKernels");
    }

    @Property(tries = 300)
    void products(
            @ForAll @IntRange(min = 1, max = 130) int rows,
            @ForAll @IntRange(max = 140) int depth,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll boolean transposed,
            @ForAll Rows lie,
            @ForAll Start start,
            @ForAll long seed) {
        Random random = new Random(seed);
        Matrix a = transposed
                ? matrix(random, depth, rows, lie.stride(rows)).transposed()
                : matrix(random, rows, depth, lie.stride(depth));
        boolean samples = kernels.layout() == Layout.BY_SAMPLES;
        Matrix b = samples
                ? matrix(random, depth, columns, lie.stride(columns))
                : matrix(random, columns, depth, depth).transposed();
        Matrix c = matrix(random, rows, columns, lie.stride(columns));
        Matrix from = start == Start.ITSELF ? c : matrix(random, rows, columns, start == Start.ONE_ROW ? 0 : columns);
        double[] expected = c.array().clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                double sum = from.array()[from.place(r, j)];
                for (int t = 0; t < depth; t++) {
                    sum += a.array()[a.place(r, t)] * b.array()[b.place(t, j)];
                }
                expected[c.place(r, j)] = sum;
            }
        }
        kernels.product(rows + 2, depth + 1, columns).run(c, from, a, b, rows, depth);
        assertThat(c.array()).containsExactly(expected);
    }

    @Property(tries = 100)
    void orderedProducts(
            @ForAll @IntRange(min = 1, max = 70) int rows,
            @ForAll @IntRange(min = 1, max = 140) int depth,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        Matrix a = matrix(random, rows, depth, depth);
        Matrix b = matrix(random, depth, columns, columns);
        Matrix c = matrix(random, rows, columns, columns);
        int[] order = IntStream.range(0, depth).toArray();
        for (int t = depth; t > 1; t--) {
            int other = random.nextInt(t);
            int kept = order[t - 1];
            order[t - 1] = order[other];
            order[other] = kept;
        }
        double[] expected = c.array().clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                for (int t : order) {
                    expected[c.place(r, j)] += a.array()[a.place(r, t)] * b.array()[b.place(t, j)];
                }
            }
        }
        kernels.orderedProduct(rows, order, columns).run(c, c, a, b, rows, depth);
        assertThat(c.array()).containsExactly(expected);
    }

    /** The distance between rows. */
    private enum Rows {
        WITHOUT_GAPS,
        WITH_GAPS,
        /** Far enough apart for the kernels to expect conflicts between the rows in the cache. */
        FAR_APART;

        int stride(int columns) {
            return switch (this) {
                case WITHOUT_GAPS -> columns;
                case WITH_GAPS -> columns + 2;
                case FAR_APART -> 192;
            };
        }
    }

    private enum Start {
        ITSELF,
        ONE_ROW,
        ROWS
    }

    @Property(tries = 100)
    void sums(@ForAll @IntRange(max = 130) int count, @ForAll @IntRange(min = 1, max = 70) int columns) {
        Matrix rows = matrix(new Random(columns), count, columns, columns);
        double[] expected = new double[columns];
        for (int r = 0; r < count; r++) {
            for (int j = 0; j < columns; j++) {
                expected[j] += rows.array()[rows.place(r, j)];
            }
        }
        double[] sums = new double[columns];
        kernels.sumRows(rows, count, columns, sums);
        assertThat(sums).containsExactly(expected);
    }

    /** Returns rows in the middle of an array, which is filled to its end. */
    private static Matrix matrix(Random random, int rows, int columns, int stride) {
        double[] array = new double[Kernels.padded(3 + rows * Math.max(columns, stride))];
        for (int i = 0; i < array.length; i++) {
            array[i] = random.nextGaussian();
        }
        return Matrix.ofRows(array, 3, stride);
    }

    /**
     * Tests that the loops of each operation give the same bits as its formulas, for runs of any length, including NaN
     * and infinities.
     */
    @Property(tries = 500)
    void nodes(@ForAll @IntRange(min = 1, max = 70) int length, @ForAll Run shape, @ForAll long seed) {
        Random random = new Random(seed);
        Op op = Op.table().get(random.nextInt(Op.table().size()));
        NodeRun run = new NodeRun(2 * length + 5, 1, shape.stepA, length + 3, shape.stepB, length);
        double[] values = numbers(random, 3 * length + 6);
        double[] grads = numbers(random, values.length);
        double[] expected = values.clone();
        for (int i = 0; i < length; i++) {
            double second = op.arity() == 1 ? 0.5 : values[run.b() + i * run.stepB()];
            expected[run.y() + i] = op.forward().apply(values[run.a() + i * run.stepA()], second);
        }
        NodeLoops loops = kernels.loops(op, 0.5, 8);
        loops.forward(values, new NodeRun[] {run});
        assertThat(values).as("%s", op).containsExactly(expected);
        double[] sums = grads.clone();
        boolean left = shape != Run.ONE_LEFT;
        boolean right = op.arity() == 2;
        for (int i = 0; left && i < length; i++) {
            double second = right ? values[run.b() + i * run.stepB()] : 0.5;
            sums[run.a() + i] += op.da().apply(values[run.a() + i], second, values[run.y() + i]) * grads[run.y() + i];
        }
        for (int i = 0; right && i < length; i++) {
            double first = values[run.a() + i * run.stepA()];
            int b = run.b() + i * run.stepB();
            sums[b] += op.db().apply(first, values[b], values[run.y() + i]) * grads[run.y() + i];
        }
        if (right && shape == Run.ONE_RIGHT) {
            loops.backwardRows(values, grads, new NodeRun[] {run});
        } else {
            loops.backward(values, grads, run, left, right);
        }
        assertThat(grads).as("gradients of %s", op).containsExactly(sums);
    }

    /** How the operands of a run are spaced. */
    private enum Run {
        ADJACENT(1, 1),
        ONE_LEFT(0, 1),
        ONE_RIGHT(1, 0);

        private final int stepA;
        private final int stepB;

        Run(int stepA, int stepB) {
            this.stepA = stepA;
            this.stepB = stepB;
        }
    }

    /** Returns numbers of all sizes, above all those near the bounds at which an exponential takes another branch. */
    private static double[] numbers(Random random, int length) {
        double[] bounds = {
            0,
            1,
            0x1p-28,
            Math.log(2) / 2,
            3 * Math.log(2) / 2,
            40,
            708,
            709.79,
            745.2,
            1e300,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            double bound = bounds[random.nextInt(random.nextInt(4) > 0 ? 6 : bounds.length)];
            double near = bound * (1 + random.nextInt(9) * Math.scalb(1.0, -random.nextInt(53)));
            double x = random.nextBoolean() ? near : random.nextGaussian() * Math.scalb(1.0, random.nextInt(9) - 2);
            numbers[i] = random.nextBoolean() ? x : -x;
        }
        return numbers;
    }
}
