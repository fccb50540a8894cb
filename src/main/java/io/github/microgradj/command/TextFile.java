package io.github.microgradj.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Texts in UTF-8, read with a clear word when that fails. */
public final class TextFile {
    private TextFile() {}

    /** The text of a file. */
    public static String read(Path file) throws UserError {
        try {
            return text(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new UserError("there is no file " + file);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + reason(e));
        }
    }

    /** The text that bytes are, a byte order mark aside. */
    public static String text(byte[] bytes, String name) throws UserError {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UserError(name + " is not a text in UTF-8");
        }
    }

    /** Why a file could not be used, in a few words and without its name. */
    public static String reason(IOException exception) {
        if (exception instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (exception instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        String reason = exception instanceof FileSystemException file ? file.getReason() : exception.getMessage();
        return Objects.requireNonNullElse(reason, exception.getClass().getSimpleName());
    }
}
