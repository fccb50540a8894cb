package io.github.microgradj.nn;

import io.github.microgradj.fuzz.Fuzzing;
import io.github.microgradj.fuzz.Mutations;
import io.github.microgradj.random.PythonRandom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;

/**
 * Fuzz tests of model files that are almost valid, half of them with the right checksum. Each gives a model that can be
 * saved, or a one-line error that names the file.
 */
class ModelFileFuzz {
    private static final Path FILE = Path.of("model.txt");

    @Example
    void files() throws IOException {
        Arbitrary<String> inputs = Combinators.combine(Mutations.of(saved()), Arbitraries.of(true, false))
                .as((content, fits) -> fits ? withChecksum(content) : content);
        Fuzzing.run("models", 0.05, Integer.MAX_VALUE, inputs, ModelFileFuzz::fault);
    }

    private static List<String> saved() throws IOException {
        PythonRandom random = new PythonRandom(1337);
        List<String> files = new ArrayList<>();
        for (MLP model : List.of(
                new MLP(random, 2, 1),
                new MLP(random, Activation.TANH, 2, 2, 1),
                new MLP(random, Activation.SIGMOID, 1, 3, 2, 2))) {
            model.save(FILE);
            files.add(Files.readString(FILE));
        }
        return files;
    }

    /** Returns the content with a checksum of everything above it. */
    private static String withChecksum(String content) {
        int end = content.lastIndexOf("crc32");
        if (end < 0) {
            return content;
        }
        CRC32 crc = new CRC32();
        crc.update(content.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
        return content.substring(0, end) + String.format("crc32 %08x%n", crc.getValue());
    }

    private static Optional<String> fault(String content) {
        try {
            Files.write(FILE, content.getBytes(StandardCharsets.ISO_8859_1));
            MLP model = MLP.load(FILE);
            model.save(FILE);
            boolean same = Arrays.equals(numbers(model), numbers(MLP.load(FILE)));
            return same ? Optional.empty() : Optional.of("is another when it is saved and loaded");
        } catch (UncheckedIOException e) {
            String message = String.valueOf(e.getMessage());
            return message.contains("model.txt") && message.lines().count() == 1
                    ? Optional.empty()
                    : Optional.of("not a line with the file: " + message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            return Optional.of("threw " + e + " at "
                    + Arrays.stream(e.getStackTrace()).limit(1).toList());
        }
    }

    private static double[] numbers(MLP model) {
        return model.parameters().stream().mapToDouble(each -> each.data).toArray();
    }
}
