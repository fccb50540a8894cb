package io.github.microgradj.archive;

import io.github.microgradj.io.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class archive in a file, with a note in a second file. The note contains the size of the archive, and identifies
 * the JDK and jars from which the archive was made. The launcher passes the archive to the JVM if the archive's size
 * matches the note. The JVM itself rejects an archive whose JDK or jars have changed.
 *
 * @param file the archive file, which need not exist yet
 */
record ClassArchive(Path file) {
    private static final String NOTE = ".note";

    /**
     * Returns whether no new archive is needed: the archive is complete and was made from the current JDK and jars, or
     * it is known that this JVM cannot make one.
     */
    boolean isCurrent() {
        try {
            List<String> note = Files.readAllLines(note());
            return note.equals(noted()) || note.equals(lines("none"));
        } catch (IOException e) {
            return false;
        }
    }

    private Path note() {
        return file.resolveSibling(file.getFileName() + NOTE);
    }

    private List<String> noted() throws IOException {
        return lines(Files.exists(file) ? Long.toString(Files.size(file)) : "missing");
    }

    private static List<String> lines(String size) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(size);
        lines.add(described(Path.of(System.getProperty("java.home"), "lib", "modules")));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            lines.add(described(Path.of(jar)));
        }
        return lines;
    }

    private static String described(Path origin) throws IOException {
        return Files.size(origin) + " " + Files.getLastModifiedTime(origin).toMillis() + " " + origin;
    }

    /**
     * Replaces the archive with the given file, which must be on the same file system. A shell that starts at the same
     * time sees either the old archive or the new one.
     */
    void replaceBy(Path made) throws IOException {
        AtomicFile.move(made, file);
        write(noted());
    }

    /** Records that this JVM cannot make an archive, so that later starts do not try again. */
    void giveUp() throws IOException {
        write(lines("none"));
    }

    private void write(List<String> lines) throws IOException {
        AtomicFile.write(note(), String.join("\n", lines) + "\n");
    }

    /** Removes the archives in a folder that were made from a JDK or a jar that has since changed or disappeared. */
    static void removeStale(Path folder) throws IOException {
        List<Path> notes;
        try (Stream<Path> files = Files.walk(folder)) {
            notes = files.filter(each -> each.toString().endsWith(NOTE)).toList();
        }
        for (Path note : notes) {
            if (isStale(note)) {
                String name = note.toString().substring(0, note.toString().length() - NOTE.length());
                Files.deleteIfExists(Path.of(name));
                Files.delete(note);
            }
        }
    }

    private static boolean isStale(Path note) throws IOException {
        for (String line : Files.readAllLines(note).stream().skip(1).toList()) {
            Path origin = Path.of(line.split(" ", 3)[2]);
            if (!Files.exists(origin) || !described(origin).equals(line)) {
                return true;
            }
        }
        return false;
    }
}
