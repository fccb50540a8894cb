package io.github.microgradj.command;

import io.github.microgradj.report.Outcome;
import java.util.Optional;

/** A guide that follows what a person types at the prompt, such as a lesson. */
public interface InputGuide {
    /** Handles a line if it is meant for the guide. Returns empty if the line is ordinary input. */
    Optional<Outcome> take(String line);

    /**
     * Looks at ordinary input that has run.
     *
     * @param text the input
     * @param result an expression for the last value of the input, such as {@code c}, {@code a.data} or {@code $1};
     *     empty if the input had no value
     * @param failed whether a part of it failed
     */
    void ran(String text, Optional<String> result, boolean failed);
}
