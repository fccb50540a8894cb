package io.github.microgradj.command;

import io.github.microgradj.snippet.SnippetEngine;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Evaluates what commands are given, and declares what they make. */
public interface Evaluator {
    /** The engine behind it; another one after a reset. */
    SnippetEngine engine();

    /** The value of an expression a command was given. */
    @Nullable
    Object value(String expression) throws UserError;

    /** A variable that a command was told to use. */
    <T> T variable(String name, Class<T> type) throws UserError;

    /** The plain Java that a snippet comes to. */
    String java(String source) throws UserError;

    /** The text of a value on one line of limited length. */
    String shown(@Nullable Object value, int width) throws UserError;

    /**
     * Runs work that may take long where Ctrl-C reaches it, by an interrupt.
     *
     * @throws UserError if it was stopped or threw
     */
    <T> T stoppable(Callable<T> work) throws UserError;

    /**
     * Declares a variable that holds what a command made. A variable of that name that is the user's own is kept under
     * another, and the user is told.
     */
    void publish(String name, String type, Object value);

    /**
     * Declares a variable for what a command is about to make, so that {@link #publish} has little left to do.
     *
     * @return what to tell the user of a variable of their own
     */
    Optional<String> declare(String name, String type, Object value);
}
