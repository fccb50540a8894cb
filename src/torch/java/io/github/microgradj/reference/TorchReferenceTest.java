package io.github.microgradj.reference;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of our numbers against PyTorch itself: {@code ./mvnw verify -Ptorch}. {@code -Dgolden.update} writes PyTorch's
 * numbers to the file that the plain build reads.
 */
class TorchReferenceTest {
    private static final Path FILE = Path.of("src/test/resources/golden", GoldenReferenceTest.FILE);
    private static final Gson GSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().create();
    private static final Map<String, Golden> WRITTEN = new LinkedHashMap<>();

    private record Golden(double[][] inputs, double[][] outputs) {}

    @ParameterizedTest
    @MethodSource("io.github.microgradj.reference.ReferenceCases#all")
    void numbersArePyTorchs(ReferenceCase each) {
        double[][] outputs = Torch.outputs(each);
        WRITTEN.put(each.name(), new Golden(each.inputs(), outputs));
        each.assertSameAs(outputs);
    }

    /** Writes one case on each line, so that changes are easy to see. */
    @AfterAll
    static void update() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            String lines = WRITTEN.entrySet().stream()
                    .map(entry -> GSON.toJson(entry.getKey()) + ": " + GSON.toJson(entry.getValue()))
                    .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
            Files.writeString(FILE, lines);
        }
    }
}
