package io.github.microgradj.languagemodel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.random.PythonRandom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    @TempDir
    private Path folder;

    @Test
    void theBuiltInNamesAreSortedAndUnique() {
        List<String> names = Documents.names().texts();
        assertThat(names).hasSize(8403).isSorted().allMatch(name -> name.matches("[a-z]+"));
        assertThat(new HashSet<>(names)).hasSize(8403);
        assertThat(Documents.names()).hasToString("names: 8,403 documents, 26 letters");
    }

    @Test
    void eachLineOfAFileIsADocument() throws IOException {
        Path file = folder.resolve("words.txt");
        Files.writeString(file, "\uFEFFanna\r\n\r\n  bob \r\n\nélan 日本\n𝒳yz");
        assertThat(Documents.read(file)).isEqualTo(new Documents("words", List.of("anna", "bob", "élan 日本", "𝒳yz")));
    }

    @Test
    void otherFilesAreRefusedInOneLine() throws IOException {
        refuses("abc\nd\u00e9f\n".getBytes(ISO_8859_1), ", line 2: expected text in UTF-8, got the byte 0xe9");
        refuses("abc\na\0b\n".getBytes(ISO_8859_1), ", line 2: expected text in UTF-8, got the byte 0x00");
        refuses(new byte[0], ": expected text, but all lines are empty");
        refuses("\n  \r\n".getBytes(ISO_8859_1), ": expected text, but all lines are empty");
        assertThatThrownBy(() -> Documents.read(folder)).hasMessage(folder + ": expected a text file, got a folder");
        assertThatThrownBy(() -> Documents.read(folder.resolve("none.txt")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read " + folder.resolve("none.txt") + ": no such file or folder");
    }

    private void refuses(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("file.txt"), content);
        assertThatThrownBy(() -> Documents.read(file)).hasMessage(file + message);
    }

    @Test
    void documentsAreShuffledAsInPython() {
        Documents letters = new Documents("letters", List.of("a", "b", "c", "d", "e", "f"));
        assertThat(letters.shuffled(new PythonRandom(42)).texts()).containsExactly("d", "b", "c", "e", "a", "f");
        assertThat(letters.texts()).startsWith("a", "b");
    }

    @Test
    void tokensAreNumberedInTheOrderOfCodePoints() {
        Tokenizer tokenizer = Tokenizer.of(List.of("ba", "𝒳é", "ab"));
        assertThat(tokenizer).hasToString("4 letters and the boundary: abé𝒳");
        assertThat(tokenizer.vocabulary()).isEqualTo(5);
        assertThat(tokenizer.encode("b𝒳a")).containsExactly(4, 1, 3, 0, 4);
        assertThat(tokenizer.decode(4, 1, 3, 0, 4)).isEqualTo("b𝒳a");
        assertThatThrownBy(() -> tokenizer.encode("c")).hasMessage("expected letters of the alphabet abé𝒳, got c");
    }
}
