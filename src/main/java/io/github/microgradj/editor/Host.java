package io.github.microgradj.editor;

import io.github.microgradj.editor.text.Span;
import java.util.List;
import java.util.Optional;

/** The shell around the editor. Its methods answer the editor's queries. */
public interface Host {
    /** Returns whether Enter starts a new line instead of running the given text. */
    boolean isIncomplete(String text);

    /** Returns the spans to colour in the text, given the index of the cursor. */
    List<Span> spans(String text, int cursor);

    /** Returns the text in the colour of the given kind, with escape sequences for the terminal. */
    String coloured(Span.Kind kind, String text);

    /** Returns the completion candidates at the cursor. */
    Candidates complete(String text, int cursor);

    /**
     * Returns the call that contains the end of the text, or empty if there is none or if no signature is known. This
     * method must not block.
     */
    Optional<Call> callAround(String typed);

    /** Returns the signatures of a call, or empty if they are not available yet. */
    Optional<List<String>> signatures(String prefix);

    /**
     * Returns the documentation of the name at the cursor or, if that name has none, of the call around the cursor.
     *
     * @param rows the number of rows that are available
     */
    Optional<String> documentation(String text, int cursor, int rows);

    /** Stops the running code. The editor calls this method for Ctrl-C while code is running. */
    void interrupted();

    /**
     * The call that contains the cursor.
     *
     * @param prefix the text up to and including the call's opening parenthesis
     * @param argument the index of the argument at the cursor
     */
    record Call(String prefix, int argument) {}

    /**
     * The completion candidates at the cursor.
     *
     * @param anchor the index in the text at which the candidates start
     * @param choices the candidates, most likely first
     * @param whole whether to add a space after an inserted word
     */
    record Candidates(int anchor, List<Choice> choices, boolean whole) {}

    /**
     * A completion candidate.
     *
     * @param note a one-line description; may be empty
     */
    record Choice(String word, String note) {}
}
