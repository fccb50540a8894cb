package io.github.microgradj.viz.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests of the numbers of a report, which need no browser, unlike {@link TrainingReportTest}. */
class TrainingReportNumberTest {
    @Test
    void numbersHaveSixDigits() {
        assertThat(TrainingReport.number(0.10899999999999987)).isEqualTo("0.109");
        assertThat(TrainingReport.number(100 * 0.57)).isEqualTo("57.0");
        assertThat(TrainingReport.number(0.010978370135492717)).isEqualTo("0.0109784");
        assertThat(TrainingReport.number(3.901456135634891e29)).isEqualTo("3.90146e+29");
        assertThat(TrainingReport.number(Double.NaN)).isEqualTo("nan");
    }
}
