package io.github.microgradj.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    Path folder;

    private final MLP model = new MLP(new PythonRandom(1337), Activation.TANH, 2, 2, 1);

    @Test
    void theFileIsReadable() throws IOException {
        Path file = folder.resolve("m.txt");
        model.save(file);
        assertThat(Files.readString(file)).isEqualTo("""
                        microgradj model 1
                        MLP 2 2 1
                        hidden tanh
                        0.23550571390294128 0.06653114721000164 0.0
                        -0.26830328150124894 0.1715747078045431 0.0
                        -0.6686254326224383 0.6487474938152629 0.0
                        crc32 e08e2fd2
                        """);
    }

    /**
     * The file was written by the version before scalings. It can still be read, and such a network is still written
     * like it.
     */
    @Test
    void aModelOfVersionOneStillLoadsAndIsStillWritten() throws IOException {
        Path old = Path.of("src/test/resources/models/version-1.txt");
        MLP read = MLP.load(old);
        assertThat(read.predict(0.5, -0.25)).containsExactly(1.5902958507324776);
        assertThat(read.inputScaling()).isEmpty();
        assertThat(read.signature()).isEmpty();
        Path file = folder.resolve("m.txt");
        read.save(file);
        assertThat(file).hasSameBinaryContentAs(old);
    }

    @Test
    void scalingsAndNamesAreVersionTwo() throws IOException {
        MLP whole = extras();
        Path file = folder.resolve("m.txt");
        whole.save(file);
        assertThat(Files.readString(file)).startsWith("""
                        microgradj model 2
                        MLP 2 2 1
                        hidden tanh
                        inputs minmax
                        shift 1.0 -2.5
                        factor 0.5 1.0
                        target standard
                        shift 200.0
                        factor 0.01
                        feature sepal length (cm)
                        feature \\u00e9\\u000a\\u005cu0041
                        predicts\s
                        0.23550571390294128 0.06653114721000164 0.0
                        """);
        MLP read = MLP.load(file);
        assertThat(read.inputScaling()).isEqualTo(whole.inputScaling());
        assertThat(read.targetScaling()).isEqualTo(whole.targetScaling());
        assertThat(read.signature()).isEqualTo(whole.signature());
        assertThat(read.predict(3, 4)).containsExactly(whole.predict(3, 4));
    }

    @Test
    void namesOfClassesReadBack() {
        Signature names = new Signature(List.of(), "kind of\nthing", List.of("class a", "1 2 3", " \ud83d\ude00"));
        Path file = folder.resolve("m.txt");
        new MLP(new PythonRandom(1), 2, 3).withSignature(names).save(file);
        assertThat(MLP.load(file).signature()).contains(names);
    }

    @Test
    void aDamagedScalingIsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("m.txt");
        extras().save(file);
        List<String> lines = Files.readAllLines(file);
        for (String[] change : new String[][] {
            {"inputs minmax", "inputs robust", "6: expected a scaling, one of [standard, minmax], got robust"},
            {"shift 1.0 -2.5", "shift 1.0", "6: expected as many shifts as factors, and at least 1 of each, got 1"},
            {"factor 0.01", "factor x", "9: expected numbers after factor"},
            {"factor 0.01", "factor 0", "9: expected finite numbers and a factor other than 0, got a shift of 200.0"},
            {"feature sepal length (cm)", "class setosa", "10: expected a line that begins with predicts"}
        }) {
            String content = String.join("\n", lines).replace(change[0], change[1]);
            String body = content.substring(0, content.indexOf("crc32"));
            CRC32 crc = new CRC32();
            crc.update(body.getBytes(StandardCharsets.ISO_8859_1));
            Files.writeString(file, body + String.format("crc32 %08x\n", crc.getValue()));
            assertRefused(file).hasMessageStartingWith(file + ", line " + change[2]);
        }
    }

    private MLP extras() {
        return model.withInputScaling(new Scaling("minmax", new double[] {1, -2.5}, new double[] {0.5, 1}))
                .withTargetScaling(new Scaling("standard", new double[] {200}, new double[] {0.01}))
                .withSignature(new Signature(List.of("sepal length (cm)", "\u00e9\n\\u0041"), "", List.of()));
    }

    @Property(tries = 100)
    void anyFiniteParametersReadBackToTheSameBits(@ForAll @Size(9) List<Double> numbers, @ForAll Activation hidden)
            throws IOException {
        MLP written = new MLP(new PythonRandom(0), hidden, 2, 2, 1);
        for (int i = 0; i < numbers.size(); i++) {
            written.parameters().get(i).data = numbers.get(i);
        }
        Path file = Files.createTempFile("model", ".txt");
        written.save(file);
        MLP read = MLP.load(file);
        Files.delete(file);
        assertThat(bits(read)).containsExactly(bits(written));
        assertThat(read.toString()).isEqualTo(written.toString());
    }

    @Test
    void aSavedModelTakesThePlaceOfTheOldOneAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("m.txt");
        Files.writeString(file, "old");
        model.save(file.toString());
        assertThat(bits(MLP.load(file.toString()))).containsExactly(bits(model));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aModelThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path full = Files.createDirectories(folder.resolve("full/inside")).getParent();
        assertThatThrownBy(() -> model.save(full))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + full + ": ");
        assertThatThrownBy(() -> model.save(folder.resolve("none/m.txt")))
                .hasMessage("cannot write " + folder.resolve("none/m.txt") + ": no such folder");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(full);
        }
    }

    @Test
    void parametersThatAreNotFiniteAreNotSaved() {
        model.parameters().get(3).data = Double.NaN;
        assertThatThrownBy(() -> model.save(folder.resolve("m.txt")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected only finite parameters in the model to save, got nan");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        Path file = folder.resolve("m.txt");
        model.save(file);
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(bits(MLP.load(file))).containsExactly(bits(model));
    }

    @Test
    void aReasonNamesFileAndLine() throws IOException {
        refused("", "line 1: expected microgradj model 1, found the end of the file; the file was cut short");
        refused("PK\u0003\u0004", "line 1: not a model saved by microgradj");
        refused("microgradj model 3\n", "line 1: unknown format '3'; this version reads formats 1 and 2");
        refused("microgradj model 1\nMLP 2 0 1", "line 2: expected a shape such as MLP 2 16 16 1, found 'MLP 2 0 1'");
        refused(
                "microgradj model 1\nMLP 2 1\nhidden gelu",
                "line 3: expected an activation such as \"hidden relu\", found 'hidden gelu'");
        refused(
                "microgradj model 1\nMLP 2 999999999 1\nhidden relu\n1 2 3\n",
                "line 5: expected 3 numbers, found the end of the file; the file was cut short");
        refused("microgradj model 1\nMLP 2 1\nhidden relu\n1 2", "line 4: expected 3 numbers, found 2");
        refused("microgradj model 1\nMLP 2 1\nhidden relu\n1 2 x\u0007", "line 4: expected a number, found 'x?'");
        refused("microgradj model 1\nMLP 2 1\nhidden relu\n1 NaN 2", "line 4: expected a number, found 'NaN'");
        refused("microgradj model 1\nMLP 2 1\nhidden relu\n1 2 1e999", "line 4: expected a number, found '1e999'");
        refused(
                "microgradj model 1\nMLP 2 1\nhidden relu\n1 2 3\ncrc32 00000000",
                "line 5: the checksum does not match the lines above; the file was damaged or edited");
    }

    @Test
    void textAfterTheEndIsRefused() throws IOException {
        model.save(folder.resolve("whole.txt"));
        refused(
                Files.readString(folder.resolve("whole.txt")) + "more",
                "line 8: expected the end of the file, found another line");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> MLP.load(folder.resolve("none.txt")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + folder.resolve("none.txt") + ": no such file or folder");
    }

    @Test
    void noDamagedByteAndNoMissingEndGoesUnnoticed() throws IOException {
        Path file = folder.resolve("m.txt");
        model.save(file);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length - 1; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertRefused(file);
            Files.write(file, Arrays.copyOf(whole, i));
            assertRefused(file);
        }
        Files.write(file, whole);
        assertThatCode(() -> MLP.load(file)).doesNotThrowAnyException();
    }

    private void refused(String content, String reason) throws IOException {
        Path file = folder.resolve("m.txt");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file).hasMessage(file + ", " + reason);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file) {
        return assertThatThrownBy(() -> MLP.load(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageMatching(".*m\\.txt, line \\d+: .*");
    }

    private static long[] bits(Module module) {
        return module.parameters().stream()
                .mapToLong((Value parameter) -> Double.doubleToLongBits(parameter.data))
                .toArray();
    }
}
