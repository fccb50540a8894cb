package io.github.microgradj.snippet.model;

import io.github.microgradj.language.infix.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of evaluating one snippet. */
public sealed interface Evaluation {
    /**
     * A value.
     *
     * @param name the name that holds the value: the user's variable, an assignment target such as {@code a.data}, or a
     *      result such as {@code $1}
     * @param expression whether the snippet was an expression rather than a declaration
     * @param type the static type, in Java syntax
     * @param value the object itself
     */
    record Result(
            String name,
            boolean expression,
            String type,
            @Nullable Object value) implements Evaluation {}

    /** The values of several variables declared by one snippet, such as {@code int a = 1, b = 2}. */
    record Results(List<Result> results) implements Evaluation {}

    /** A success without a value. The message describes what was declared; it may be empty. */
    record Done(String message) implements Evaluation {}

    /** A rejection by the compiler. Nothing ran. */
    record Rejected(List<Problem> problems) implements Evaluation {}

    /** An exception. The frames are those in the user's code, innermost first. */
    record Threw(Throwable exception, List<Frame> frames) implements Evaluation {}

    /**
     * A stop requested by the user.
     *
     * @param stuckIn the library method that ignored the stop and continues in the background; empty if the snippet
     *      ended
     */
    record Stopped(String stuckIn) implements Evaluation {}

    /** A call to {@code System.exit}. */
    record Exited(int status) implements Evaluation {}

    /**
     * One compiler error.
     *
     * @param code the compiler's key for the error; empty if the shell itself reports the error
     * @param message the message in English, which may have several lines
     * @param hint a suggestion to append to the message; often empty
     * @param start the index in the snippet of the first character to mark
     * @param position the index of the character that the caret points at, such as an operator or the dot before a name
     * @param end the index after the last character to mark
     */
    record Problem(String code, String message, String hint, int start, int position, int end) {
        public Problem(String code, String message, int start, int position, int end) {
            this(code, message, "", start, position, end);
        }

        public Problem(Diagnostic fault) {
            this(fault.code(), fault.message(), fault.start(), fault.position(), fault.end());
        }

        public Problem withHint(String meant) {
            return new Problem(code, message, meant, start, position, end);
        }

        public Diagnostic fault() {
            return new Diagnostic(code, message, start, position, end);
        }

        /**
         * Returns this error with its positions adjusted for text from which the given number of characters has been
         * removed at the given index.
         */
        public Problem moved(int from, int characters) {
            return new Problem(
                    code,
                    message,
                    hint,
                    start > from ? start - characters : start,
                    position > from ? position - characters : position,
                    end > from ? end - characters : end);
        }
    }
}
