package io.github.microgradj.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.random.PythonRandom;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the export of networks; the formats themselves are tested in the package {@code export}. */
class ModelExportTest {
    private static final double[][] SAMPLES = {{1, 20, -3}, {0.5, 22, 4}, {-2, 30, 0}};

    @TempDir
    Path folder;

    private static MLP named() {
        return new MLP(new PythonRandom(1), Activation.TANH, 3, 4, 2)
                .withInputScaling(Scaling.standard(SAMPLES))
                .withSignature(new Signature(List.of("a", "b \"q\"", "c=x"), "kind", List.of("no", "yes")));
    }

    @Test
    void safetensorsAreLoadedBitForBit() {
        Path file = folder.resolve("model.safetensors");
        MLP model = named();
        model.export(file);
        MLP loaded = MLP.load(file);
        assertThat(loaded.predict(SAMPLES)).isDeepEqualTo(model.predict(SAMPLES));
        assertThat(loaded.hidden()).isEqualTo(model.hidden());
        assertThat(loaded.inputScaling()).isEqualTo(model.inputScaling());
        assertThat(loaded.signature()).isEqualTo(model.signature());
    }

    @Test
    void aTargetScalingIsLoaded() {
        Path file = folder.resolve("price.safetensors");
        MLP model = new MLP(new PythonRandom(1), Activation.LEAKYRELU, 3, 4, 1)
                .withTargetScaling(Scaling.standard(new double[][] {{100}, {300}}))
                .withSignature(new Signature(List.of(), "price", List.of()));
        model.export(file);
        assertThat(MLP.load(file).predict(SAMPLES)).isDeepEqualTo(model.predict(SAMPLES));
    }

    @Test
    void unknownExtensionsAreRefused() {
        assertThatThrownBy(() -> named().export("model.txt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a file name that ends in .onnx, .safetensors, .py, .java, .svg, .png or .dot, got"
                        + " model.txt");
        assertThatThrownBy(() -> named().export(folder.resolve("not-a-name.java")))
                .hasMessageStartingWith("expected a file name that is a Java class name, such as Model.java, got ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void damagedFilesAreRefusedWithTheirName() throws Exception {
        Path file = Files.writeString(folder.resolve("m.safetensors"), "abc");
        assertThatThrownBy(() -> MLP.load(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + ": not a safetensors file: it has only 3 bytes");
    }

    @Test
    void networksThatAreNotFiniteAreRefused() {
        MLP model = named();
        model.parameters().get(0).data = Double.NaN;
        assertThatThrownBy(() -> model.export(folder.resolve("m.onnx")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected only finite parameters");
        assertThat(folder).isEmptyDirectory();
    }
}
