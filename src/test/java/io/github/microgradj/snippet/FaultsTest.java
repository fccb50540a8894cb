package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.SnippetSplitter;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of snippets that misbehave. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public class FaultsTest {
    /** The counter that snippets increment to show their progress. */
    public static volatile long progress;

    public static volatile CountDownLatch started = new CountDownLatch(1);

    private SnippetEngine engine;

    @BeforeAll
    void start() {
        engine = new SnippetEngine("import java.util.*; \nimport java.util.stream.*;\n" + "import static "
                + FaultsTest.class.getName() + ".*;");
    }

    @AfterAll
    void close() {
        engine.close();
    }

    /** Runs a snippet and stops it after it has counted down {@link #started}. */
    private Evaluation stopped(String snippet) throws InterruptedException {
        started = new CountDownLatch(1);
        engine.arm();
        Thread stopper = new Thread(() -> {
            try {
                started.await();
                Thread.sleep(100);
                engine.stop();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        stopper.start();
        Evaluation evaluation = engine.eval(snippet);
        stopper.join();
        engine.arm();
        return evaluation;
    }

    private Object value(String expression) {
        return ((Evaluation.Result) engine.eval(expression)).value();
    }

    @Test
    void codeStuckInALibraryIsAbandonedAndEndsWhereTheUsersOwnGoesOn() throws InterruptedException {
        Evaluation evaluation = stopped("{ long end = System.nanoTime() + 3_000_000_000L; started.countDown();"
                + " deafUntil(end); while (true) progress++; }");
        assertThat(evaluation).isInstanceOfSatisfying(Evaluation.Stopped.class, stop -> assertThat(stop.stuckIn())
                .isNotEmpty());
        assertThat(value("6 * 7")).isEqualTo(42);
        Thread.sleep(2000);
        long once = progress;
        Thread.sleep(50);
        assertThat(progress).isEqualTo(once);
    }

    /** Simulates a library that ignores interrupts. */
    public static void deafUntil(long end) {
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void aStopThatASnippetSwallowsIsReportedAllTheSame() throws InterruptedException {
        assertThat(stopped(
                        "{ started.countDown(); try { Thread.sleep(100_000); } catch (InterruptedException e) { } }"))
                .isEqualTo(new Evaluation.Stopped(""));
    }

    @Test
    void theUsersOwnThreadsGoOn() throws InterruptedException {
        engine.eval("var ticks = new java.util.concurrent.atomic.AtomicLong();");
        engine.eval("Thread ticker = new Thread(() -> { while (true) { ticks.incrementAndGet(); } });");
        engine.eval("ticker.setDaemon(true); ticker.start();");
        assertThat(stopped("{ started.countDown(); while (true) { } }")).isInstanceOf(Evaluation.Stopped.class);
        long before = (Long) value("ticks.get()");
        Thread.sleep(50);
        assertThat((Long) value("ticks.get()")).isGreaterThan(before);
        assertThat(value("ticker.isAlive()")).isEqualTo(true);
    }

    @Test
    void parallelStreamsAreStopped() throws InterruptedException {
        assertThat(stopped("IntStream.range(0, 8).parallel().forEach(i -> { started.countDown(); while (true) { } });"))
                .isInstanceOf(Evaluation.Stopped.class);
        assertThat(value("IntStream.range(0, 1000).parallel().sum()")).isEqualTo(499500);
    }

    /** The stream itself throws immediately, without waiting for its parts. */
    @Test
    void partsOfAParallelStreamThatHearNothingEndWhenTheyWake() throws InterruptedException {
        assertThat(
                        stopped(
                                "IntStream.range(0, 8).parallel().forEach(i -> {"
                                        + " if (Thread.currentThread() instanceof java.util.concurrent.ForkJoinWorkerThread) {"
                                        + " started.countDown(); deafUntil(System.nanoTime() + 3_000_000_000L); } while (true) progress++; });"))
                .isInstanceOf(Evaluation.Stopped.class);
        Thread.sleep(3500);
        long once = progress;
        Thread.sleep(50);
        assertThat(progress).isEqualTo(once);
        assertThat(value("IntStream.range(0, 1000).parallel().sum()")).isEqualTo(499500);
    }

    @Test
    void aFullHeapIsEmptiedAgain() {
        Evaluation evaluation = engine.eval(
                "{ List<long[]> hoard = new ArrayList<>(); while (true) hoard.add(new long[100_000_000]); }");
        assertThat(evaluation).isInstanceOfSatisfying(Evaluation.Threw.class, threw -> assertThat(threw.exception())
                .isInstanceOf(OutOfMemoryError.class));
        assertThat(value("new long[10_000_000].length")).isEqualTo(10_000_000);
    }

    static Stream<String> tooMuch() {
        return Stream.of(
                "int a = " + "(".repeat(20_000) + 1 + ")".repeat(20_000),
                "int a = 1" + " + 1".repeat(100_000),
                "int[] a = {" + "1,".repeat(20_000) + "1}",
                "String a = \"" + "x".repeat(1_000_000) + "\"",
                "String a = \"" + "x".repeat(40_000) + "\" + \"" + "x".repeat(40_000) + "\"");
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whatIsTooMuchForTheCompilerIsRefused(String snippet) {
        SnippetSplitter.Cut cut = engine.cut(snippet);
        assertThat(cut.text()).isEqualTo(snippet);
        assertThat(engine.eval(cut.source())).isInstanceOf(Evaluation.Rejected.class);
        assertThat(engine.probe(snippet)).isInstanceOf(Evaluation.Rejected.class);
        assertThat(engine.java(snippet + " * 2").faults()).isNotEmpty();
        assertThat(engine.valueOf("a")).isEmpty();
        assertThat(value("6 * 7")).isEqualTo(42);
    }

    @Test
    void theShellHoldsNothingTheUserHasDropped() throws InterruptedException {
        engine.eval("Object held = new Object();");
        WeakReference<Object> reference =
                new WeakReference<>(engine.valueOf("held").orElseThrow());
        engine.eval("held = null;");
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(reference.get()).isNull();
    }
}
