package io.github.microgradj.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.GoldenFiles;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * Tests that every data set has the same bits on every JVM and in every version of this project. The file has a hash
 * for each data set; a new data set needs a new line. A changed line breaks the promise that a seed repeats its data.
 */
class SameBitsTest {
    @Test
    void everySetHasTheBitsItAlwaysHad() throws NoSuchAlgorithmException {
        StringBuilder hashes = new StringBuilder();
        for (String name : Datasets.names()) {
            Dataset data = Datasets.make(name, 1001, 1337);
            hashes.append(name).append(' ').append(hash(data)).append('\n');
        }
        assertThat(hashes).hasToString(GoldenFiles.text("data_set_bits.txt"));
    }

    private static String hash(Dataset data) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < data.size(); i++) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * data.features() + Integer.BYTES);
            for (double x : data.inputs()[i]) {
                bytes.putDouble(x);
            }
            sha256.update(
                    data.isRegression()
                            ? ByteBuffer.allocate(Double.BYTES * 2)
                                    .putDouble(data.inputs()[i][0])
                                    .putDouble(data.targets()[i])
                                    .flip()
                            : bytes.putInt(data.labels()[i]).flip());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
