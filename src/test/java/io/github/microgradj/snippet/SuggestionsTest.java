package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.snippet.model.Completions;
import io.github.microgradj.snippet.model.Completions.Suggestion;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tests of the completions that are offered, their order and their descriptions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestionsTest {
    private SnippetEngine engine;

    @BeforeAll
    void start() {
        engine = new SnippetEngine("""
                import io.github.microgradj.engine.*;
                import io.github.microgradj.nn.*;
                import io.github.microgradj.nn.Module;
                import io.github.microgradj.language.Ops;
                import static io.github.microgradj.language.Prelude.*;
                import java.util.*;
                """);
        engine.eval("var value = new Value(2);");
        engine.eval("var values = List.of(value);");
        engine.eval("var named = Map.of(\"a\", List.of(value));");
        engine.eval("class Mine { int number; String text(int n) { return \"\" + n; } }");
        engine.eval("var mine = new Mine();");
        engine.eval("double halved(double x) { return x / 2; }");
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private Completions complete(String typed) {
        return engine.complete(typed, typed.length());
    }

    private Map<String, String> types(String typed) {
        return complete(typed).suggestions().stream()
                .collect(Collectors.toMap(Suggestion::continuation, Suggestion::type));
    }

    @Test
    void membersTellWhatTheyGive() {
        assertThat(types("value."))
                .containsEntry("data", "double")
                .containsEntry("backward()", "void")
                .containsEntry("pow(", "Value")
                .containsEntry("operands()", "List<Value>")
                .containsEntry("op()", "Op");
    }

    @Test
    void typeVariablesStandForWhatTheyAreHere() {
        assertThat(types("values.")).containsEntry("get(", "Value").containsEntry("iterator()", "Iterator<Value>");
        assertThat(types("named.entrySet().")).containsEntry("iterator()", "Iterator<Map.Entry<String,List<Value>>>");
        assertThat(types("named.get(\"a\").get(0).")).containsEntry("relu()", "Value");
    }

    @Test
    void membersOfClassesAndOfTheUsersOwn() {
        assertThat(types("Math.ma")).containsEntry("max(", "...");
        assertThat(types("1 + Math.max(Math.PI, value.d")).containsEntry("data", "double");
        assertThat(types("mine.")).containsEntry("number", "int").containsEntry("text(", "String");
        assertThat(types("var x = -(value * 2).")).containsEntry("relu()", "Value");
    }

    @Test
    void namesTellTheirTypes() {
        assertThat(types("val")).containsEntry("value", "Value").containsEntry("values", "List<Value>");
        assertThat(types("dr")).containsEntry("drawDot(", "GraphDot");
        assertThat(types("halv")).containsEntry("halved(", "double");
    }

    @Test
    void whatEveryObjectHasComesLastAndItsMonitorOnlyWhenItIsTyped() {
        assertThat(complete("value.").continuations())
                .endsWith("equals(", "getClass()", "hashCode()", "toString()")
                .doesNotContain("wait(", "notify()");
        assertThat(complete("value.wa").continuations()).containsExactly("wait(");
    }

    @Test
    void whatFitsComesFirst() {
        assertThat(complete("double d = value.").continuations())
                .startsWith("constant()", "data", "grad", "abs()")
                .contains("relu()");
        assertThat(complete("").continuations()).startsWith("halved(").doesNotContain("String");
    }

    @Test
    void membersOfTheUsersOwnComeBeforeWhatObjectKeepsToItself() {
        assertThat(complete("mine.").continuations())
                .startsWith("number", "text(")
                .doesNotContain("clone()", "finalize()");
        assertThat(complete("new int[3].").continuations()).contains("length");
    }

    @Test
    void theUsersOwnTypesComeFirstBehindNew() {
        assertThat(complete("var m = new ").suggestions()).first().satisfies(each -> assertThat(each.continuation())
                .startsWith("Mine"));
        assertThat(complete("var m = new ").continuations()).anyMatch(each -> each.startsWith("MLP"));
    }

    @Test
    void whatStandsEarlierInTheTextIsKnown() {
        assertThat(complete("String s() { return \"\"; } s().le").continuations())
                .containsExactly("length()");
        assertThat(complete("String s() { return \"\"; } s().le").anchor()).isEqualTo(30);
        assertThat(complete("class Own { int n; } new Own().").continuations()).startsWith("n");
        assertThat(complete("record R(int x) {}\nvar r = new R(3);\nr.").continuations())
                .startsWith("x", "x()");
        assertThat(complete("var own = List.of(1); own.").continuations())
                .contains("get(")
                .doesNotContain("wait(")
                .endsWith("equals(", "getClass()", "hashCode()", "toString()");
        assertThat(complete("Value twice(Value x) { return x * 2; } twice(value).re")
                        .continuations())
                .containsExactly("relu()");
    }

    @Test
    void oursTellWhatTheyAre() {
        assertThat(complete("value.re").suggestions())
                .containsExactly(new Suggestion(
                        "relu()", "Value", "Returns max(x, 0); the derivative is 1 if x is above 0, and 0 otherwise."));
        assertThat(complete("Mod").suggestions())
                .anySatisfy(
                        each -> assertThat(each).extracting(Suggestion::type).isEqualTo("interface"));
        assertThat(complete("").suggestions())
                .filteredOn(each -> each.continuation().equals("MLP"))
                .singleElement()
                .satisfies(each -> assertThat(each.summary()).isNotEmpty());
    }
}
