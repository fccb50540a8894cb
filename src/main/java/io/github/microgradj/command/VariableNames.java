package io.github.microgradj.command;

import java.util.Collections;
import java.util.Iterator;

/**
 * The completion candidates of an option or parameter that takes a variable. The list itself is empty; the
 * shell adds the variables of the session.
 */
public final class VariableNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
