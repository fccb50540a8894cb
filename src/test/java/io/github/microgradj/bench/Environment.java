package io.github.microgradj.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The machine on which figures were measured. */
final class Environment {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** The option with which {@code .ci/bench --bits} has the JVM use shorter vectors. */
    private static final @Nullable String IMITATION = System.getenv("JAVA_TOOL_OPTIONS");

    private Environment() {}

    static List<String> lines() {
        return List.of(
                processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Java " + Runtime.version() + " of " + System.getProperty("java.vendor") + ", "
                        + String.join(" ", Benchmarks.FLAGS)
                        + (IMITATION == null ? "" : ", imitating shorter vectors with " + IMITATION),
                "load at the start " + load());
    }

    /** Returns the load average over the last minute. */
    static String load() {
        return String.format(
                Locale.ROOT,
                "%.2f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
