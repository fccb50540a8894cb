package io.github.microgradj.report;

/** How one unit of input ended. */
public sealed interface Outcome {
    /** It did what was asked. */
    record Success() implements Outcome {}

    /**
     * It failed; the session is as it was before.
     *
     * @param message what was wrong, what was expected, what to type
     * @param start the index in the unit of the first character concerned, or -1 if it is none in particular
     * @param position the index of the character that matters most
     * @param end the index after the last one
     */
    record Failure(String message, int start, int position, int end) implements Outcome {
        /** A failure of the whole unit. */
        public Failure(String message) {
            this(message, -1, -1, -1);
        }
    }

    /** The user stopped it. */
    record Interrupted() implements Outcome {}

    /** The shell is to end with this exit status. */
    record Quit(int status) implements Outcome {}

    /** The one success there is. */
    Outcome SUCCESS = new Success();
}
