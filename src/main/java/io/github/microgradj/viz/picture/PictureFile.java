package io.github.microgradj.viz.picture;

import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** A writer of picture files, which are written completely or not at all. */
public final class PictureFile {
    private PictureFile() {}

    /**
     * Returns the extension of a file, which must be one of those allowed.
     *
     * @throws IllegalArgumentException if the extension is not allowed
     */
    public static String extension(Path file, String... allowed) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String expected = String.join(", .", allowed).replaceFirst(", ([.\\w]+)$", " or $1");
        return Arrays.stream(allowed)
                .filter(extension -> name.endsWith("." + extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the file name of a picture must end in ." + expected + ", got " + file));
    }

    /** Returns the UTF-8 bytes of a string. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes text in UTF-8. Throws the same exceptions as {@link #write(Path, Supplier)}. */
    public static void write(Path file, String text) {
        write(file, () -> utf8(text));
    }

    /**
     * Writes a picture. Checks the location of the file before anything is drawn.
     *
     * @throws IllegalArgumentException if the file is a folder or its folder does not exist
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, Supplier<byte[]> picture) {
        checkPlace(file);
        byte[] bytes = picture.get();
        try {
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw FileFault.notWritten(file, e);
        }
    }

    /**
     * Checks that a picture can be written to a file.
     *
     * @throws IllegalArgumentException if the file is a folder or its folder does not exist
     */
    public static void checkPlace(Path file) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IllegalArgumentException("expected a file, but " + file + " is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder + " for " + file.getFileName());
        }
    }
}
