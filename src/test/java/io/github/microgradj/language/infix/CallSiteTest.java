package io.github.microgradj.language.infix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the call at the cursor and of the index of the argument in it. */
class CallSiteTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                a.pow(                       | a.pow(       | 0
                f(1, g(2, 3),                | f(           | 2
                f(1, g(2,                    | f(1, g(      | 1
                f(1, (2 + 3                  | f(           | 1
                f(new int[] {1, 2}, x        | f(           | 1
                f("(", ')',                  | f(           | 2
                {\\n  int x = a.pow(2); f(x,  | {\\n  int x = a.pow(2); f( | 1
                """)
    void isFound(String typed, String prefix, int argument) {
        assertThat(CallSite.around(typed)).contains(new CallSite(prefix.length(), argument));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.pow(2)", "(a + 1", "if (a", "\"f(", "f(1) + [2, ", "new Value"})
    void isNotEverywhere(String typed) {
        assertThat(CallSite.around(typed)).isEmpty();
    }
}
