package io.github.microgradj.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.export.PythonProgram;
import io.github.microgradj.nn.Activation;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of exported PyTorch programs. The first Python that can import torch runs them; without one, they are skipped.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes are forked")
class PyTorchProgramTest {
    private static final int STEPS = 50;
    private static final Pattern LOSS = Pattern.compile("(?m)^step \\d+ loss (\\S+)$");
    private static final Optional<String> PYTHON = PythonProgram.with("torch");

    /**
     * Imports PyTorch once, which takes a second, and then runs the program in processes that it forks: each job with
     * its own arguments and environment, all at once.
     */
    private static final String FORKS = """
            import json, os, runpy, sys, traceback
            import torch
            children = []
            for job in json.loads(sys.argv[1]):
                child = os.fork()
                if child == 0:
                    os.environ.update(job["environment"])
                    os.dup2(os.open(job["out"], os.O_WRONLY | os.O_CREAT), 1)
                    os.chdir(job["folder"])
                    sys.argv = ["model.py", job["option"]]
                    try:
                        runpy.run_path("model.py", run_name="__main__")
                    except SystemExit as e:
                        print(e.code)
                    except BaseException:
                        traceback.print_exc()
                        os._exit(1)
                    sys.stdout.flush()
                    os._exit(0)
                children.append(child)
            sys.exit(any([os.waitpid(child, 0)[1] for child in children]))
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsPyTorch() {
        assumeTrue(PYTHON.isPresent(), "no Python here imports torch");
    }

    private static TrainingOptions options() {
        return TrainingOptions.defaults().withSteps(STEPS);
    }

    @Test
    void hingeIsRepeated() throws Exception {
        repeats(Datasets.moons(60, 0.1, 1), options());
    }

    @Test
    void classesInBatchesAreRepeated() throws Exception {
        repeats(
                Datasets.blobs(50, 3, 2),
                options()
                        .withActivation(Activation.TANH)
                        .withOptimizer("adam")
                        .withBatchSize(16)
                        .withScale("standard")
                        .withValidation(0.2));
    }

    @Test
    void regressionIsRepeated() throws Exception {
        repeats(
                Datasets.make("sine", 40, 3),
                options()
                        .withActivation(Activation.LEAKYRELU)
                        .withOptimizer("adamw")
                        .withScale("minmax"));
    }

    @Test
    void logitsAreRepeated() throws Exception {
        repeats(
                Datasets.circles(40, 0.05, 3),
                options().withActivation(Activation.SIGMOID).withLoss(Loss.BCE).withOptimizer("momentum"));
    }

    private void repeats(Dataset data, TrainingOptions options) throws Exception {
        TrainingRun run = Trainer.train(data, options);
        run.export(folder.resolve("model.py"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("model.py", "model-data.safetensors");
        int port = freePort();
        List<String> outputs = forked(
                job("--from-start", Map.of()),
                job("--predict", Map.of()),
                job("--from-start", ofTorchrun(0, port)),
                job("--from-start", ofTorchrun(1, port)));

        List<Double> losses = losses(outputs.get(0));
        assertThat(losses).hasSize(STEPS);
        for (int step = 0; step < STEPS; step++) {
            double ours = run.history().get(step).loss();
            assertThat(losses.get(step)).as("step %d", step).isCloseTo(ours, within(1e-9 * Math.max(1, ours)));
        }
        predictsTheSame(run, outputs.get(1));
        List<Double> shared = losses(outputs.get(2));
        assertThat(outputs.get(3)).isEmpty();
        assertThat(shared).hasSameSizeAs(losses);
        for (int step = 0; step < STEPS; step++) {
            assertThat(shared.get(step))
                    .as("step %d", step)
                    .isCloseTo(losses.get(step), within(1e-12 * Math.max(1, losses.get(step))));
        }
    }

    private static void predictsTheSame(TrainingRun run, String output) {
        double[][] predicted = output.lines()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        double[][] expected = run.model().predict(run.training().inputs());
        assertThat(predicted).hasDimensions(expected.length, expected[0].length);
        for (int s = 0; s < expected.length; s++) {
            for (int i = 0; i < expected[s].length; i++) {
                assertThat(predicted[s][i])
                        .isCloseTo(expected[s][i], within(1e-12 * Math.max(1, Math.abs(expected[s][i]))));
            }
        }
    }

    /** Returns the variables with which {@code torchrun --nproc_per_node 2} starts a process. */
    private static Map<String, String> ofTorchrun(int rank, int port) {
        return Map.of(
                "RANK",
                String.valueOf(rank),
                "LOCAL_RANK",
                String.valueOf(rank),
                "WORLD_SIZE",
                "2",
                "MASTER_ADDR",
                "127.0.0.1",
                "MASTER_PORT",
                String.valueOf(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private JSONObject job(String option, Map<String, String> environment) {
        return new JSONObject()
                .put("folder", folder.toString())
                .put("option", option)
                .put("environment", environment);
    }

    /** Returns what the jobs print. */
    private List<String> forked(JSONObject... jobs) throws Exception {
        List<Path> files = new ArrayList<>();
        for (JSONObject job : jobs) {
            files.add(Files.createTempFile("job", ".out"));
            job.put("out", files.get(files.size() - 1).toString());
        }
        Run run = python("-c", FORKS, new JSONArray(List.of(jobs)).toString());
        assertThat(run.status).as(run.output).isZero();
        List<String> outputs = new ArrayList<>();
        for (Path file : files) {
            outputs.add(Files.readString(file));
            Files.delete(file);
        }
        return outputs;
    }

    private record Run(int status, String output) {}

    /** Runs Python in the folder of the program. Its output includes the errors. */
    private Run python(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON.orElseThrow()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1"); // as torchrun does
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    @Test
    void theProgramIsACommandAndAModule() throws Exception {
        TrainingRun run = Trainer.train(Datasets.moons(20, 0.1, 1), options().withSteps(3));
        run.export(folder.resolve("it's a model.py"));
        Run trained = python("it's a model.py", "--steps", "2", "--save", "more.pt");
        assertThat(trained.output).startsWith("before: accuracy ").contains("\nstep 1 loss ", "\nafter: accuracy ");
        assertThat(folder.resolve("more.pt")).isNotEmptyFile();

        run.export(folder.resolve("model.py"));
        double[] scores = run.model().predict(0.5, -0.25);
        assertThat(python("-c", "import model; print(model.predict([[0.5, -0.25]])[0][0])").output)
                .satisfies(line -> assertThat(Double.parseDouble(line)).isCloseTo(scores[0], within(1e-12)));
    }

    @Test
    void whatIsMissingIsToldInOneLine() throws Exception {
        Trainer.train(Datasets.moons(20, 0.1, 1), options().withSteps(3)).export(folder.resolve("model.py"));
        Run noTorch = python("-S", "model.py");
        assertThat(noTorch.status).isEqualTo(1);
        assertThat(noTorch.output)
                .hasLineCount(1)
                .startsWith("this program needs PyTorch and NumPy (No module named ")
                .contains("python -m pip install torch numpy");

        JSONObject damaged = inFolder("damaged");
        JSONObject foreign = inFolder("foreign");
        String data = "model-data.safetensors";
        byte[] content = Files.readAllBytes(folder.resolve(data));
        Files.write(folder.resolve("damaged").resolve(data), Arrays.copyOf(content, content.length / 2));
        Trainer.train(Datasets.moons(20, 0.1, 1), options().withHidden(3).withSteps(3))
                .export(folder.resolve("foreign/other.py"));
        Files.move(
                folder.resolve("foreign/other-data.safetensors"),
                folder.resolve("foreign").resolve(data));
        List<String> outputs = forked(damaged, foreign, inFolder("missing"), job("--help", Map.of()));
        assertThat(outputs.subList(0, 3))
                .allSatisfy(output -> assertThat(output).hasLineCount(1));
        assertThat(outputs.get(0)).contains(" is damaged: export the network again");
        assertThat(outputs.get(1)).contains(" has another network than this program: export the network again");
        assertThat(outputs.get(2))
                .startsWith("cannot read ")
                .contains(
                        "model-data.safetensors: No such file or directory; it is written together with this program");
        assertThat(outputs.get(3)).startsWith("usage: model.py [-h] [--from-start]");
    }

    /** Returns a job for a copy of the program alone, in another folder. */
    private JSONObject inFolder(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name)).resolve("model.py");
        Files.copy(folder.resolve("model.py"), copy);
        return job("--predict", Map.of()).put("folder", copy.getParent().toString());
    }

    private static List<Double> losses(String output) {
        return LOSS.matcher(output)
                .results()
                .map(match -> Double.parseDouble(match.group(1)))
                .toList();
    }
}
