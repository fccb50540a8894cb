package io.github.microgradj.editor;

import io.github.microgradj.editor.text.Span;
import java.util.List;
import java.util.Optional;

/** What the editor asks of the program around it. */
public interface Host {
    /** Whether Enter is to open another line instead of running the text. */
    boolean isIncomplete(String text);

    /** What is to be coloured in a text with the cursor at an index. */
    List<Span> spans(String text, int cursor);

    /** A text in the colour of what it is, with the escape sequences of a terminal. */
    String coloured(Span.Kind kind, String text);

    /** What Tab offers. */
    Candidates complete(String text, int cursor);

    /** The call around the end of a text; empty if there is none, or if nothing is to be said of it. Takes no time. */
    Optional<Call> callAround(String typed);

    /** How what is called is declared, a line each; empty if that cannot be told just now. */
    Optional<List<String>> signatures(String prefix);

    /**
     * What there is to read on the name at the cursor, or else on the call around it.
     *
     * @param rows how many there are for it
     */
    Optional<String> documentation(String text, int cursor, int rows);

    /** Ctrl-C was pressed while something ran. */
    void interrupted();

    /**
     * A call that is being typed.
     *
     * @param prefix the text up to its parenthesis
     * @param argument how many arguments stand before the one that is typed
     */
    record Call(String prefix, int argument) {}

    /**
     * What may be typed at the cursor.
     *
     * @param anchor the index in the text from which the words stand
     * @param choices what may stand there, the likely first
     * @param whole whether a space follows a word that is chosen
     */
    record Candidates(int anchor, List<Choice> choices, boolean whole) {}

    /**
     * A word that may be typed.
     *
     * @param note what there is to say of it, on a line; may be empty
     */
    record Choice(String word, String note) {}
}
