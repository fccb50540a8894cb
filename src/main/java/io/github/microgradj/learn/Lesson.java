package io.github.microgradj.learn;

import java.util.List;

/**
 * A lesson.
 *
 * @param name the name by which {@code :learn} finds it, such as {@code chain-rule}
 * @param file its file, for error messages
 * @param title its title, from the first line
 * @param part the part of the course to which it belongs, or 0 for none
 * @param minutes how long it takes
 * @param needs the names of the lessons to do first
 * @param steps its steps, at least one
 */
public record Lesson(
        String name, String file, String title, int part, int minutes, List<String> needs, List<LessonStep> steps) {}
