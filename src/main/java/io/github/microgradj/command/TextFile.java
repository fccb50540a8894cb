package io.github.microgradj.command;

import io.github.microgradj.io.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A reader of UTF-8 text files. Its error messages are written for users. */
public final class TextFile {
    private TextFile() {}

    /**
     * Returns the contents of a file.
     *
     * @throws UserError if the file cannot be read
     */
    public static String read(Path file) throws UserError {
        try {
            return text(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new UserError("there is no file " + file);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + FileFault.ofReading(e));
        }
    }

    /**
     * Returns the given bytes as text, without a byte order mark.
     *
     * @throws UserError if the bytes are not UTF-8
     */
    public static String text(byte[] bytes, String name) throws UserError {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UserError(name + " is not UTF-8 text");
        }
    }
}
