package io.github.microgradj.bench;

import io.github.microgradj.engine.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The table of benchmarks, named {@code WORKLOAD.WAY}. Ratios are relative to the first benchmark of a workload. */
final class Benchmarks {
    /** The JVM options that the launcher also uses. */
    static final List<String> FLAGS = List.of("-XX:+UseSerialGC");

    static final List<String> NONE = List.of();
    static final List<String> ONE_THREAD = List.of("-XX:ActiveProcessorCount=1");
    private static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");
    static final List<String> VECTOR_ONE_THREAD =
            Stream.concat(VECTOR.stream(), ONE_THREAD.stream()).toList();

    private static final List<String> TORCH =
            List.of("-Dai.djl.offline=true", "-DDJL_CACHE_DIR=target/djl", "--enable-native-access=ALL-UNNAMED");
    private static final List<String> TORCH_ONE_THREAD = Stream.concat(
                    TORCH.stream(), Stream.of("-Dai.djl.pytorch.num_threads=1"))
            .toList();

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
            torch("moons.torch", 1, TORCH_ONE_THREAD, Benchmarks::moons),
            torch("moons.torch.threads", 1, TORCH, Benchmarks::moons),
            training("moons10k.plain", Task.STEPS, ONE_THREAD, Benchmarks::moons10k, CompiledSteps::new),
            training("moons10k.compiled", Task.STEPS, VECTOR_ONE_THREAD, Benchmarks::moons10k, CompiledSteps::new),
            training("moons10k.compiled.threads", Task.STEPS, VECTOR, Benchmarks::moons10k, CompiledSteps::new),
            torch("moons10k.torch", Task.STEPS, TORCH_ONE_THREAD, Benchmarks::moons10k),
            torch("moons10k.torch.threads", Task.STEPS, TORCH, Benchmarks::moons10k),
            training("moons1m.plain", Task.STEPS, ONE_THREAD, Benchmarks::moons1m, CompiledSteps::new),
            training("moons1m.compiled", Task.STEPS, VECTOR_ONE_THREAD, Benchmarks::moons1m, CompiledSteps::new),
            training("moons1m.compiled.threads", Task.STEPS, VECTOR, Benchmarks::moons1m, CompiledSteps::new),
            training("digits.eager", 1, NONE, Task::digits, EagerSteps::new),
            training("digits.plain", 1, ONE_THREAD, Task::digits, CompiledSteps::new),
            training("digits.compiled", 1, VECTOR_ONE_THREAD, Task::digits, CompiledSteps::new),
            training("digits.compiled.threads", 1, VECTOR, Task::digits, CompiledSteps::new),
            torch("digits.torch", 1, TORCH_ONE_THREAD, Task::digits),
            torch("digits.torch.threads", 1, TORCH, Task::digits),
            training("mnist.eager", 1, NONE, Task::mnist, EagerSteps::new),
            training("mnist.plain", 1, ONE_THREAD, Task::mnist, CompiledSteps::new),
            training("mnist.compiled", 1, VECTOR_ONE_THREAD, Task::mnist, CompiledSteps::new),
            training("mnist.compiled.threads", 1, VECTOR, Task::mnist, CompiledSteps::new),
            torch("mnist.torch", 1, TORCH_ONE_THREAD, Task::mnist),
            torch("mnist.torch.threads", 1, TORCH, Task::mnist),
            new Row("gpt.eager", GptTraining.STEPS, NONE, GptTraining::eager),
            new Row("gpt.plain", GptTraining.STEPS, ONE_THREAD, GptTraining::compiled),
            new Row("gpt.compiled", GptTraining.STEPS, VECTOR_ONE_THREAD, GptTraining::compiled),
            new Row("gpt.torch", GptTraining.STEPS, TORCH_ONE_THREAD, () -> GptTraining.of(Benchmarks::torchGpt)),
            new Row("train.process", 1, NONE, ShellTraining::new));

    /**
     * A benchmark.
     *
     * @param runs the number of runs that are timed together, so that reading the clock costs next to nothing; 1 shows
     *     every pause
     * @param flags more options for its JVM, in addition to those of all benchmarks
     * @param work creates the work that is timed
     */
    record Row(String name, int runs, List<String> flags, Supplier<Work> work) {
        String workload() {
            return name.substring(0, name.indexOf('.'));
        }
    }

    private Benchmarks() {}

    /** Returns the benchmarks of this build with the given names or prefixes, or all if none are given. */
    static List<Row> named(List<String> names) {
        return (names.isEmpty()
                        ? TABLE.stream()
                        : names.stream().map(Benchmarks::matching).flatMap(List::stream))
                .filter(row -> !row.name.contains(".torch")
                        || torch("TorchSteps", Training.Steps.class).isPresent())
                .toList();
    }

    /** Returns the benchmark with this name. */
    static Row named(String name) {
        return Stream.concat(TABLE.stream(), Growth.rows())
                .filter(row -> row.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> matching(String name) {
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

    private static Row torch(String name, int runs, List<String> flags, Supplier<Task> task) {
        return training(
                name,
                runs,
                flags,
                task,
                each -> create(torch("TorchSteps", Training.Steps.class).orElseThrow(), Task.class, each));
    }

    private static GptTraining.Way torchGpt(List<Value> parameters) {
        return create(torch("TorchGpt", GptTraining.Way.class).orElseThrow(), List.class, parameters);
    }

    private static <T, A> T create(Class<? extends T> type, Class<A> argumentType, A argument) {
        try {
            return type.getDeclaredConstructor(argumentType).newInstance(argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a class of PyTorch's training steps, which only the profile {@code torch} has. */
    private static <T> Optional<Class<? extends T>> torch(String name, Class<T> type) {
        try {
            return Optional.of(Class.forName(Benchmarks.class.getPackageName() + "." + name)
                    .asSubclass(type));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Task moons() {
        return Task.moons(100);
    }

    private static Task moons10k() {
        return Task.moons(10_000);
    }

    private static Task moons1m() {
        return Task.moons(1_000_000);
    }
}
