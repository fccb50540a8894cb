package io.github.microgradj.bench;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The benchmarks by name, {@code WORKLOAD.WAY}. Ratios are to the first of a workload. */
final class Benchmarks {
    /** What the launcher gives the shell. */
    static final List<String> FLAGS = List.of("-XX:+UseSerialGC");

    private static final List<String> NONE = List.of();
    private static final List<String> ONE_THREAD = List.of("-XX:ActiveProcessorCount=1");
    private static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");
    private static final List<String> VECTOR_ONE_THREAD =
            Stream.concat(VECTOR.stream(), ONE_THREAD.stream()).toList();

    static final List<Row> TABLE = List.of(
            new Row("tiny.eager", 1000, NONE, Graphs::tiny),
            new Row("tiny.compiled", 1000, NONE, Graphs::tinyCompiled),
            new Row("readme.eager", 100, NONE, Graphs::readme),
            new Row("readme.compiled", 1000, NONE, Graphs::readmeCompiled),
            new Row("chain1m.eager", 1, NONE, Graphs::chain),
            training("moons.java", Task.STEPS, NONE, Benchmarks::moons, JavaSteps::new),
            training("moons.eager", 1, NONE, Benchmarks::moons, EagerSteps::new),
            training("moons.plain", Task.STEPS, NONE, Benchmarks::moons, CompiledSteps::new),
            training("moons.compiled", Task.STEPS, VECTOR, Benchmarks::moons, CompiledSteps::new),
            training("moons10k.plain", 1, ONE_THREAD, Benchmarks::moons10k, CompiledSteps::new),
            training("moons10k.compiled", 1, VECTOR_ONE_THREAD, Benchmarks::moons10k, CompiledSteps::new),
            training("moons10k.compiled.threads", 1, VECTOR, Benchmarks::moons10k, CompiledSteps::new),
            training("digits.eager", 1, NONE, Task::digits, EagerSteps::new),
            training("digits.plain", 1, ONE_THREAD, Task::digits, CompiledSteps::new),
            training("digits.compiled", 1, VECTOR_ONE_THREAD, Task::digits, CompiledSteps::new),
            training("digits.compiled.threads", 1, VECTOR, Task::digits, CompiledSteps::new),
            training("mnist.eager", 1, NONE, Task::mnist, EagerSteps::new),
            training("mnist.plain", 1, ONE_THREAD, Task::mnist, CompiledSteps::new),
            training("mnist.compiled", 1, VECTOR_ONE_THREAD, Task::mnist, CompiledSteps::new),
            training("mnist.compiled.threads", 1, VECTOR, Task::mnist, CompiledSteps::new));

    /**
     * A benchmark.
     *
     * @param runs how many are timed at once, so that looking at the clock costs nothing beside them; 1 shows each pause
     * @param flags for its JVM, beside those of all
     * @param work makes what is timed
     */
    record Row(String name, int runs, List<String> flags, Supplier<Work> work) {
        String workload() {
            return name.substring(0, name.indexOf('.'));
        }
    }

    private Benchmarks() {}

    /** The benchmark of that name. */
    static Row named(String name) {
        return matching(name).stream()
                .filter(row -> row.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The benchmark of that name, or else those whose names begin with it.
     *
     * @throws IllegalArgumentException if there is none
     */
    static List<Row> matching(String name) {
        List<Row> rows = TABLE.stream().filter(row -> row.name.equals(name)).toList();
        if (rows.isEmpty()) {
            rows = TABLE.stream().filter(row -> row.name.startsWith(name)).toList();
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no benchmark " + name + ", but "
                    + String.join(" ", TABLE.stream().map(Row::name).toList()));
        }
        return rows;
    }

    private static Row training(
            String name, int runs, List<String> flags, Supplier<Task> task, Function<Task, Training.Steps> way) {
        return new Row(name, runs, flags, () -> Training.of(task.get(), way));
    }

    private static Task moons() {
        return Task.moons(100);
    }

    private static Task moons10k() {
        return Task.moons(10_000);
    }
}
