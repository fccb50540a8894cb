package io.github.microgradj.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;

/**
 * A fuzzer that tries the inputs of an arbitrary until its time is up. A jqwik property counts tries instead of time,
 * and ends at its first failure. This class continues, reports each kind of failure once, and shortens its input. The
 * seed of input number n is {@code fuzz.seed} + n, so {@code .ci/fuzz --seed SEED} starts with the input of a reported
 * failure.
 */
public final class Fuzzing {
    /** The time in seconds for all targets together; 0 skips them. */
    private static final double TIME = Double.parseDouble(System.getProperty("fuzz.seconds", "20"));

    /** The name of the only target to run; empty for all of them. */
    private static final String ONLY = System.getProperty("fuzz.only", "");

    private static final long SEED = Long.getLong("fuzz.seed", 15);
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long REDUCTION_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int KINDS_TO_TELL = 30;

    /** The original standard output, because a target may capture standard output. */
    private static final PrintStream OUT = System.out;

    /** The code under test, which may keep state between inputs. */
    public interface Target {
        /** Tries an input. Returns a one-line description of the fault, or empty if there is none. */
        Optional<String> fault(String input);

        /** Forgets all earlier inputs. */
        default void restart() {}
    }

    private final String name;
    private final RandomGenerator<String> generator;
    private final Target target;
    private final Set<String> kinds = new HashSet<>();
    /** The first input since the target was started, and the current one. */
    private long begin = SEED;

    private long seed = SEED;
    private String input = "";
    private int failed;

    private Fuzzing(String name, Arbitrary<String> inputs, Target target) {
        this.name = name;
        this.generator = inputs.generator(1000);
        this.target = target;
    }

    /**
     * Tries inputs for a share of the time, and fails if any input fails.
     *
     * @param lifetime the number of inputs after which the target is restarted
     */
    public static void run(String name, double share, int lifetime, Arbitrary<String> inputs, Target target) {
        double seconds = ONLY.isEmpty() ? share * TIME : ONLY.equals(name) ? TIME : 0;
        if (seconds > 0) {
            assertThat(Path.of("").toAbsolutePath().toString())
                    .as("inputs may write files: the process works in a folder of its own")
                    .matches(".*[/\\\\]target[/\\\\]fuzz-\\d+");
            new Fuzzing(name, inputs, target).run((long) (seconds * 1e9), lifetime);
        }
    }

    private void run(long nanos, int lifetime) {
        Thread lastWords = new Thread(() -> {
            failed++;
            tell("the process ends in the middle of it", input);
            record();
        });
        Runtime.getRuntime().addShutdownHook(lastWords);
        long start = System.nanoTime();
        long told = start;
        while (System.nanoTime() - start < nanos) {
            if ((seed - SEED) % lifetime == 0) {
                target.restart();
                begin = seed;
            }
            input = generator
                    .next(new Random(new SplittableRandom(seed).nextLong()))
                    .value();
            target.fault(input).ifPresent(this::failed);
            seed++;
            if (System.nanoTime() - told > PROGRESS_NANOS) {
                told = System.nanoTime();
                OUT.println(name + ": " + tally());
            }
        }
        Runtime.getRuntime().removeShutdownHook(lastWords);
        OUT.println(name + ": " + tally());
        record();
        assertThat(failed)
                .as("failures of %s from seed %d, reported above", name, SEED)
                .isZero();
    }

    private String tally() {
        return (seed - SEED) + " inputs tried, " + failed + " failures";
    }

    private void failed(String fault) {
        failed++;
        String kind = kind(fault);
        if (kinds.size() < KINDS_TO_TELL && kinds.add(kind)) {
            tell(fault, new Reduction(target, kind, System.nanoTime() + REDUCTION_NANOS).of(input));
            begin = seed + 1;
            target.restart();
        }
    }

    /** Returns a fault without the parts that differ from input to input. */
    static String kind(String fault) {
        return fault.replaceAll("\\d+", "0").replaceAll("'[^']*'|\"[^\"]*\"", "'...'");
    }

    private void tell(String fault, String shortest) {
        String alone = shortest.isEmpty() && !input.isEmpty() ? ", only after those from seed " + begin + " on" : "";
        OUT.printf(
                "%s: %s%n  seed %d%s%n  input: %s%n  shortest: %s%n%n",
                name, fault, seed, alone, escaped(input), escaped(shortest));
    }

    /** Returns text on one line, in ASCII, and shortened if it is long. */
    static String escaped(String text) {
        StringBuilder line = new StringBuilder();
        text.chars()
                .limit(2000)
                .forEach(c -> line.append(
                        c == '\n'
                                ? "\\n"
                                : c >= ' ' && c <= '~' ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return line.toString();
    }

    /** Adds a line to the file from which {@code .ci/fuzz} computes its totals. */
    private void record() {
        try {
            Files.writeString(
                    Path.of("tally"),
                    name + " " + (seed - SEED) + " " + failed + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
