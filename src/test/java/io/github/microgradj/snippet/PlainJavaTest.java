package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.snippet.execution.RewritingEvaluator;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Evaluation.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that plain Java keeps its meaning. Every snippet in {@code infix/plain-java.txt}, whether valid or not, must
 * have the same result with and without the infix layer. A line that starts with spaces continues the snippet above it.
 */
class PlainJavaTest {
    private static final Path SNIPPETS = Path.of("src/test/resources/infix/plain-java.txt");
    private static final String STARTUP = """
            import java.io.*;
            import java.math.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            import io.github.microgradj.engine.*;
            import io.github.microgradj.language.Ops;
            """;

    @Test
    @Tag("long")
    void everySnippetMeansTheSameWithTheInfixLayer() throws IOException {
        List<String> snippets = snippets();
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(300);
        SoftAssertions all = new SoftAssertions();
        try (SnippetEngine layered = new SnippetEngine(STARTUP);
                SnippetEngine plain = new SnippetEngine(STARTUP)) {
            for (String snippet : snippets) {
                Evaluation evaluation = layered.eval(layered.cut(snippet).source());
                Submitted submitted = new Submitted(plain);
                new InfixTranslator().run(plain.cut(snippet).source(), submitted);
                all.assertThat(shown(evaluation)).as(snippet).isEqualTo(shown(submitted.outcomes.get(0)));
                all.assertThat(submitted.outcomes).as("rounds of " + snippet).hasSize(1);
            }
        }
        all.assertAll();
    }

    /** An engine without the infix layer. It records the outcome of each source that the layer would try. */
    private static final class Submitted implements InfixTranslator.Java {
        private final List<Evaluation> outcomes = new ArrayList<>();
        private final SnippetEngine engine;

        Submitted(SnippetEngine engine) {
            this.engine = engine;
        }

        @Override
        public List<Diagnostic> run(String source) {
            outcomes.add(engine.submit(source));
            return RewritingEvaluator.faults(outcomes.get(outcomes.size() - 1));
        }

        @Override
        public boolean isVariable(String name) {
            return engine.variables().stream()
                    .anyMatch(variable -> variable.name().equals(name));
        }

        @Override
        public boolean declares() {
            return true;
        }
    }

    private static List<String> snippets() throws IOException {
        List<String> snippets = new ArrayList<>();
        for (String line : Files.readAllLines(SNIPPETS)) {
            if (line.startsWith(" ")) {
                snippets.add(snippets.remove(snippets.size() - 1) + "\n" + line);
            } else {
                snippets.add(line);
            }
        }
        return snippets;
    }

    /**
     * Returns the outcome without the parts that differ between two runs: addresses, and the numbers of JShell's
     * classes.
     */
    private static String shown(Evaluation evaluation) {
        String text;
        if (evaluation instanceof Evaluation.Result result) {
            String value = Arrays.deepToString(new Object[] {result.value()});
            text = result.name() + " " + result.type() + " " + result.expression() + " " + value;
        } else if (evaluation instanceof Evaluation.Rejected rejected) {
            text = rejected.problems().stream().map(PlainJavaTest::shown).collect(Collectors.joining("\n"));
        } else {
            text = evaluation.toString();
        }
        return text.replaceAll("REPL[\\w.$/@]+|@\\w+|#\\d+", "");
    }

    private static String shown(Problem problem) {
        String message = problem.message().lines().findFirst().orElse("");
        return "%s %d %d %d %s".formatted(problem.code(), problem.start(), problem.position(), problem.end(), message);
    }
}
