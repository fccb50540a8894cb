package io.github.microgradj.languagemodel;

import io.github.microgradj.engine.Value;
import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.FileFault;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.text.Repr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The text format for saving language models. A file has a header, the size, the alphabet as code points, a line for
 * each parameter, and the CRC-32 of all preceding lines. Numbers are the shortest decimals that preserve every bit.
 *
 * <pre>{@code
 * microgradj language model 1
 * gpt layers 1 heads 4 width 16 block 16
 * alphabet 97 98 99
 * -0.07850374585012417
 * crc32 5d0a1c7e
 * }</pre>
 */
final class LanguageModelFile {
    private static final String HEADER = "microgradj language model 1";
    private static final Pattern SIZE =
            Pattern.compile("(\\w+) layers (\\d{1,4}) heads (\\d{1,4}) width (\\d{1,4}) block (\\d{1,4})");
    private static final Pattern ALPHABET = Pattern.compile("alphabet((?: \\d{1,7})+)");

    private final Path file;
    private final List<String> lines;
    private int read;

    private LanguageModelFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static void save(LanguageModel model, Path file) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        ModelSize size = model.size();
        lines.add(model.kind() + " layers " + size.layers() + " heads " + size.heads() + " width " + size.width()
                + " block " + size.blockSize());
        lines.add(model.tokenizer()
                .alphabet()
                .codePoints()
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" ", "alphabet ", "")));
        for (Value parameter : model.parameters()) {
            if (!Double.isFinite(parameter.data)) {
                throw new IllegalStateException(
                        "expected only finite parameters in the model to save, got " + Repr.of(parameter.data));
            }
            lines.add(Repr.of(parameter.data));
        }
        lines.add("crc32 " + checksum(lines));
        try {
            AtomicFile.write(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw FileFault.notWritten(file, e);
        }
    }

    static LanguageModel load(Path file) {
        try {
            // Latin-1 accepts any byte, so a file of another type fails in the parser, which reports the line number.
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return new LanguageModelFile(file, content.lines().toList()).model();
        } catch (DamagedModelException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + FileFault.ofReading(e), e);
        }
    }

    private static String checksum(List<String> lines) {
        CRC32 crc = new CRC32();
        for (String line : lines) {
            crc.update((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return String.format("%08x", crc.getValue());
    }

    private static final class DamagedModelException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedModelException(String message) {
            super(message);
        }
    }

    private LanguageModel model() throws DamagedModelException {
        if (!next("the header").equals(HEADER)) {
            throw damaged("expected the header " + HEADER + "; this is not a language model saved by microgradj");
        }
        Matcher size = match(SIZE, "a size such as gpt layers 1 heads 4 width 16 block 16");
        Matcher alphabet = match(ALPHABET, "a line such as alphabet 97 98 99");
        String crc = lines.get(lines.size() - 1);
        if (!crc.equals("crc32 " + checksum(lines.subList(0, lines.size() - 1)))) {
            throw damaged("the checksum at the end does not match; the file was damaged or edited");
        }
        try {
            LanguageModel model = model(size, alphabet.group(1).strip().split(" "));
            if (model.parameters().size() != lines.size() - read - 1) {
                throw damaged(
                        "expected " + model.parameters().size() + " parameters, found " + (lines.size() - read - 1));
            }
            for (Value parameter : model.parameters()) {
                parameter.data = Double.parseDouble(next("a parameter"));
            }
            return model;
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private static LanguageModel model(Matcher size, String[] letters) {
        int[] points = Arrays.stream(letters).mapToInt(Integer::parseInt).toArray();
        return LanguageModelKind.named(size.group(1))
                .create(
                        new PythonRandom(0),
                        Tokenizer.of(new String(points, 0, points.length)),
                        new ModelSize(number(size, 2), number(size, 3), number(size, 4), number(size, 5)));
    }

    private static int number(Matcher size, int group) {
        return Integer.parseInt(size.group(group));
    }

    private Matcher match(Pattern pattern, String expected) throws DamagedModelException {
        Matcher matcher = pattern.matcher(next(expected));
        if (!matcher.matches()) {
            throw damaged("expected " + expected);
        }
        return matcher;
    }

    private String next(String expected) throws DamagedModelException {
        read++;
        if (read > lines.size()) {
            throw damaged("expected " + expected + ", found the end of the file; the file was cut short");
        }
        return lines.get(read - 1);
    }

    private DamagedModelException damaged(String reason) {
        return new DamagedModelException(file + ", line " + read + ": " + reason);
    }
}
