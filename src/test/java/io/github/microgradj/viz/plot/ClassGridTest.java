package io.github.microgradj.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.data.Dataset;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClassGridTest {
    private final Dataset square = new Dataset(
            "square", new double[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}, new int[] {0, 0, 1, 1}, List.of("low", "high"));

    @Property
    void middleOfACellLiesInIt(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
            @ForAll @DoubleRange(min = 0.1, max = 1e6) double extent,
            @ForAll @IntRange(min = 1, max = 300) int cells,
            @ForAll @IntRange(min = 0, max = 299) int cell) {
        ClassGrid.Interval range = new ClassGrid.Interval(low, low + extent);
        int own = cell % cells;
        assertThat(range.cell(range.middle(own, cells), cells)).isEqualTo(own);
    }

    @Test
    void firstRowIsTheTop() {
        ClassGrid field = ClassGrid.of(square, ClassGrid.oneByOne(point -> point[1] > 0.5 ? 1 : 0), 3, 4);
        assertThat(field.classes()).containsExactly(1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(field.cellOf(new double[] {0, 1})).isEqualTo(0);
        assertThat(field.cellOf(new double[] {1, 0})).isEqualTo(11);
    }

    /** Checks that a square of cells has the class of its centre, even if the grid ends within the square. */
    @Property
    void aCoarseFieldAsksForFewPointsInTheMiddleOfSquares(
            @ForAll @IntRange(min = 1, max = 40) int columns, @ForAll @IntRange(min = 1, max = 40) int rows) {
        ClassGrid fine =
                ClassGrid.of(square, ClassGrid.oneByOne(point -> point[0] + point[1] > 1.01 ? 1 : 0), columns, rows);
        int[] asked = new int[1];
        ClassGrid coarse = ClassGrid.ofTraining(
                square,
                points -> {
                    asked[0] = points.length;
                    return ClassGrid.oneByOne(point -> point[0] + point[1] > 1.01 ? 1 : 0)
                            .apply(points);
                },
                columns,
                rows,
                50);
        assertThat(asked[0]).isLessThanOrEqualTo(Math.min(50, columns * rows));
        assertThat(coarse.classes()).hasSameSizeAs(fine.classes());
        if (columns * rows <= 50) {
            assertThat(coarse.classes()).isEqualTo(fine.classes());
        } else if (columns >= 12 && rows >= 12) {
            assertThat(coarse.at(0, rows - 1)).isEqualTo(fine.at(0, rows - 1)).isZero();
            assertThat(coarse.at(columns - 1, 0))
                    .isEqualTo(fine.at(columns - 1, 0))
                    .isOne();
        }
    }

    @Test
    void oneSampleHasRoomAroundIt() {
        Dataset single = new Dataset("one", new double[][] {{3, 4}}, new int[] {0}, List.of("a", "b"));
        assertThat(ClassGrid.of(single, ClassGrid.oneByOne(point -> 1), 2, 2).x())
                .isEqualTo(new ClassGrid.Interval(2, 4));
    }

    @Test
    void classesThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> ClassGrid.of(square, ClassGrid.oneByOne(point -> 2), 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the classifier must return a class from 0 to 1, but it returned 2");
    }

    @Test
    void interruptedThreadsStop() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ClassGrid.of(square, ClassGrid.oneByOne(point -> 0), 2, 2))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
