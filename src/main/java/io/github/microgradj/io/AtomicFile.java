package io.github.microgradj.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A writer that writes a file completely or not at all. The content is written to a temporary file in the same folder,
 * and this file then replaces the target. Concurrent readers see either the old or the new content, and if the disk is
 * full, the old content is kept.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes text in UTF-8.
     *
     * @throws IOException if the file cannot be written, in which case it is unchanged
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes. If the file is a symbolic link, the link is kept and the file to which it points is replaced.
     *
     * @param attributes the attributes with which the new file is created, such as permissions
     * @throws IOException if the file cannot be written, in which case it is unchanged
     */
    public static void write(Path file, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        write(Map.of(file, bytes), attributes);
    }

    /**
     * Writes several files. No old file is replaced before all new contents have been written to temporary files.
     *
     * @throws IOException if a file cannot be written
     */
    public static void write(Map<Path, byte[]> files, FileAttribute<?>... attributes) throws IOException {
        Map<Path, Path> targets = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                Path target = target(file.getKey());
                Path draft = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
                targets.put(draft, target);
                fill(draft, file.getValue(), attributes);
            }
            for (Map.Entry<Path, Path> each : targets.entrySet()) {
                move(each.getKey(), each.getValue());
            }
        } finally {
            for (Path draft : targets.keySet()) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static Path target(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static void fill(Path draft, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(draft, fresh, attributes)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /** Replaces a file with another in the same folder, atomically where the file system supports it. */
    public static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
