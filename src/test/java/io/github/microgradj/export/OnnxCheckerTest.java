package io.github.microgradj.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported models, checked by the Python library onnx; without it, this test is skipped. */
class OnnxCheckerTest {
    /** Checks each file with the inference of types and shapes, and prints the names in it and the types of outputs. */
    private static final String CHECK = """
            import json, sys
            import onnx
            for file in sys.argv[1:]:
                model = onnx.load(file)
                onnx.checker.check_model(model, full_check=True)
                names = {entry.key: entry.value for entry in model.metadata_props}
                print(json.dumps({
                    "ir": model.ir_version,
                    "opset": model.opset_import[0].version,
                    "type": model.graph.input[0].type.tensor_type.elem_type,
                    "rows": model.graph.input[0].type.tensor_type.shape.dim[0].dim_param,
                    "outputs": [output.name for output in model.graph.output],
                    "features": json.loads(names.get("features", "[]")),
                    "target": names.get("target", ""),
                    "classes": json.loads(names.get("classes", "[]")),
                }))
            """;

    @TempDir
    Path folder;

    @Test
    void theCheckerAcceptsAllInBothPrecisions() throws Exception {
        Optional<String> python = PythonProgram.with("onnx");
        assumeTrue(python.isPresent(), "no Python here imports onnx");
        List<DenseNetwork> networks = Networks.all();
        List<String> command = new ArrayList<>(List.of(python.get(), "-c", CHECK));
        for (DenseNetwork network : networks) {
            for (boolean isDouble : new boolean[] {false, true}) {
                Path file = folder.resolve(command.size() + ".onnx");
                Files.write(file, OnnxModel.of(network, isDouble));
                command.add(file.toString());
            }
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();

        List<String> lines = output.lines().toList();
        assertThat(lines).hasSize(2 * networks.size());
        for (int i = 0; i < lines.size(); i++) {
            DenseNetwork network = networks.get(i / 2);
            JSONObject model = new JSONObject(lines.get(i));
            assertThat(model.getInt("ir")).isLessThanOrEqualTo(8);
            assertThat(model.getInt("opset")).isBetween(13, 17);
            assertThat(model.getInt("type")).isEqualTo(i % 2 == 0 ? 1 : 11);
            assertThat(model.getString("rows")).isEqualTo("N");
            assertThat(list(model, "outputs")).isEqualTo(outputs(network));
            assertThat(list(model, "features")).isEqualTo(network.features());
            assertThat(model.getString("target")).isEqualTo(network.targetName());
            assertThat(list(model, "classes")).isEqualTo(network.classes());
        }
    }

    private static List<Object> list(JSONObject model, String key) {
        JSONArray array = model.getJSONArray(key);
        return array.toList();
    }

    private static List<String> outputs(DenseNetwork network) {
        return switch (network.task()) {
            case CLASSIFICATION -> List.of("logits", "probabilities");
            case REGRESSION -> List.of("prediction");
            case SCORES -> List.of("scores");
        };
    }
}
