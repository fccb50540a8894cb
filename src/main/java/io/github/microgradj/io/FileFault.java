package io.github.microgradj.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Explanations of why a file cannot be read or written. */
public final class FileFault {
    private FileFault() {}

    /** Returns why a file cannot be read, in a few words without the file's name. */
    public static String ofReading(IOException e) {
        return e instanceof NoSuchFileException ? "no such file or folder" : reason(e);
    }

    /** Returns why a file cannot be written, in a few words without the file's name. */
    public static String ofWriting(IOException e) {
        return e instanceof NoSuchFileException ? "no such folder" : reason(e);
    }

    /** Returns an exception that says in one line which file cannot be written, and why. */
    public static UncheckedIOException notWritten(Path file, IOException e) {
        return new UncheckedIOException("cannot write " + file + ": " + ofWriting(e), e);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }
}
