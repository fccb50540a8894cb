package io.github.microgradj.shell.terminal;

import io.github.microgradj.shell.typing.Span;
import java.util.List;

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

    /** Ctrl-C was pressed while something ran. */
    void interrupted();

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
