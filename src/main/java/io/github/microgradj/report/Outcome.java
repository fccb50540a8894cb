package io.github.microgradj.report;

/** The outcome of running a piece of input. */
public sealed interface Outcome {
    /** A success. */
    record Success() implements Outcome {}

    /**
     * A failure, which may be a compiler error, an exception, or an error of a command.
     *
     * @param message what was wrong, what was expected, and what to type
     * @param start the index in the input of the first character to mark, or -1 if no characters are marked
     * @param position the index of the character that the caret points at
     * @param end the index after the last character to mark
     */
    record Failure(String message, int start, int position, int end) implements Outcome {
        /** Creates a failure without a position. */
        public Failure(String message) {
            this(message, -1, -1, -1);
        }
    }

    /** A stop requested by the user. */
    record Interrupted() implements Outcome {}

    /** A request to exit the shell with the given status. */
    record Quit(int status) implements Outcome {}

    /** The only instance of {@link Success}. */
    Outcome SUCCESS = new Success();
}
