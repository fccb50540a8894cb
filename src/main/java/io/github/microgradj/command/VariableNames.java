package io.github.microgradj.command;

import java.util.Collections;
import java.util.Iterator;

/**
 * The completion candidates of an option or parameter that takes a variable. The list itself contains only the words
 * that may be typed instead of a variable, by default none; the shell adds the variables of the session.
 */
public class VariableNames implements Iterable<String> {
    /** Creates the candidates; picocli calls this. */
    public VariableNames() {}

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
