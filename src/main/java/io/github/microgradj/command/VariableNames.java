package io.github.microgradj.command;

import java.util.Collections;
import java.util.Iterator;

/**
 * The completion candidates of an option or parameter that takes a variable. This class provides only the words that
 * may be typed instead of a variable, and by default there are none. The shell adds the variables of the session.
 */
public class VariableNames implements Iterable<String> {
    /** Creates the candidates; picocli calls this. */
    public VariableNames() {}

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
