package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.snippet.model.Evaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Tests of overloaded methods that call each other. */
final class OverloadsTest {
    private final SnippetEngine engine = new SnippetEngine("");

    @AfterEach
    void close() {
        engine.close();
    }

    private Object value(String source) {
        return engine.eval(source) instanceof Evaluation.Result result ? result.value() : "no value";
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_18)
    void callEachOther() {
        assertThat(engine.eval("int f(int x) { return x * x; }"))
                .isEqualTo(new Evaluation.Done("created method f(int)"));
        assertThat(engine.eval("int f(int x, int y) { return f(x) + f(y); }"))
                .isEqualTo(new Evaluation.Done("created method f(int, int)"));
        assertThat(value("f(2, 3)")).isEqualTo(13);
        engine.eval("int m(int i) { return i + 1; }");
        engine.eval("int m(String s) { return m(0) + s.length(); }");
        assertThat(value("m(\"ab\")")).isEqualTo(3);
        assertThat(engine.eval("int m(int k) { return k < 0 ? m(\"abc\") : k; }"))
                .isEqualTo(new Evaluation.Done("replaced method m(int)"));
        assertThat(value("m(-1)")).isEqualTo(3);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_17)
    void areRefusedWithAReason() {
        engine.eval("int m(int i) { return i + 1; }");
        Evaluation evaluation = engine.eval("int m(String s) { return m(0) + s.length(); }");
        assertThat(evaluation).isInstanceOf(Evaluation.Rejected.class);
        assertThat(((Evaluation.Rejected) evaluation).problems().get(0).message())
                .isEqualTo("before Java 18, a method in the shell cannot call another method of the same name;"
                        + " declare both in a class");
        assertThat(value("m(1)")).isEqualTo(2);
    }
}
