package io.github.microgradj.report;

/** How a piece of input ended. */
public sealed interface Outcome {
    /** It succeeded. */
    record Success() implements Outcome {}

    /**
     * It failed; the session is unchanged.
     *
     * @param message what was wrong, what was expected, what to type
     * @param start the index in the input of the first character concerned, or -1 if there is none
     * @param position the index of the character to point at
     * @param end the index after the last character concerned
     */
    record Failure(String message, int start, int position, int end) implements Outcome {
        /** Creates a failure without a position. */
        public Failure(String message) {
            this(message, -1, -1, -1);
        }
    }

    /** The user stopped it. */
    record Interrupted() implements Outcome {}

    /** The shell must exit with this status. */
    record Quit(int status) implements Outcome {}

    /** The only success. */
    Outcome SUCCESS = new Success();
}
