package io.github.microgradj.editor;

import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.BriefLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The history file, with lines of the form {@code milliseconds:text}. All shells of a user share it, and only that user
 * can read it. Each line is appended in one write. When the file grows too long, a shorter file replaces it; a lock on
 * a second file protects the replacement. Errors do not interrupt the user; only one is reported.
 */
final class HistoryFile {
    /** A single entry of the history. */
    record HistoryLine(Instant time, String text) {}

    /**
     * The number of entries that remain when the file is shortened. This happens when the file is read and exceeds
     * this number by more than a quarter.
     */
    static final int KEPT = 10_000;

    private static final int MOST = KEPT + KEPT / 4;
    private static final Pattern LINE = Pattern.compile("(\\d{1,15}):(.*)");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private String fault = "";
    private boolean reported;
    /** Whether another process holds the lock and does not release it. */
    private boolean stuck;

    HistoryFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** Returns the latest error, or empty if there is none or if an error has already been reported. */
    synchronized Optional<String> fault() {
        if (fault.isEmpty() || reported) {
            return Optional.empty();
        }
        reported = true;
        return Optional.of(fault);
    }

    private synchronized void blame(String fault) {
        this.fault = fault;
    }

    private void blame(String what, IOException e) {
        String why = e instanceof AccessDeniedException
                ? "permission denied"
                : Objects.requireNonNullElse(e.getMessage(), e.toString());
        blame(what + " " + path + ": " + why.replace(path + ": ", ""));
    }

    /** Returns the entries of the file, oldest first. */
    List<HistoryLine> read() {
        try {
            if (!Files.exists(path)) {
                return List.of();
            }
            Contents contents = Contents.of(path);
            if (isPosix() && !Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
                Files.setPosixFilePermissions(path, OWNER_ONLY);
            }
            if (contents.damaged() > 0 || contents.lines().size() > MOST) {
                cut();
            }
            return contents.newest();
        } catch (IOException e) {
            blame("cannot read the history", e);
            return List.of();
        }
    }

    /** Adds an entry. */
    void append(HistoryLine line) {
        try {
            Files.createDirectories(path.getParent());
            try (FileChannel door = open(lockFile(), StandardOpenOption.WRITE)) {
                lock(door);
                write(line);
            }
        } catch (IOException e) {
            blame("the history is not saved: cannot write", e);
        }
    }

    private void write(HistoryLine line) throws IOException {
        try (FileChannel file = open(path, StandardOpenOption.APPEND)) {
            String separator = endsTorn() ? "\n" : ""; // A full disk can leave the last line incomplete.
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(separator + written(line));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    }

    /**
     * Shortens the file to its newest entries, and removes damaged lines. Does nothing if the lock is not available; a
     * later session can shorten the file.
     */
    private void cut() throws IOException {
        try (FileChannel door = open(lockFile(), StandardOpenOption.WRITE)) {
            if (!lock(door)) {
                return;
            }
            Contents contents = Contents.of(path);
            if (contents.damaged() > 0) {
                Path aside = path.resolveSibling(path.getFileName() + ".damaged");
                Files.copy(path, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                String lines = contents.damaged() == 1
                        ? "1 damaged line, which was removed"
                        : contents.damaged() + " damaged lines, which were removed";
                blame("the history had " + lines + "; the original is in " + aside);
            }
            StringBuilder text = new StringBuilder();
            contents.newest().forEach(line -> text.append(written(line)));
            AtomicFile.write(path, text.toString().getBytes(StandardCharsets.UTF_8), ownerOnly());
        }
    }

    private Path lockFile() {
        return path.resolveSibling(path.getFileName() + ".lock");
    }

    /** Waits briefly for the lock, or not at all if an earlier wait failed. Returns whether the lock was acquired. */
    private boolean lock(FileChannel door) throws IOException {
        boolean locked = stuck ? BriefLock.tryLock(door) : BriefLock.lock(door);
        stuck |= !locked;
        return locked;
    }

    private boolean endsTorn() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            if (channel.size() == 0) {
                return false;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    private FileChannel open(Path path, OpenOption how) throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, how), ownerOnly());
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String written(HistoryLine line) {
        String text = line.text().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return line.time().toEpochMilli() + ":" + text + "\n";
    }

    /** The valid lines of a file, and the number of its damaged lines. */
    private record Contents(List<HistoryLine> lines, long damaged) {
        private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

        static Contents of(Path path) throws IOException {
            List<HistoryLine> lines = new ArrayList<>();
            long damaged = 0;
            for (String each : new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Matcher line = LINE.matcher(each);
                if (line.matches()) {
                    lines.add(new HistoryLine(
                            Instant.ofEpochMilli(Long.parseLong(line.group(1))), unescaped(line.group(2))));
                } else if (!each.isEmpty()) {
                    damaged++;
                }
            }
            return new Contents(lines, damaged);
        }

        List<HistoryLine> newest() {
            return lines.subList(Math.max(0, lines.size() - KEPT), lines.size());
        }

        private static String unescaped(String text) {
            return text.indexOf('\\') < 0
                    ? text
                    : ESCAPE.matcher(text)
                            .replaceAll(escape -> Matcher.quoteReplacement(
                                    switch (escape.group(1)) {
                                        case "n" -> "\n";
                                        case "r" -> "\r";
                                        default -> escape.group(1);
                                    }));
        }
    }
}
