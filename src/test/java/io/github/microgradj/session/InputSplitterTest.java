package io.github.microgradj.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.snippet.SnippetEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputSplitterTest {
    private static final SnippetEngine ENGINE = new SnippetEngine("");

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private static List<InputSplitter.Unit> units(String text) {
        List<InputSplitter.Unit> units = new ArrayList<>();
        new InputSplitter(text, ENGINE::cut).forEachRemaining(units::add);
        return units;
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("#", "" + i))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the total number of characters that the splitter examines. */
    private static long work(String text, boolean whole) {
        AtomicLong characters = new AtomicLong();
        assertThat(InputSplitter.endsIncomplete(text, each -> {
                    characters.addAndGet(each.length());
                    return ENGINE.cut(each);
                }))
                .isEqualTo(!whole);
        return characters.get();
    }

    @Test
    void aLongClassIsOneUnitAndWhatFollowsItIsRead() {
        String text = "class Long {\n" + lines(2000, "    int field#;") + "\n}\n:vars\nint after = 1;";
        List<InputSplitter.Unit> units = units(text);
        assertThat(units).hasSize(3);
        assertThat(units.get(1).text()).isEqualTo(":vars");
        assertThat(units.get(1).line()).isEqualTo(2003);
        assertThat(units.get(2).source()).isEqualTo("int after = 1;");
    }

    @Test
    void aBlockOfPythonIsOneUnitAndEndsAtAnEmptyLine() {
        String block = "for p in ps:\n  p.data = 0;\n\n  p.grad = 0\nelse:\n  done()";
        assertThat(units(block + "\nint after = 1;"))
                .extracting(InputSplitter.Unit::text)
                .containsExactly(block, "int after = 1;");
        assertThat(InputSplitter.endsIncomplete("for p in ps:", ENGINE::cut)).isTrue();
        assertThat(InputSplitter.endsIncomplete("for p in ps:\n  p.data = 0;", ENGINE::cut))
                .isTrue();
        assertThat(InputSplitter.endsIncomplete("for p in ps:\n  p.data = 0;\n", ENGINE::cut))
                .isFalse();
        assertThat(InputSplitter.endsIncomplete("for p in ps:\n  p.data = 0;\n  ", ENGINE::cut))
                .isFalse();
        assertThat(InputSplitter.endsIncomplete("for p in ps: p.data = 0", ENGINE::cut))
                .isFalse();
    }

    @Test
    void whetherALongTextIsWholeTakesNoQuadraticTime() {
        String statements = lines(10_000, "int x# = #;");
        assertThat(work(statements, true)).isLessThan(1000);
        assertThat(work(statements + "\nfor (;;) {", false)).isLessThan(1000);
        String block = "class Long {\n" + lines(3000, "    int field#;");
        assertThat(work(block, false)).isLessThan(20L * block.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int y = x > 0\n    ? 4\n    : 5",
                "int y = x > 0\n? 4\n\n: 5;",
                "int y = x > 0 ?\n    4\n    :(5)",
                "String s = x > 5\n  ? f(\"?\")\n  : x > 2 ? \"b\"\n  : \"c\"",
            })
    void aColonMayBelongToACondition(String text) {
        assertThat(units(text + "\n:vars").stream().map(InputSplitter.Unit::text))
                .containsExactly(text, ":vars");
    }

    @Test
    void aColonAfterAWholeSnippetIsACommand() {
        assertThat(units("int x = 3\n: vars")).hasSize(2);
        assertThat(units("List<?> x = y\n: vars")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 1;\nif (x > 0) {",
                "int x = 1;\nfoo(\n1,",
                "{ }\nint f() {\n  return 1;\n",
                "int a;\n/* half",
                "int y = x > 0 ? 4",
                "int y = x > 0\n  ? 4",
                "int a;\nString s = \"\"\"\n  x;\n",
            })
    void whatGoesOnIsNotWhole(String text) {
        assertThat(InputSplitter.endsIncomplete(text, ENGINE::cut)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = 1;\nint y",
                "do {\n} while (false)",
                "if (true) {\n}\nelse {\n}",
                ":train\nint x;",
                "List<?> all",
                "Map<?, ?> m = f(a ? 1 : 2)",
                "so?"
            })
    void whatIsWholeIsRun(String text) {
        assertThat(InputSplitter.endsIncomplete(text, ENGINE::cut)).isFalse();
    }
}
