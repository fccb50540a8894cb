package io.github.microgradj.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    /** A network that returns its input, so that it predicts class 1 for positive numbers. */
    private final MLP identity = identity();

    private static MLP identity() {
        MLP model = new MLP(new PythonRandom(1), 1, 1);
        model.parameters().get(0).data = 1;
        return model;
    }

    /** The expected numbers come from scikit-learn's confusion_matrix, precision_score and recall_score. */
    @Test
    void classesHaveAConfusionMatrix() {
        Dataset data = new Dataset(
                "d", new double[][] {{-1}, {-2}, {3}, {4}, {5}}, new int[] {0, 1, 1, 1, 0}, List.of("no", "yes"));
        Predictions predictions = Predictions.of(identity, data);
        assertThat(predictions.predictions()).containsExactly(0, 0, 1, 1, 1);
        assertThat(predictions.confusion()).isDeepEqualTo(new int[][] {{1, 1}, {1, 2}});
        assertThat(predictions.score()).isEqualTo(0.6);
        assertThat(predictions.precision(1)).isEqualTo(2 / 3.0);
        assertThat(predictions.recall(0)).isEqualTo(0.5);
        assertThat(predictions.byClass()).isEqualTo("precision and recall: no 50%, 50%; yes 67%, 67%");
        assertThat(predictions).hasToString("Predictions(d, 5 samples, accuracy 60.0%)");
    }

    @Test
    void aClassThatIsNeverPredictedHasNoPrecision() {
        Dataset data = new Dataset("d", new double[][] {{1}, {2}}, new int[] {1, 1}, List.of("no", "yes"));
        assertThat(Predictions.of(identity, data).byClass())
                .isEqualTo("precision and recall: no none, none; yes 100%, 100%");
    }

    @Test
    void ofManyClassesThoseWithTheLowestRecallAreShown() {
        int classes = 9;
        Dataset data = new Dataset(
                "d",
                Collections.nCopies(classes, new double[] {1}).toArray(double[][]::new),
                IntStream.range(0, classes).toArray(),
                IntStream.range(0, classes).mapToObj(c -> "c" + c).toList());
        assertThat(Predictions.of(new MLP(new PythonRandom(2), 1, classes), data)
                        .byClass())
                .startsWith("precision and recall, lowest recall first: c")
                .endsWith("; ...");
    }

    /** The expected numbers come from scikit-learn's r2_score and mean_absolute_error. */
    @Test
    void numbersHaveErrors() {
        Dataset data = Dataset.regression("d", new double[][] {{2.5}, {0}, {2}, {8}}, new double[] {3, -0.5, 2, 7});
        Predictions predictions = Predictions.of(identity, data);
        assertThat(predictions.score()).isCloseTo(0.9486081370449679, within(1e-15));
        assertThat(predictions.meanAbsoluteError()).isEqualTo(0.5);
        Dataset constant = Dataset.regression("c", new double[][] {{1}, {1}}, new double[] {1, 1});
        assertThat(Predictions.of(identity, constant).score()).isEqualTo(1);
    }
}
