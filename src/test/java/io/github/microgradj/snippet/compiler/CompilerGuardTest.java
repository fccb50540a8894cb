package io.github.microgradj.snippet.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests of source that crashes some compilers. Java 17's compiler throws on the first case; Java 25's compiler prints a
 * stack trace on the others.
 */
class CompilerGuardTest {
    private final SnippetEngine engine = new SnippetEngine("import java.util.*;");
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void start() {
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        engine.eval("int kept = 42;");
    }

    @AfterEach
    void close() {
        System.setErr(before);
        engine.close();
    }

    private void verify() {
        assertThat(engine.valueOf("kept")).contains(42);
        assertThat(engine.eval("kept + 1")).isInstanceOf(Evaluation.Result.class);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aStandardErrorThatWasExchangedMayBePutBack() {
        PrintStream own = System.err;
        CompilerOutput output = CompilerOutput.keep();
        PrintStream exchanged = System.err;
        output.close();
        assertThat(System.err).isSameAs(own).isNotSameAs(exchanged);
        System.setErr(exchanged); // As a user's thread that saved it while another thread compiled.
        engine.eval("int other = 1;");
        System.err.print("seen");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("seen");
        bytes.reset();
    }

    @Test
    void aVariableThatIsItsOwnTypeIsRefused() {
        for (String text : new String[] {
            "var a = a;", "int f() { var a = a; return 1; }", "class A { int a() { var x = x; return x; } }"
        }) {
            assertThat(engine.eval(text))
                    .isInstanceOfSatisfying(Evaluation.Rejected.class, rejected -> assertThat(rejected.problems())
                            .isNotEmpty());
            assertThat(engine.java(text).faults()).isNotEmpty();
            verify();
        }
        assertThat(engine.eval("int f() { return 1; }")).isEqualTo(new Evaluation.Done("created method f()"));
        assertThat(engine.eval("f()")).isInstanceOf(Evaluation.Result.class);
    }

    @Test
    void aMethodThatIsRefusedLeavesTheOneBefore() {
        engine.eval("int f() { return 1; }");
        assertThat(engine.eval("int f() { var a = a; return 2; }")).isInstanceOf(Evaluation.Rejected.class);
        assertThat(engine.probe("f()"))
                .isInstanceOfSatisfying(Evaluation.Result.class, result -> assertThat(result.value())
                        .isEqualTo(1));
        verify();
    }

    @Test
    void aClassThatIsRefusedLeavesTheOneBefore() {
        engine.eval("class Outer { class Inner {} }");
        engine.eval("var inner = new Outer().new Inner();");
        Optional<Object> inner = engine.valueOf("inner");
        if (engine.eval("class Outer { static class Inner {} int k = 7; }") instanceof Evaluation.Rejected) {
            assertThat(engine.valueOf("inner")).isEqualTo(inner);
            assertThat(engine.eval("new Outer().new Inner()")).isInstanceOf(Evaluation.Result.class);
        } else {
            assertThat(engine.eval("new Outer().k")).isInstanceOf(Evaluation.Result.class);
        }
        verify();
    }

    @Test
    void aStatementWhoseTypesTheCompilerCannotNameRunsOrIsRefused() {
        engine.eval("var mixed = List.of(1, \"a\", 2.0);");
        assertThat(engine.eval("System.out.print(mixed.get(1) == null ? \"none\" : \"\");"))
                .isInstanceOfAny(Evaluation.Done.class, Evaluation.Rejected.class);
        verify();
    }

    @Test
    void snippetsAndTheirThreadsWriteToStandardError() {
        engine.eval("System.err.print(\"snippet \");");
        engine.eval("var writer = new Thread(() -> System.err.print(\"thread \"));");
        engine.eval("writer.start(); writer.join();");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("snippet thread ");
    }

    @Test
    void aSnippetMayExchangeStandardError() {
        engine.eval("var own = new java.io.ByteArrayOutputStream();");
        engine.eval("System.setErr(new java.io.PrintStream(own, true));");
        engine.eval("System.err.print(1);");
        assertThat(String.valueOf(engine.valueOf("own").orElseThrow())).isEqualTo("1");
        assertThat(bytes.size()).isZero();
    }
}
