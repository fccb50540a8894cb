package io.github.microgradj.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.export.DenseNetwork.OutputKind;
import io.github.microgradj.export.TrainingPlan.Criterion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the text of exported PyTorch programs. */
class PyTorchTextTest {
    @Test
    void namesAreLiteralsWhateverTheyLookLike() {
        DenseNetwork plain = Networks.all().get(2);
        DenseNetwork network = new DenseNetwork(
                plain.layers(),
                plain.input(),
                plain.target(),
                OutputKind.CLASSIFICATION,
                List.of("a", "b", "c", "d"),
                "kind",
                List.of("@FEATURES@", "\uD83D\uDE00 \"x\"", "@STEPS@"));
        TrainingPlan plan = new TrainingPlan(
                network,
                new double[][] {{1, 2, 3, 4}},
                new double[] {0},
                Criterion.CROSS_ENTROPY,
                "sgd",
                1,
                0.1,
                7,
                0,
                1,
                0);
        assertThat(PyTorchProgram.text(network, plan, "model.py", "model-data.safetensors"))
                .contains("CLASSES = [\"@FEATURES@\", \"\uD83D\uDE00 \\\"x\\\"\", \"@STEPS@\"]", "STEPS = 7\n");
    }
}
