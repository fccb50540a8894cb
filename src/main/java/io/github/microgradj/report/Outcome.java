package io.github.microgradj.report;

/** The outcome of a piece of input. */
public sealed interface Outcome {
    /** A success, which carries no information. */
    record Success() implements Outcome {}

    /**
     * A failure, after which the session is unchanged.
     *
     * @param message the mistake, what was expected, and what to type
     * @param start the index in the input of the first character to mark, or -1 if there is none
     * @param position the index of the character that the caret points at
     * @param end the index after the last character to mark
     */
    record Failure(String message, int start, int position, int end) implements Outcome {
        /** Creates a failure without a position. */
        public Failure(String message) {
            this(message, -1, -1, -1);
        }
    }

    /** A stop by the user. */
    record Interrupted() implements Outcome {}

    /** A request to exit the shell with the given status. */
    record Quit(int status) implements Outcome {}

    /** The only instance of a success. */
    Outcome SUCCESS = new Success();
}
