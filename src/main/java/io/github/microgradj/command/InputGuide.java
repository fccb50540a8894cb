package io.github.microgradj.command;

import io.github.microgradj.report.Outcome;
import java.util.Optional;

/** A guide, such as a lesson, that follows what the user types at the prompt. */
public interface InputGuide {
    /** Handles a line if it is meant for the guide. Returns empty if the line is ordinary input. */
    Optional<Outcome> take(String line);

    /**
     * Receives ordinary input after it has run.
     *
     * @param text the input
     * @param result an expression for the last value of the input, such as {@code c}, {@code a.data} or {@code $1};
     *     empty if the input had no value
     * @param failed whether any part of the input failed
     */
    void ran(String text, Optional<String> result, boolean failed);
}
