package io.github.microgradj.learn;

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
 */
public record LessonList(List<Lesson> lessons, String folder) {
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
        return new LessonList(lessons, "");
    }

    /**
     * Returns the lesson in a file, or the lessons in a folder in order of file name.
     *
     * @throws LessonException if a file is not a lesson
     */
    public static LessonList in(Path place) throws IOException, LessonException {
        List<Lesson> lessons = new ArrayList<>();
        for (Path file : files(place)) {
            String text = Files.readString(file);
            lessons.add(LessonParser.parse(name(String.valueOf(file.getFileName())), file.toString(), text));
        }
        return new LessonList(lessons, place.toAbsolutePath().normalize().toString());
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
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
