package io.github.microgradj.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaLiteralTest {
    @Test
    void literalsAreAscii() {
        assertThat(JavaLiteral.of("a\\b \"c\" \u00fc\n\0")).isEqualTo("\"a\\\\b \\\"c\\\" \\u00fc\\n\\u0000\"");
    }

    @Test
    void lettersOfEveryAlphabetStayForAReader() {
        assertThat(JavaLiteral.escaped("\u00fc\t\u6f22\u0085")).isEqualTo("\u00fc\\t\u6f22\\u0085");
    }
}
