package io.github.microgradj.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {
    private final Highlighter highlighter = new Highlighter(new Highlighter.Vocabulary() {
        @Override
        public boolean isCommand(String begun) {
            return "train".startsWith(begun) || "graph".startsWith(begun);
        }

        @Override
        public boolean isOption(String command, String begun) {
            return "--steps".startsWith(begun);
        }

        @Override
        public boolean takesJava(String command) {
            return command.equals("graph");
        }
    });

    private String spans(String text, int cursor) {
        return highlighter.spans(text, cursor).stream()
                .map(span -> span.kind() + "<" + text.substring(span.start(), span.end()) + ">")
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "for (int i = 0; i < n; i++) | KEYWORD<for> KEYWORD<int> NUMBER<0>",
                "var a = new Value(-4.0) | KEYWORD<var> KEYWORD<new> TYPE<Value> NUMBER<4.0>",
                "record = 1 | NUMBER<1>",
                "record Point(double x) {} | KEYWORD<record> TYPE<Point> KEYWORD<double>",
                "Math.PI * MLP.load(f) | TYPE<Math> TYPE<MLP>",
                "b**3 + 0x1p-2 | KEYWORD<**> NUMBER<3> NUMBER<0x1p-2>",
                "s = \"half | STRING<\"half>",
                "\"x // y\" + 'c' // z | STRING<\"x // y\"> STRING<'c'> COMMENT<// z>",
                "a /* half | COMMENT</* half>",
                "g = a + b # don't | COMMENT<# don't>",
                ":train moons --steps 5 | COMMAND<:train> OPTION<--steps> NUMBER<5>",
                ":train moons --st | COMMAND<:train> OPTION<--st>",
                ":tarin moons | UNKNOWN<:tarin>",
                ":train moons --stpes 5 | COMMAND<:train> UNKNOWN<--stpes> NUMBER<5>",
                ":train MLP new | COMMAND<:train>",
                ":graph --steps new Value(2) | COMMAND<:graph> OPTION<--steps> KEYWORD<new> TYPE<Value> NUMBER<2>",
                "x ? a : train | ''",
            })
    void findsWhatIsToBeColoured(String text, String expected) {
        assertThat(spans(text, -1)).isEqualTo(expected.equals("''") ? "" : expected);
    }

    @Test
    void aCommandMayFollowJava() {
        assertThat(spans("int a = 1;\n:train a\nint", -1))
                .isEqualTo("KEYWORD<int> NUMBER<1> COMMAND<:train> KEYWORD<int>");
    }

    @Test
    void aTextBlockIsOneString() {
        assertThat(spans("\"\"\"\n int // \n:train\n", -1)).isEqualTo("STRING<\"\"\"\n int // \n:train\n>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(a[1])^ | ( )",
                "f(a[1]^) | [ ]",
                "f^(a[1]) | ( )",
                "f(a[1^]) | [ ]",
                "f(a^) | ( )",
                "f(a^ | ''",
                "f)^ | wrong )",
                "f(]^ | wrong ]",
                "f(\")\"^) | ( )",
            })
    void theBracketAtTheCursorShowsItsPartner(String text, String expected) {
        String code = text.replace("^", "");
        List<Span> marked = highlighter.spans(code, text.indexOf('^')).stream()
                .filter(span -> span.kind() == Span.Kind.BRACKET || span.kind() == Span.Kind.UNKNOWN)
                .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                .toList();
        String shown = marked.stream()
                .map(span ->
                        (span.kind() == Span.Kind.UNKNOWN ? "wrong " : "") + code.substring(span.start(), span.end()))
                .collect(Collectors.joining(" "));
        assertThat(shown).isEqualTo(expected.equals("''") ? "" : expected);
    }

    /** Checks that incomplete text never causes an exception, and that all spans are inside the text. */
    @Property
    void takesAnything(@ForAll @From("texts") String text) {
        assertThat(highlighter.spans(text, text.length() / 2))
                .allMatch(span -> span.start() < span.end() && span.start() >= 0 && span.end() <= text.length());
        assertThat(Indentation.after(text)).isBlank();
        assertThat(Indentation.closing(text)).isBlank();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "\"", "\"\"\"", "'", "\\", "/*", "*/", "//", "#", "\n", ":", "train", " --x", "(", ")", "{",
                        "}", "[", "]", "a", "1", ".", "**", " ", "é", "\uD83D")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
