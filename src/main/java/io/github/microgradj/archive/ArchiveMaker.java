package io.github.microgradj.archive;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The procedure that makes a class archive, which reduces the JVM's start time to a third. The archive is an AOT cache
 * or, on older JDKs, an archive for class data sharing (CDS). It is made and used as follows.
 * <ol>
 * <li>The launcher derives the name of the archive file from the JDK and the installation. If the file is complete, the
 *      launcher passes {@code -XX:AOTCache=...} or {@code -XX:SharedArchiveFile=...}. The JVM ignores an archive whose
 *      JDK or jars have changed.
 * <li>In a running shell, {@link ArchiveUpdater} checks whether the archive is missing or outdated. If so, it runs the
 *      launcher with {@code --warm} as a background process, and that process calls {@link #make}.
 * <li>{@link #make} locks the folder, so that only one of several shells makes the archive.
 * <li>{@link ArchiveTrainingRun} runs a scripted session with snippets, completion, help and training in a JVM that
 *      records the classes it loads.
 * <li>The JVM writes the archive when that session ends. The archive is tested by starting a second JVM with it. If the
 *      test succeeds, the new file replaces the old one atomically. Otherwise, {@link ClassArchive} records that the
 *      JVM cannot make a usable archive, and no shell tries again until the JDK or the jars change.
 * </ol>
 */
public final class ArchiveMaker {
    /**
     * The required free disk space. The archive takes 40 MB, and so does the recorded data from which the JVM makes it.
     */
    private static final long ROOM = 150L << 20;

    private final ClassArchive archive;
    private final List<String> command;

    /**
     * Creates a maker for one archive.
     *
     * @param file the archive
     * @param command the command with which the launcher starts the shell: the Java program, its options and the main
     *     class
     */
    public ArchiveMaker(Path file, List<String> command) {
        this.archive = new ClassArchive(file);
        this.command = command;
    }

    /**
     * Makes the archive unless it is up to date, and returns a message for the user. Only one of several concurrent
     * processes makes it.
     *
     * @throws IOException if the archive cannot be written, or if the JVM does not make a usable one
     */
    public String make() throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(archive.file().toAbsolutePath().getParent());
        Files.createDirectories(folder);
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(archive.file().getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return "another process is creating " + archive.file();
            }
            return archive.isCurrent() ? archive.file() + " is up to date" : rehearse(folder);
        }
    }

    private String rehearse(Path folder) throws IOException, InterruptedException {
        if (Files.getFileStore(folder).getUsableSpace() < ROOM) {
            throw new IOException("the disk with " + folder + " has less than " + (ROOM >> 20) + " MB left");
        }
        Path scratch = Files.createTempDirectory(folder, "new");
        try {
            Path made = scratch.resolve("archive");
            boolean ended = new ArchiveTrainingRun(
                            with(aot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=", made), scratch)
                    .play();
            if (!ended || !Files.exists(made) || !isUsable(made)) {
                archive.giveUp();
                throw new IOException("this JVM did not create a usable archive");
            }
            archive.replaceBy(made);
            ClassArchive.removeStale(cache(folder));
            return "made " + archive.file() + " (" + (Files.size(archive.file()) >> 20) + " MB)";
        } finally {
            delete(scratch);
        }
    }

    /**
     * Returns whether the archive is an AOT cache. The launcher chooses the kind of archive, which the file's extension
     * indicates.
     */
    private boolean aot() {
        return archive.file().toString().endsWith(".aot");
    }

    private List<String> with(String option, Path file) {
        List<String> changed = new ArrayList<>(command);
        changed.add(1, option + file);
        return changed;
    }

    /**
     * Returns whether a JVM can use the given archive. Starts the JVM with an option that makes an unusable archive an
     * error.
     */
    private boolean isUsable(Path made) throws IOException, InterruptedException {
        List<String> start = with(aot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=", made);
        start.add(1, aot() ? "-XX:AOTMode=on" : "-Xshare:on");
        start.add("--version");
        Process process = new ProcessBuilder(start)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    /**
     * Returns the enclosing folder {@code microgradj/archives}, which contains all archives, or the given folder if it
     * is not inside such a folder.
     */
    private static Path cache(Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (above.endsWith(Path.of("microgradj", "archives"))) {
                return above;
            }
        }
        return folder;
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
