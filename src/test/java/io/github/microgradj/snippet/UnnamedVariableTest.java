package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.snippet.model.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Tests of unnamed variables, which Java has had since version 22. */
final class UnnamedVariableTest {
    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void thereMayBeSeveral() {
        try (SnippetEngine engine = new SnippetEngine("")) {
            engine.eval("int _ = 42;");
            assertThat(engine.eval("int _ = 43;")).isInstanceOf(Evaluation.Result.class);
            assertThat(engine.eval("String _ = \"a\";")).isInstanceOf(Evaluation.Result.class);
            assertThat(engine.variables()).isEmpty();
        }
    }
}
