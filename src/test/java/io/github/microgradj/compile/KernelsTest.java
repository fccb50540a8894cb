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
        kernels.multiply(c, fresh ? start : null, a, b, depth, lanes);
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
        double[][] c = matrix(random, rows, Kernels.padded(columns));
        double[][] expected = new double[rows][];
        for (int r = 0; r < rows; r++) {
            expected[r] = c[r].clone();
            for (int j = 0; j < columns; j++) {
                for (int s = 0; s < samples; s++) {
                    expected[r][j] += p[r][s] * q[j][s];
                }
            }
        }
        kernels.outer(c, p, q, samples, new double[samples + 1][Kernels.padded(columns)]);
        assertSame(c, expected, columns);
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
