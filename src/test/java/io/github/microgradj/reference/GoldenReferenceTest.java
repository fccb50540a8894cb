package io.github.microgradj.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of this project's numbers against PyTorch's numbers in {@code golden/torch.json}, which TorchReferenceTest
 * records.
 */
class GoldenReferenceTest {
    static final String FILE = "torch.json";

    private static final JsonObject GOLDEN = GoldenFiles.json(FILE);

    @ParameterizedTest
    @MethodSource("io.github.microgradj.reference.ReferenceCases#all")
    void numbersArePyTorchs(ReferenceCase each) {
        assertThat(GOLDEN.keySet())
                .as("to write the numbers of a new case: ./mvnw -Ptorch -Dtest=TorchReferenceTest -Dgolden.update test")
                .contains(each.name());
        JsonObject golden = GOLDEN.getAsJsonObject(each.name());
        assertThat(rows(golden.getAsJsonArray("inputs"))).isDeepEqualTo(each.inputs());
        each.assertSameAs(rows(golden.getAsJsonArray("outputs")));
    }

    @Test
    void noNumbersAreLeftOver() {
        assertThat(GOLDEN.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ReferenceCases.all().stream().map(ReferenceCase::name).toList());
    }

    private static double[][] rows(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(row -> GoldenFiles.numbers(row.getAsJsonArray()))
                .toArray(double[][]::new);
    }
}
