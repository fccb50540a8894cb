package io.github.microgradj.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndentationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "for (;;) {|4",
                "for (;;) {~    if (x) {|8",
                "for (;;) {~    if (x)|8",
                "for (;;) {~    if (x)~        f();|4",
                "for (;;) {~    f();~|4",
                "for (;;) {~    if (x) {~    }|4",
                "for (;;) {~    if (x) {~    } else|8",
                "if (x)|4",
                "var x =|4",
                "foo(a,|4",
                "Stream.of(1)|4",
                "Stream.of(1)~    .map(x -> x)|4",
                "f();|0",
                "f(); // done|0",
                "{ }|0",
                ":graph f(|0",
                "\"\"\"~  text~|0",
                "\"\"\"~  text|2",
            })
    void theNextLineIsIndentedAsPeopleDo(String text, int expected) {
        assertThat(Indentation.after(text.replace('~', '\n'))).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"for (;;) {~  if (x) {~ f();~|2", "for (;;) {~  if (x) {~  }~|0", "f();~|0"})
    void aClosingBracketGoesBelowTheLineThatOpened(String text, int expected) {
        assertThat(Indentation.closing(text.replace('~', '\n'))).hasSize(expected);
    }
}
