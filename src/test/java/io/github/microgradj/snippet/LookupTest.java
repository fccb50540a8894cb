package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.snippet.assist.Lookup.Documented;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the lookup of the name or the call at the cursor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupTest {
    private SnippetEngine engine;

    @BeforeAll
    void start() {
        engine = new SnippetEngine("""
                import io.github.microgradj.engine.*;
                import io.github.microgradj.nn.*;
                import io.github.microgradj.language.Ops;
                import static io.github.microgradj.language.Prelude.*;
                import java.util.*;
                """);
        engine.eval("var a = new Value(2);");
        engine.eval("var day = java.time.LocalDate.of(2026, 1, 1);");
        engine.eval("var model = new MLP(2, 1);");
        engine.eval("model.forward(1, 2);");
        engine.eval("double halved(double x) { return x / 2; }");
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private String documentation(String code) {
        Optional<Documented> found = engine.documentation(code, code.length());
        return found.map(each -> each.topic().text(80, UnaryOperator.identity()))
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.ba", "a.for", "model.for", "nothing", "a.nothing("})
    void ofHalfANameThereIsNothing(String code) {
        assertThat(documentation(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                a.pow(                      | Value pow(double exponent)
                var b = a.add(a).pow(2 +    | Value pow(double exponent)
                (a*2 + 1).pow(              | Value pow(double exponent)
                Math.max(1, halved(         | double halved(double x)
                Math.max(halved(1), "(".length( | int length()
                Collections.nCopies(3,      | List<T> nCopies(int n, T o)
                Losses.l2(                  | Value Losses.l2(Module module)
                drawDot(                    | GraphDot Prelude.drawDot(Value root)
                """)
    void callsShowTheirSignature(String code, String signature) {
        assertThat(engine.signatures(code, code.length())).anyMatch(each -> each.endsWith(signature));
    }

    @Test
    void overloadsAreListedOnceEach() {
        assertThat(engine.signatures("new MLP(2, ", 11))
                .startsWith("new MLP(int nin, int... nouts)")
                .hasSize(5);
        assertThat(engine.signatures("a.add(", 6))
                .containsExactlyInAnyOrder("Value add(Value other)", "Value add(double other)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a + 1", "(a + 1)", "a.pow(2)", "if (", "unknown(", "a.unknown(", "\"a.pow("})
    void whereNothingIsCalledThereIsNoSignature(String code) {
        assertThat(engine.signatures(code, code.length())).isEmpty();
    }

    @Test
    void documentsTheNameAtTheCursorElseTheCall() {
        assertThat(documentation("a.relu")).contains("max(x, 0)");
        assertThat(engine.documentation("a.relu()", 4)).isPresent();
        assertThat(documentation("1 + a.pow(2, ")).contains("exponent");
        assertThat(documentation("a")).startsWith("Value a\n\nclass Value");
        assertThat(documentation("String.valueOf")).contains("String valueOf(");
        assertThat(engine.topic("String.repeat")).isPresent();
        assertThat(engine.topic("List.size")).isPresent();
        assertThat(documentation("Math.PI")).contains("double PI");
        assertThat(documentation("day")).startsWith("LocalDate day\n\nclass LocalDate");
        assertThat(documentation("day.plusDays(")).contains("LocalDate plusDays(long daysToAdd)");
        assertThat(documentation("nothing")).isEmpty();
        assertThat(documentation("(a + 1)")).isEmpty();
        assertThat(documentation("(a*2 + 1).pow(2)")).contains("exponent");
        assertThat(engine.documentation("1 + a.pow((2))", 14))
                .map(Documented::name)
                .contains("a.pow");
    }

    @Test
    void theJdkSaysWhatItIsOrWhereToFindIt() {
        String text = documentation("String.format(");
        assertThat(text).contains("String format(String format, Object... args)");
        assertThat(text).containsAnyOf("Returns a formatted string", "JDK's sources");
    }
}
