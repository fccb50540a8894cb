package io.github.microgradj.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.nn.MLP;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private void assertFiles(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void takesThePlaceOfAFileAndLeavesNoDraft() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, "one");
        AtomicFile.write(file, "zwei\u00e4");
        assertThat(file).hasContent("zwei\u00e4");
        assertFiles("a.txt");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "one");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, "two");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("two");
    }

    @Test
    void whatCannotBeReplacedStaysAndLeavesNoDraft() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("inner"), "kept");
        assertThatThrownBy(() -> AtomicFile.write(full, "text")).isInstanceOf(IOException.class);
        assertThat(full.resolve("inner")).hasContent("kept");
        assertFiles("full");
    }

    @Test
    void needsNoFileSystemThatMovesInOneStep() throws IOException {
        Path file = new WithoutAtomicMoves().path(folder.resolve("a.txt"));
        AtomicFile.write(file, "one");
        AtomicFile.write(file, "two");
        assertThat(folder.resolve("a.txt")).hasContent("two");
        assertFiles("a.txt");
    }

    @Test
    void modelsAreSavedThereToo() throws IOException {
        Path file = new WithoutAtomicMoves().path(folder.resolve("model.txt"));
        new MLP(2, 1).save(file);
        new MLP(2, 3, 1).save(file);
        assertThat(MLP.load(folder.resolve("model.txt")).parameters()).hasSize(13);
    }

    @Test
    void writesInsideAnArchive() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            AtomicFile.write(zip.getPath("/a.txt"), "one");
            AtomicFile.write(zip.getPath("/a.txt"), "two");
            assertThat(Files.readString(zip.getPath("/a.txt"))).isEqualTo("two");
        }
    }
}
