package io.github.microgradj.viz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Files that are written whole or not at all. */
final class PictureFile {
    private PictureFile() {}

    /** The extension of a file, one of those allowed. */
    static String extension(Path file, String... allowed) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(allowed)
                .filter(extension -> name.endsWith("." + extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a picture's file ends in ." + String.join(", .", allowed) + "; was given " + file));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void write(Path file, String text) {
        write(file, () -> utf8(text));
    }

    /** Writes beside the file first, then puts the result in its place; checks before it lets anything be drawn. */
    static void write(Path file, Supplier<byte[]> picture) {
        checkPlace(file);
        byte[] bytes = picture.get();
        Path target = file.toAbsolutePath();
        Path draft =
                target.resolveSibling("." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try {
            Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(draft, target);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written: " + e, e);
        } finally {
            draft.toFile().delete();
        }
    }

    /** @throws IllegalArgumentException if no file can be there */
    static void checkPlace(Path file) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IllegalArgumentException("a picture needs a file, " + file + " is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder + " for " + file.getFileName());
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
