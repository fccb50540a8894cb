package io.github.microgradj.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.microgradj.export.TrainingPlan.Criterion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.json.JSONArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the text of exported PyTorch programs. */
class PyTorchTextTest {
    @TempDir
    Path folder;

    @Test
    void namesAreLiteralsWhateverTheyLookLike() {
        assertThat(PyTorchProgram.text(network(), plan(), "model.py", "model-data.safetensors"))
                .contains("\\\\u0022 @DATA@ '''\", \"{\\\"a\\\":1}\"", "STEPS = 7\n");
    }

    @Test
    void pythonReadsTheNames() throws Exception {
        Optional<String> python = PythonProgram.with("ast");
        assumeTrue(python.isPresent(), "there is no Python here");
        Path file = folder.resolve("''' \"\"\" \\ %s.py");
        ExportFormat.PYTHON.write(network(), Optional.of(plan()), ExportFormat.Precision.DOUBLE, file);
        String names = """
                import ast, json, sys
                for node in ast.parse(open(sys.argv[1], encoding="utf-8", newline="").read()).body:
                    if isinstance(node, ast.Assign) and node.targets[0].id in ("FEATURES", "CLASSES"):
                        print(json.dumps(ast.literal_eval(node.value)))
                    elif isinstance(node, ast.Assign) and node.targets[0].id == "DATA":
                        print(json.dumps([node.value.args[0].value]))
                """;
        Process process = new ProcessBuilder(python.get(), "-c", names, file.toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        String data = new JSONArray(lines.get(0)).getString(0);
        assertThat(Files.exists(folder.resolve(data))).as(data).isTrue();
        assertThat(new JSONArray(lines.get(1)).toList()).isEqualTo(Networks.HOSTILE);
        assertThat(new JSONArray(lines.get(2)).toList()).isEqualTo(Networks.HOSTILE);
    }

    private static DenseNetwork network() {
        return Networks.hostile();
    }

    private static TrainingPlan plan() {
        return new TrainingPlan(
                network(),
                new double[][] {new double[Networks.HOSTILE.size()]},
                new double[] {0},
                Criterion.CROSS_ENTROPY,
                "sgd",
                1,
                0.1,
                7,
                0,
                1,
                0);
    }
}
