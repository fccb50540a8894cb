package io.github.microgradj.learn;

import io.github.microgradj.io.AtomicFile;
import io.github.microgradj.io.BriefLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The learner's progress, kept in a small text file. Each line describes one lesson, as in {@code 3 chain-rule} or
 * {@code 0 done chain-rule}: the index of the learner's step, {@code done} if the lesson has ever been finished, and
 * the lesson's key. Each change reads the file and writes it completely or not at all, under a lock. So several shells
 * can share the file, and a crash loses nothing.
 */
public final class LessonProgress {
    private static final Pattern LINE = Pattern.compile("(\\d{1,4}) (done )?(.+)");

    private final Path file;

    /**
     * The learner's position in a lesson.
     *
     * @param step the index of the learner's current step
     * @param done whether the lesson was finished at least once
     */
    public record Position(int step, boolean done) {}

    public LessonProgress(Path file) {
        this.file = file;
    }

    /** Returns the position in each lesson that the learner has begun, by the lesson's key. */
    public Map<String, Position> read() throws IOException {
        Map<String, Position> positions = new TreeMap<>();
        if (Files.exists(file)) {
            for (String each : Files.readAllLines(file)) {
                Matcher line = LINE.matcher(each);
                if (line.matches()) {
                    positions.put(line.group(3), new Position(Integer.parseInt(line.group(1)), line.group(2) != null));
                }
            }
        }
        return positions;
    }

    /** Remembers that the learner is at the given step of a lesson. */
    public void reach(String key, int step) throws IOException {
        change(positions ->
                positions.merge(key, new Position(step, false), (old, position) -> new Position(step, old.done())));
    }

    /** Remembers that the learner has finished a lesson. */
    public void finish(String key) throws IOException {
        change(positions -> positions.put(key, new Position(0, true)));
    }

    /** Forgets the progress in the given lessons. */
    public void forget(Set<String> keys) throws IOException {
        change(positions -> positions.keySet().removeAll(keys));
    }

    private void change(Consumer<Map<String, Position>> change) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path door = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel lock = FileChannel.open(door, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            BriefLock.lock(lock); // If the lock is not free in time, shells that write together may lose a step.
            Map<String, Position> positions = read();
            change.accept(positions);
            AtomicFile.write(
                    file,
                    positions.entrySet().stream()
                            .map(each -> each.getValue().step()
                                    + (each.getValue().done() ? " done " : " ") + each.getKey() + "\n")
                            .collect(Collectors.joining()));
        }
    }
}
