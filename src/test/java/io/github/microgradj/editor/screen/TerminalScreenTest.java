package io.github.microgradj.editor.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of the simulated terminal that other tests use. It must show what xterm and tmux show; each expectation was
 * checked in tmux.
 */
class TerminalScreenTest {
    private final TerminalScreen screen = new TerminalScreen(10, 4);

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            0123456789a|0123456789/a
            0123456789$[Ab|012345678b
            0123456789$[20Cb|012345678b
            0123456789$[4Gb|012b456789
            0123456789$[K|0123456789
            abc$[D$[Kd|abd
            ab$[D$[Jc|ac
            abc/abc$[A$[D$[Jd|abd
            abc/$[K$[A$[2Cd|abd
            a~b|a       b
            abcd$[3D$[@X|aXbcd
            abcd$[3D$[P|acd
            abcd$[3D$[2X|a  d
            a/b/c/d/e|b/c/d/e
            a/b/c$[2A$[L|/a/b/c
            a/b/c$[2A$[M|b/c
            a/b/c/d$[2;3r$[3;1H/e|a/c/e/d
            a/b$[1;1H$MX|X/a/b
            a$7/b$8c|ac/b
            a$[?1049hb$[?1049lc|ac
            a$]0;title#b|ab
            a$[38;2;1;2;3;1mb$[0mc|abc
            """)
    void paintsAsTerminalsDo(String written, String expected) {
        screen.write(written.replace("$", "\033")
                .replace("/", "\r\n")
                .replace("~", "\t")
                .replace("#", "\007"));
        assertThat(screen.text()).isEqualTo(expected.replace("/", "\n"));
    }

    @Test
    void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
        screen.write("a\u6f22e\u0301b");
        assertThat(screen.text()).isEqualTo("a\u6f22e\u0301b");
        assertThat(screen.cursorColumn()).isEqualTo(5);
        screen.write("\033[3Dx");
        assertThat(screen.text()).isEqualTo("a xe\u0301b");
    }

    @Test
    void aSequenceMayArriveInPieces() {
        screen.write("a\033");
        screen.write("[1");
        screen.write("0Db\uD83D");
        screen.write("\uDE00");
        assertThat(screen.text()).isEqualTo("b\uD83D\uDE00");
    }

    @Test
    void whatScrollsOutIsKept() {
        screen.write("a\r\nb\r\nc\r\nd\r\ne\r\nf");
        assertThat(screen.scrolledOut()).containsExactly("a", "b");
    }

    @Test
    void anotherWidthBreaksLinesAnew() {
        screen.write("0123456789abc\r\nxyz\033[2D");
        screen.resize(6, 4);
        assertThat(screen.text()).isEqualTo("012345\n6789ab\nc\nxyz");
        assertThat(screen.cursorRow()).isEqualTo(3);
        assertThat(screen.cursorColumn()).isEqualTo(1);
        screen.resize(20, 4);
        assertThat(screen.text()).isEqualTo("0123456789abc\nxyz");
        screen.resize(20, 1);
        assertThat(screen.text()).isEqualTo("xyz");
        assertThat(screen.scrolledOut()).containsExactly("0123456789abc");
    }

    @Test
    void answersWhereTheCursorIs() {
        screen.write("a\r\nbc\033[6n");
        assertThat(screen.answers()).isEqualTo("\033[2;3R");
        assertThat(screen.answers()).isEmpty();
    }

    @Test
    void aSequenceItDoesNotKnowIsAnError() {
        assertThatThrownBy(() -> screen.write("\033[5v")).hasMessageContaining("[5v");
    }
}
