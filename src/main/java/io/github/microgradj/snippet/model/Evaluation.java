package io.github.microgradj.snippet.model;

import io.github.microgradj.language.infix.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one snippet. */
public sealed interface Evaluation {
    /**
     * It has a value.
     *
     * @param name what holds it: the user's own variable, {@code a.data} that was assigned to, or {@code $1} for an expression
     * @param expression whether the snippet was an expression, not a declaration
     * @param type the static type, as Java writes it
     * @param value the object itself
     */
    record Result(
            String name,
            boolean expression,
            String type,
            @Nullable Object value) implements Evaluation {}

    /** It declared several variables: {@code int a = 1, b = 2}. */
    record Results(List<Result> results) implements Evaluation {}

    /** It ran without a value; {@code message} is what it declared, or empty. */
    record Done(String message) implements Evaluation {}

    /** It did not compile; nothing was run. */
    record Rejected(List<Problem> problems) implements Evaluation {}

    /** It threw; {@code frames} are those of the user's own code, nearest first. */
    record Threw(Throwable exception, List<Frame> frames) implements Evaluation {}

    /**
     * The user stopped it.
     *
     * @param stuckIn the method of a library that did not listen and goes on in the background; empty for what has ended
     */
    record Stopped(String stuckIn) implements Evaluation {}

    /** It called {@code System.exit}. */
    record Exited(int status) implements Evaluation {}

    /**
     * One message of the compiler.
     *
     * @param code the compiler's key for it, empty if it is the shell's own
     * @param message the message, in English, possibly of several lines
     * @param hint what the user may have meant, to follow the message; often empty
     * @param start the index in the snippet of the first character concerned
     * @param position the index of the character that matters most, such as an operator or the dot before a name
     * @param end the index after the last one
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

        /** In a text that lacks some characters at an index. */
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
