package io.github.microgradj.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    @Test
    void charactersTakeTheColumnsThatTerminalsGiveThem() {
        assertThat(TextWidth.of("漢字")).isEqualTo(4);
        assertThat(TextWidth.of("\u231a\u2705\ud83d\ude80\ud83e\udd16")).isEqualTo(8);
        assertThat(TextWidth.of("\u2190\u2502\u25cf\u2713")).isEqualTo(4);
        assertThat(TextWidth.of("\ud83c\udde9\ud83c\uddea"))
                .as("a flag, in two halves")
                .isEqualTo(2);
        assertThat(TextWidth.of("\ud83d\udc4d\ud83c\udffd"))
                .as("a thumb of some colour")
                .isEqualTo(2);
        assertThat(TextWidth.of("\u1112\u1161\u11ab"))
                .as("a syllable in its parts")
                .isEqualTo(2);
    }

    @Test
    void whatHasNoPictureTakesNoColumn() {
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("a\u200bb\u0007")).isEqualTo(2);
        assertThat(TextWidth.styled("\033[1;31mred\033[0m")).isEqualTo(3);
    }

    @Test
    void theWidestLineCounts() {
        assertThat(TextWidth.of("one\nthree\n")).isEqualTo(5);
    }

    @Test
    void aTextIsCutToALine() {
        assertThat(TextWidth.line(" e\u0301\tb\u200b\u0007 ", 9)).isEqualTo("\u00e9 b\ufffd");
        assertThat(TextWidth.line("漢字漢字", 5)).isEqualTo("漢字\u2026");
        assertThat(TextWidth.line("x\u202ey", 9)).isEqualTo("xy");
        assertThat(TextWidth.line("\u05d0", 9)).isEqualTo("\ufffd");
        assertThat(TextWidth.cut("漢字漢字漢字", 8)).isEqualTo("漢字...");
        assertThat(TextWidth.cut("short", 5)).isEqualTo("short");
    }

    @Test
    void sentencesBreakBetweenWords() {
        assertThat(TextWidth.wrapped("error: there is no variable modle; did you mean model?", 40))
                .isEqualTo("error: there is no variable modle; did\n    you mean model?");
        assertThat(TextWidth.wrapped("one\ntwo", 40)).isEqualTo("one\ntwo");
    }
}
