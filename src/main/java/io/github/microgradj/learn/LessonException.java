package io.github.microgradj.learn;

/** An error in a lesson's file. The message names the file and the line. */
@SuppressWarnings("serial") // Never serialized.
public final class LessonException extends Exception {
    public LessonException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
