package io.github.microgradj.viz.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BundledFontTest {
    @Test
    void theFontIsTheOneThatComesAlong() {
        assertThat(BundledFont.sized(1).getFamily()).isEqualTo(BundledFont.NAME);
        assertThat(BundledFont.sized(1).canDisplayUpTo("x\u2080 \u03bb \u2212 tanh"))
                .isNegative();
    }
}
