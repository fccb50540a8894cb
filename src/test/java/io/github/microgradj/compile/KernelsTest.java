package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Runs with the Vector API and without it: whatever this JVM's kernels are, they have the bits of the plain sums. */
class KernelsTest {
    private final Kernels kernels = Kernels.BEST;

    @Test
    void theModuleDecides() {
        boolean vector = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(kernels.getClass().getSimpleName()).isEqualTo(vector ? "VectorKernels" : "PlainKernels");
    }

    @Property(tries = 200)
    void multiply(
            @ForAll @IntRange(min = 1, max = 70) int rows,
            @ForAll @IntRange(max = 70) int depth,
            @ForAll @IntRange(min = 1, max = 128) int lanes,
            @ForAll boolean fresh,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] a = matrix(random, rows, depth);
        double[][] b = matrix(random, depth + 1, Kernels.padded(lanes));
        double[][] c = matrix(random, rows, Kernels.padded(lanes));
        double[] start = matrix(random, 1, rows)[0];
        double[][] expected = new double[rows][];
        for (int r = 0; r < rows; r++) {
            expected[r] = c[r].clone();
            if (fresh) {
                Arrays.fill(expected[r], start[r]);
            }
            for (int t = 0; t < depth; t++) {
                for (int l = 0; l < lanes; l++) {
                    expected[r][l] += a[r][t] * b[t][l];
                }
            }
        }
        Quads packed = new Quads(rows, depth);
        packed.pack(Rows.of(a), depth);
        kernels.multiply(Rows.of(c), fresh ? start : null, packed, b, depth, lanes);
        assertSame(c, expected, lanes);
    }

    @Property(tries = 200)
    void outer(
            @ForAll @IntRange(min = 1, max = 70) int rows,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll @IntRange(max = 128) int samples,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] p = matrix(random, rows, samples);
        double[][] q = matrix(random, columns, samples);
        int stride = columns + 2;
        double[] c = matrix(random, 1, 3 + rows * stride)[0];
        double[] expected = c.clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                for (int s = 0; s < samples; s++) {
                    expected[3 + r * stride + j] += p[r][s] * q[j][s];
                }
            }
        }
        kernels.outer(
                Rows.of(c, 3, rows, stride), Rows.of(p), q, samples, new Kernels.Scratch(rows, columns, samples + 1));
        assertThat(c).containsExactly(expected);
    }

    @Property(tries = 50)
    void packing(@ForAll @IntRange(min = 1, max = 20) int rows, @ForAll @IntRange(min = 1, max = 20) int columns) {
        double[][] matrix = matrix(new Random(rows), rows, columns);
        Quads packed = new Quads(rows, columns);
        packed.pack(Rows.of(matrix), columns);
        Quads transposed = new Quads(columns, rows);
        Quads.pack(Rows.of(matrix), columns, new Quads(rows, columns), transposed);
        for (int r = 0; r < rows; r++) {
            for (int t = 0; t < columns; t++) {
                assertThat(packed.get(r, t)).isEqualTo(matrix[r][t]);
                assertThat(transposed.get(t, r)).isEqualTo(matrix[r][t]);
            }
        }
    }

    private static void assertSame(double[][] actual, double[][] expected, int width) {
        for (int r = 0; r < actual.length; r++) {
            assertThat(Arrays.copyOf(actual[r], width)).containsExactly(Arrays.copyOf(expected[r], width));
        }
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return matrix;
    }
}
