package io.github.microgradj.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests that PyTorch trains to our losses, so that the benchmarks compare the same work. */
class TorchTrainingTest {
    @Test
    void theNotebooksHundredSteps() {
        assertThat(Training.of(Task.moons(100), TorchSteps::new).error()).isLessThan(Work.TOLERANCE);
    }

    @Test
    void crossEntropy() {
        assertThat(Training.of(Task.digits(), TorchSteps::new).error()).isLessThan(Work.TOLERANCE);
    }

    @Test
    void microgpt() {
        assertThat(GptTraining.of(TorchGpt::new).error()).isLessThan(Work.TOLERANCE);
    }
}
