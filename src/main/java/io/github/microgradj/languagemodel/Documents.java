package io.github.microgradj.languagemodel;

import io.github.microgradj.io.FileFault;
import io.github.microgradj.random.PythonRandom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * A data set of short texts, such as names.
 *
 * @param name the name of the data set
 * @param texts the documents, none of which is empty
 */
public record Documents(String name, List<String> texts) {
    /** The maximum number of documents in the summary. */
    private static final int SHOWN = 5;

    public Documents {
        texts = List.copyOf(texts);
        if (texts.isEmpty() || texts.contains("")) {
            throw new IllegalArgumentException(name + ": expected at least one document, and no empty ones");
        }
    }

    /**
     * Returns the built-in data set: 8,403 given names, spelled with only the letters a to z, in alphabetical order.
     */
    public static Documents names() {
        try (InputStream names = Documents.class.getResourceAsStream("names.txt")) {
            if (names == null) {
                throw new IllegalStateException("the jar lacks names.txt");
            }
            return new Documents("names", lines(new String(names.readAllBytes(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text file in UTF-8. Each line is a document. Leading and trailing white space is removed, and empty lines
     * are skipped.
     *
     * @throws IllegalArgumentException if the file is a folder or not text in UTF-8, or if all of its lines are empty
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Documents read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException(file + ": expected a text file, got a folder");
            }
            String name = String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
            List<String> texts = lines(text(file, Files.readAllBytes(file)));
            if (texts.isEmpty()) {
                throw new IllegalArgumentException(file + ": expected text, but all lines are empty");
            }
            return new Documents(name, texts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileFault.ofReading(e), e);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String text(Path file, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text; // without a byte order mark
            }
        } catch (CharacterCodingException e) {
            // Reported below, with the place at which decoding stopped.
        }
        int at = 0;
        int line = 1;
        while (at < rest.position() && bytes[at] != 0) {
            line += bytes[at++] == '\n' ? 1 : 0;
        }
        throw new IllegalArgumentException(
                String.format("%s, line %d: expected text in UTF-8, got the byte 0x%02x", file, line, bytes[at]));
    }

    /** Returns the same documents, shuffled as by Python's {@code random.shuffle}. */
    public Documents shuffled(PythonRandom random) {
        List<String> shuffled = new ArrayList<>(texts);
        random.shuffle(shuffled);
        return new Documents(name, shuffled);
    }

    /** Returns the alphabet of all letters in the documents. */
    public Tokenizer tokenizer() {
        return Tokenizer.of(texts);
    }

    /** Returns a few lines: the size of the data set, its letters, the lengths of its documents, and some documents. */
    public String summary() {
        IntSummaryStatistics lengths = texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .summaryStatistics();
        return String.format(
                Locale.ROOT,
                "%s\nletters  %s\nlength   %d to %d letters, %.1f on average\nsuch as  %s",
                this,
                tokenizer().alphabet().strip(),
                lengths.getMin(),
                lengths.getMax(),
                lengths.getAverage(),
                String.join("\n         ", texts.subList(0, Math.min(SHOWN, texts.size()))));
    }

    /** Returns text such as {@code names: 8,403 documents, 26 letters}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %,d documents, %d letters",
                name,
                texts.size(),
                tokenizer().vocabulary() - 1);
    }
}
