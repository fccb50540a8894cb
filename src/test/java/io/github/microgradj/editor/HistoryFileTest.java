package io.github.microgradj.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
    @TempDir
    Path folder;

    private static HistoryFile.HistoryLine line(String text) {
        return new HistoryFile.HistoryLine(Instant.ofEpochMilli(1_700_000_000_000L), text);
    }

    private List<String> texts(Path path) {
        return new HistoryFile(path)
                .read().stream().map(HistoryFile.HistoryLine::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\\n", "\\", "a\\\nb\r\n", "1:2", "\u00e9\ud83d\ude00", "\t x "})
    void readsBackWhatWasWritten(String text) {
        Path path = folder.resolve("deep/history");
        new HistoryFile(path).append(line(text));
        assertThat(new HistoryFile(path).read()).containsExactly(line(text));
    }

    @Test
    void aLineThatWasCutOffHarmsNoOther() throws IOException {
        Path path = Files.writeString(folder.resolve("history"), "1700000000000:whole\n17000");
        HistoryFile file = new HistoryFile(path);
        file.append(line("next"));
        assertThat(texts(path)).containsExactly("whole", "next");
    }

    @Test
    void aLongFileIsCutToItsNewestEntries() throws IOException {
        List<String> lines =
                IntStream.range(0, 13_000).mapToObj(i -> "1700000000000:x" + i).toList();
        Path path = Files.write(folder.resolve("history"), lines);
        assertThat(texts(path)).hasSize(HistoryFile.KEPT).endsWith("x12999");
        assertThat(Files.readAllLines(path)).hasSize(HistoryFile.KEPT);
    }

    /** Checks that no shell loses an entry while another shell shortens the file. */
    @Test
    void nothingIsLostBetweenShells() throws IOException, InterruptedException, ExecutionException {
        Path path = folder.resolve("history");
        Files.write(path, IntStream.range(0, 12_490).mapToObj(i -> "1:old" + i).toList());
        ExecutorService shells = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int shell = 0; shell < 4; shell++) {
            String name = "shell" + shell + " ";
            running.add(shells.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    HistoryFile file = new HistoryFile(path);
                    file.append(line(name + i));
                    file.read();
                    assertThat(file.fault()).isEmpty();
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        shells.shutdown();
        assertThat(texts(path))
                .filteredOn(text -> text.startsWith("shell"))
                .doesNotHaveDuplicates()
                .hasSize(200);
    }
}
