package io.github.microgradj.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> KNOWN =
            List.of("--seed", "--noise", "--step", "--steps", "--samples", "tanh", "sin", "min");

    @ParameterizedTest
    @CsvSource({
        "--sted, --step", // --seed is one letter away too, but shares a shorter prefix
        "--seeds, --seed",
        "--sampels, --samples",
        "tahn, tanh",
        "mim, min",
    })
    void theNameThatIsNearestIsMeant(String typed, String meant) {
        assertThat(DidYouMean.didYouMean(typed, KNOWN)).isEqualTo("; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({"--sted, --seed or --steps", "--stec, --steps", "--x, ''"})
    void oneThatBeginsAsWasTypedMayBeMeantToo(String typed, String meant) {
        assertThat(DidYouMean.didYouMean(typed, List.of("--seed", "--steps", "--samples")))
                .isEqualTo(meant.isEmpty() ? "" : "; did you mean " + meant + "?");
    }
}
