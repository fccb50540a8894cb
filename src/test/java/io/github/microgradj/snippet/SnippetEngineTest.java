package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.engine.Value;
import io.github.microgradj.snippet.model.Completions;
import io.github.microgradj.snippet.model.Evaluation;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SnippetEngineTest {
    private SnippetEngine engine;

    @BeforeAll
    void start() {
        engine = new SnippetEngine(
                "import io.github.microgradj.engine.*; import java.util.stream.*;\nimport java.util.*;");
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "for (;;) try { Thread.sleep(1); } catch (Throwable t) { }",
                "while (true) { try { while (true) { } } catch (Throwable t) { } finally { } }",
                "Stream.iterate(1, i -> i + 1).forEach(i -> { });",
                "IntStream.iterate(0, i -> 1).filter(i -> i == 2).findFirst()",
                "Thread.sleep(1_000_000);",
                "synchronized (engine) { engine.wait(); }",
                "do { } while (true);",
                "new Object() { void run() { run2(); } void run2() { while (true) switch (3) { case 3: continue; default: } } }.run();"
            })
    void stopEndsWhateverASnippetDoes(String snippet) {
        engine.eval("Object engine = new Object();");
        new Timer(true)
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                engine.stop();
                            }
                        },
                        200);
        assertThat(engine.eval(snippet)).isInstanceOf(Evaluation.Stopped.class);
        engine.arm();
        assertThat(engine.eval("1 + 1"))
                .isInstanceOfSatisfying(Evaluation.Result.class, result -> assertThat(result.value())
                        .isEqualTo(2));
    }

    @Test
    void aStopDuringCompilationIsNotLost() {
        engine.arm();
        engine.stop();
        assertThat(engine.eval("while (true) { }")).isInstanceOf(Evaluation.Stopped.class);
        engine.arm();
    }

    @Test
    void stopWithoutWorkDoesNotHarmTheNextSnippet() {
        engine.stop();
        engine.arm();
        assertThat(engine.eval("int sum = 0; ")).isInstanceOf(Evaluation.Result.class);
        assertThat(engine.eval("for (int i = 0; i < 10; i++) sum += i;")).isInstanceOf(Evaluation.Done.class);
        assertThat(engine.valueOf("sum")).contains(45);
    }

    @Test
    void snippetsAndTheProgramShareObjects() {
        Value value = new Value(3);
        engine.define("shared", Value.class.getName(), value);
        engine.eval("shared.data = 4;");
        assertThat(value.data).isEqualTo(4);
        assertThat(engine.valueOf("shared")).containsSame(value);
    }

    @Test
    void aProbeLeavesNoTrace() {
        assertThat(engine.probe("new Value(2).mul(3)"))
                .isInstanceOfSatisfying(Evaluation.Result.class, result -> assertThat(((Value) result.value()).data)
                        .isEqualTo(6));
        Evaluation.Result before = (Evaluation.Result) engine.eval("1");
        engine.probe("2");
        Evaluation.Result after = (Evaluation.Result) engine.eval("3");
        assertThat(numberOf(after)).isEqualTo(numberOf(before) + 1);
    }

    private static int numberOf(Evaluation.Result result) {
        return Integer.parseInt(result.name().substring(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"System.exit(5);", "try { System.exit(5); } catch (Throwable t) { while (true) { } }"})
    void exitIsReportedNotDone(String snippet) {
        assertThat(engine.eval(snippet)).isEqualTo(new Evaluation.Exited(5));
        assertThat(engine.eval("1")).isInstanceOf(Evaluation.Result.class);
    }

    @Test
    void endlessRecursionLeavesTheEngineAlive() {
        engine.eval("int deep(int n) { return deep(n + 1) + 1; }");
        assertThat(engine.eval("deep(0)"))
                .isInstanceOfSatisfying(Evaluation.Threw.class, threw -> assertThat(threw.exception())
                        .isInstanceOf(StackOverflowError.class));
        assertThat(engine.eval("1")).isInstanceOf(Evaluation.Result.class);
    }

    @Test
    void snippetsSeeTheirOwnClassesThroughTheContextLoader() {
        engine.eval("class Mine { }");
        assertThat(
                        engine.eval(
                                "Class.forName(Mine.class.getName(), true, Thread.currentThread().getContextClassLoader()) == Mine.class"))
                .isInstanceOfSatisfying(Evaluation.Result.class, result -> assertThat(result.value())
                        .isEqualTo(true));
    }

    @Test
    void completesMembers() {
        engine.eval("Value completed = new Value(1);");
        Completions completions = engine.complete("completed.ba", 12);
        assertThat(completions.continuations()).containsExactly("backward()");
        assertThat(completions.anchor()).isEqualTo(10);
    }

    @Test
    void completesMembersOfInfixOperands() {
        try (SnippetEngine infix =
                new SnippetEngine("import io.github.microgradj.engine.*;\nimport io.github.microgradj.language.Ops;")) {
            infix.eval("Value a = new Value(1);");
            String typed = "1 - (a*2 + a**2).backw";
            Completions completions = infix.complete(typed, typed.length());
            assertThat(completions.continuations()).containsExactly("backward()");
            assertThat(completions.anchor()).isEqualTo(typed.length() - 5);
            assertThat(infix.complete("a**2 + a.backw", 14).continuations()).containsExactly("backward()");
            assertThat(infix.complete("(a + true).ba", 13).continuations()).isEmpty();
        }
    }

    @Test
    void assignmentsDeclareUnlessToldNotTo() {
        try (SnippetEngine infix = new SnippetEngine("import io.github.microgradj.engine.*;")) {
            assertThat(infix.eval("x = new Value(1);")).isInstanceOf(Evaluation.Result.class);
            assertThat(infix.declared()).containsExactly("x");
            infix.setDeclaring(false);
            assertThat(infix.eval("y = new Value(1);")).isInstanceOf(Evaluation.Rejected.class);
            infix.setDeclaring(true);
            assertThat(infix.probe("z = 1")).isInstanceOf(Evaluation.Rejected.class);
            assertThat(infix.variables())
                    .extracting(SnippetEngine.Variable::name)
                    .containsExactly("x");
        }
    }
}
