package io.github.microgradj.learn;

import io.github.microgradj.io.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A list of lessons.
 *
 * @param lessons the lessons in order
 * @param folder the folder or file from which they come, or an empty string for the shell's own lessons
 * @param faults messages about files in the folder that cannot be read or are not lessons
 */
public record LessonList(List<Lesson> lessons, String folder, List<String> faults) {
    private static final String BUNDLED = "/io/github/microgradj/lessons/";

    /** Returns the lessons that come with the shell. */
    public static LessonList bundled() {
        List<Lesson> lessons = new ArrayList<>();
        for (String file : resource("index.txt").lines().toList()) {
            try {
                lessons.add(LessonParser.parse(name(file), file, resource(file)));
            } catch (LessonException e) {
                throw new IllegalStateException(e);
            }
        }
        return new LessonList(lessons, "", List.of());
    }

    /**
     * Returns the lesson in a file, or the lessons in a folder in order of file name.
     *
     * @throws IOException if the file or the folder cannot be read
     * @throws LessonException if the file is not a lesson
     */
    public static LessonList in(Path place) throws IOException, LessonException {
        String folder = place.toAbsolutePath().normalize().toString();
        if (!Files.isDirectory(place)) {
            return new LessonList(List.of(lesson(place)), folder, List.of());
        }
        List<Lesson> lessons = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files(place)) {
            try {
                lessons.add(lesson(file));
            } catch (IOException e) {
                faults.add("cannot read " + file + ": " + FileFault.ofReading(e));
            } catch (LessonException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return new LessonList(lessons, folder, faults);
    }

    private static Lesson lesson(Path file) throws IOException, LessonException {
        return LessonParser.parse(name(String.valueOf(file.getFileName())), file.toString(), Files.readString(file));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns {@code chain-rule} for {@code 05-chain-rule.md}. */
    static String name(String file) {
        return file.replaceFirst("^\\d+-", "").replaceFirst("\\.md$", "");
    }

    /** Returns the key under which the learner's progress in a lesson is saved. */
    public String key(Lesson lesson) {
        return folder.isEmpty() ? lesson.name() : folder + "#" + lesson.name();
    }

    private static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(LessonList.class.getResourceAsStream(BUNDLED + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
