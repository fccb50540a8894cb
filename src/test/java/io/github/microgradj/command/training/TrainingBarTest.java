package io.github.microgradj.command.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.train.TrainingStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingBarTest {
    @ParameterizedTest
    @CsvSource({
        "100, [############------------]  50/100  loss 0.1235  accuracy 98.0%  1:05 left",
        "79, [############------------]  50/100  loss 0.1235  accuracy 98.0%  1:05 left",
        "60, [#####-----]  50/100  loss 0.1235  accuracy 98.0%  1:05 left",
        "50, [#####------]  50/100  loss 0.1235  accuracy 98.0%",
        "39, [########--------]  50/100  loss 0.1235",
        "20, [#####-----]  50/100",
        "12, [#####-----]",
        "1, []"
    })
    void numbersGoBeforeTheBar(int columns, String line) {
        TrainingStep epoch = new TrainingStep(49, 0.12345678, 0.98, 0.5);
        assertThat(TrainingBar.line(epoch, 100, 65_000_000_000L, columns)).isEqualTo(line);
    }
}
