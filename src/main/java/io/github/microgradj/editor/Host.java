package io.github.microgradj.editor;

import io.github.microgradj.editor.text.Span;
import java.util.List;
import java.util.Optional;

/** The program around the editor, as the editor sees it: its methods answer the editor's queries. */
public interface Host {
    /** Returns whether Enter opens another line instead of running the given text. */
    boolean isIncomplete(String text);

    /** Returns the spans of the text to colour when the cursor is at the given index. */
    List<Span> spans(String text, int cursor);

    /** Returns the text in the colour of its kind, with the terminal's escape sequences. */
    String coloured(Span.Kind kind, String text);

    /** Returns the candidates for Tab. */
    Candidates complete(String text, int cursor);

    /**
     * Returns the call around the end of the text; empty if there is none or if no signature is known. Must return at
     * once.
     */
    Optional<Call> callAround(String typed);

    /** Returns the signatures of a call, one per line; empty if they are not available at the moment. */
    Optional<List<String>> signatures(String prefix);

    /**
     * Returns the documentation of the name at the cursor or, if there is none, of the call around it.
     *
     * @param rows the number of rows that are available
     */
    Optional<String> documentation(String text, int cursor, int rows);

    /** Stops what is running. The editor calls this method when Ctrl-C is pressed while something runs. */
    void interrupted();

    /**
     * The call in which the user is typing.
     *
     * @param prefix the text up to and including its parenthesis
     * @param argument the index of the argument being typed
     */
    record Call(String prefix, int argument) {}

    /**
     * The candidates at the cursor.
     *
     * @param anchor the index in the text where the words start
     * @param choices the words, most likely first
     * @param whole whether a space follows a chosen word
     */
    record Candidates(int anchor, List<Choice> choices, boolean whole) {}

    /**
     * A word to choose.
     *
     * @param note a line about it; may be empty
     */
    record Choice(String word, String note) {}
}
