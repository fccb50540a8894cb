package io.github.microgradj.command.training;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.QuotedWords;
import io.github.microgradj.data.CsvReading;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.text.Repr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Tests of the files in src/test/resources/csv. NAME.txt has the options on its first line, followed by the expected
 * data set or error message. -Dcsv.update rewrites the files instead; review the changes.
 */
class CsvCasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/csv");
    private static final int ROWS = 3;

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.replaceFirst("\\.txt$", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFileReadsAsExpected(String name) throws IOException {
        Path expected = FOLDER.resolve(name + ".txt");
        String text = Files.readString(expected);
        String options = text.lines().findFirst().orElse("");
        String actual = options + "\n" + read(name, options) + "\n";
        if (Boolean.getBoolean("csv.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(text);
    }

    @Test
    void everyFileHasItsExpectation() throws IOException {
        Set<String> cases = Set.copyOf(cases());
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md") && !name.endsWith(".txt"))
                    .map(name -> name.replaceFirst("\\..*", ""))
                    .collect(toSet());
            assertThat(names).containsExactlyInAnyOrderElementsOf(cases).hasSizeGreaterThan(25);
        }
    }

    private static String read(String name, String options) throws IOException {
        CsvFlags flags = new CsvFlags();
        new CommandLine(flags).parseArgs(QuotedWords.of(options).toArray(String[]::new));
        try {
            return text(CsvReading.of(file(name), flags.options()));
        } catch (IllegalArgumentException e) {
            return "refused: " + e.getMessage().replace(FOLDER.toString() + "/", "");
        }
    }

    private static Path file(String name) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .filter(file -> !file.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(CsvReading reading) {
        Dataset data = reading.data();
        String rows = IntStream.range(0, Math.min(ROWS, data.size()))
                .mapToObj(row -> numbers(data.inputs()[row]) + " -> "
                        + (data.isRegression()
                                ? Repr.of(data.targets()[row])
                                : data.classNames().get(data.labels()[row])))
                .collect(Collectors.joining("\n"));
        return reading.summary() + "\n" + rows;
    }

    private static String numbers(double[] row) {
        return Arrays.stream(row).mapToObj(Repr::of).collect(Collectors.joining(", "));
    }
}
