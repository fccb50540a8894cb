package io.github.microgradj.command;

import java.util.Collections;
import java.util.Iterator;

/** The completion candidates of an option or parameter that takes a variable of the session; the shell knows which there are. */
public final class VariableNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
