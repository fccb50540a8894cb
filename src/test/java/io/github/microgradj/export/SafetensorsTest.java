package io.github.microgradj.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of weights in the safetensors format, and of invalid files. */
class SafetensorsTest {
    private static final String ACTIVATIONS = "\"__metadata__\":{\"activations\":\"[\\\"linear\\\"]\"}";

    static List<DenseNetwork> networks() {
        return Networks.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void readsBackBitForBit(DenseNetwork network) throws IOException {
        DenseNetwork read = SafetensorsReader.read(Safetensors.of(network, false));
        assertThat(read).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(network);
        double[] x = Networks.numbers(new Random(3), network.inputs(), 2);
        assertThat(Networks.predict(read, x)).isEqualTo(Networks.predict(network, x));
    }

    @Test
    void singlePrecisionIsRounded() throws IOException {
        DenseNetwork network = Networks.all().get(0);
        double written = network.layers().get(0).weights()[0][0];
        DenseNetwork read = SafetensorsReader.read(Safetensors.of(network, true));
        assertThat(read.layers().get(0).weights()[0][0]).isEqualTo((float) written);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void followsTheSpecification(DenseNetwork network) {
        ByteBuffer file = ByteBuffer.wrap(Safetensors.of(network, false)).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.getLong();
        assertThat(length % 8).isZero();
        byte[] header = new byte[(int) length];
        file.get(header);
        JSONObject entries = new JSONObject(new String(header, StandardCharsets.UTF_8));
        assertThat(header[0]).isEqualTo((byte) '{');
        entries.getJSONObject("__metadata__").toMap().values().forEach(value -> assertThat(value)
                .isInstanceOf(String.class));
        int end = entries.keySet().stream()
                .filter(name -> !name.equals("__metadata__"))
                .mapToInt(name ->
                        entries.getJSONObject(name).getJSONArray("data_offsets").getInt(1))
                .max()
                .orElseThrow();
        assertThat(file.remaining()).isEqualTo(end);
    }

    @Test
    void filesThatAreNoneAreRefused() {
        refused(new byte[3]).hasMessage("not a safetensors file: it has only 3 bytes");
        refused(file(100_000_001L, "{}", 0)).hasMessageContaining("bytes, got 100000001");
        refused(file(-1L, "{}", 0)).hasMessageContaining("bytes, got 18446744073709551615");
        refused(file(50L, "{}", 0)).hasMessageContaining("cut short");
        refused(file("hello", 0)).hasMessageContaining("does not begin with {");
        refused(file("{\"a\":", 0)).hasMessageContaining("not valid JSON");
        refused(file("{" + "\"a\":{".repeat(100_000), 0)).hasMessageContaining("not valid JSON");
        refused(file("{}", 0)).hasMessageContaining("not written by microgradj");
    }

    @Test
    void tensorsOutOfPlaceAreRefused() {
        String weight = "\"layers.0.weight\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[0,8]}";
        String bias = "\"layers.0.bias\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]}";
        assertThat(file("{" + ACTIVATIONS + "," + weight + "," + bias + "}", 16))
                .satisfies(SafetensorsReader::read);
        refused(file("{" + ACTIVATIONS + "," + weight + "," + bias + "}", 15)).hasMessageContaining("outside the file");
        refused(file("{" + ACTIVATIONS + "," + weight + "," + bias + "}", 17))
                .hasMessageContaining("end at byte 16, but");
        refused(file("{" + ACTIVATIONS + "," + weight + "," + bias.replace("8,16", "0,8") + "}", 16))
                .hasMessageContaining("begins at byte 0, but the previous one ends at byte 8");
        refused(file("{" + ACTIVATIONS + "," + weight + "," + bias.replace("8,16", "16,24") + "}", 24))
                .hasMessageContaining("begins at byte 16");
        refused(file("{" + ACTIVATIONS + "," + weight + "," + weight + "}", 8)).hasMessageContaining("Duplicate key");
        refused(file("{" + ACTIVATIONS + "," + weight.replace("[1,1]", "[4294967296,4294967296]") + "}", 8))
                .hasMessageContaining("does not fit");
        refused(file("{" + ACTIVATIONS + "," + weight.replace("[1,1]", "[-1,-1]") + "}", 8))
                .hasMessageContaining("a whole number");
        refused(file("{" + ACTIVATIONS + "," + weight.replace("F64", "BF16") + "}", 8))
                .hasMessageContaining("has type \"BF16\"; expected F64 or F32");
        refused(file("{" + ACTIVATIONS + "," + weight + "}", 8))
                .hasMessageContaining("expected a tensor layers.0.bias");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(byte[] file) {
        return assertThatThrownBy(() -> SafetensorsReader.read(file))
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private static byte[] file(String header, int numbers) {
        return file(header.getBytes(StandardCharsets.UTF_8).length, header, numbers);
    }

    private static byte[] file(long length, String header, int numbers) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + numbers)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(json)
                .array();
    }
}
