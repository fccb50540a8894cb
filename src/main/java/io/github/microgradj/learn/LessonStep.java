package io.github.microgradj.learn;

import java.util.List;

/**
 * A step of a lesson.
 *
 * @param line the line of its heading in the file, counting from 1
 * @param title its heading
 * @param setup code that runs silently when the step begins
 * @param before what is shown when the step begins
 * @param task what the learner has to do
 * @param answer the model answer, or an empty string
 * @param hints the hints, in the order of the file
 * @param after what is shown when the task is done
 * @param trials answers that {@code :learn --check} tries
 * @param claims boolean expressions that must hold at the end of the step; only {@code :learn --check} evaluates them
 */
public record LessonStep(
        int line,
        String title,
        String setup,
        List<Block> before,
        LessonTask task,
        String answer,
        List<Hint> hints,
        List<Block> after,
        List<Trial> trials,
        List<String> claims) {
    /** A part of a step that the learner sees. */
    public sealed interface Block {}

    /** Paragraphs in Markdown. An expression in double braces is replaced by its value. */
    public record Prose(String markdown) implements Block {}

    /** Code to read, which does not run. */
    public record Listing(String code) implements Block {}

    /** Code that is shown and run. */
    public record Demonstration(String code) implements Block {}

    /**
     * A hint for a wrong answer.
     *
     * @param when a condition that is true for the wrong answers to which the hint applies; empty if the hint
     *     applies to all
     * @param text the hint, in Markdown
     */
    public record Hint(String when, String text) {
        /** Returns whether this hint is for particular wrong answers. */
        public boolean isSpecific() {
            return !when.isEmpty();
        }
    }

    /**
     * An answer that {@code :learn --check} tries.
     *
     * @param line the line in the file
     * @param input what the learner might type
     * @param right whether it is a right answer
     * @param reply words that the hint for a wrong answer must contain
     */
    public record Trial(int line, String input, boolean right, String reply) {}
}
