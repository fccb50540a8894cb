package io.github.microgradj.command;

import io.github.microgradj.snippet.SnippetEngine;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The part of the session that evaluates the arguments of commands and declares their results. */
public interface Evaluator {
    /** Returns the engine, which a reset replaces. */
    SnippetEngine engine();

    /**
     * Returns the value of an expression that was given to a command.
     *
     * @throws UserError if the expression fails
     */
    @Nullable
    Object value(String expression) throws UserError;

    /**
     * Returns the value of a variable that the user gave to a command.
     *
     * @throws UserError if there is no such variable or if it has another type
     */
    <T> T variable(String name, Class<T> type) throws UserError;

    /**
     * Returns a snippet as plain Java.
     *
     * @throws UserError if the snippet does not compile
     */
    String java(String source) throws UserError;

    /** Returns the Java of what ran last, a snippet or a cell of Python; empty if nothing has run. */
    String lastJava();

    /** Returns a value as text, on one line of limited width. */
    String shown(@Nullable Object value, int width) throws UserError;

    /**
     * Runs work that may take a long time, so that Ctrl-C can interrupt it.
     *
     * @throws UserError if the work was stopped or threw an exception
     */
    <T> T stoppable(Callable<T> work) throws UserError;

    /**
     * Declares a variable for the result of a command. If the user has a variable of that name, it is kept under
     * another name, and a message tells the user.
     */
    void publish(String name, String type, Object value);

    /**
     * Declares a variable for a result that a command is about to compute, so that {@link #publish} has little left to
     * do.
     *
     * @return a note on the user's own variable of that name, if there is one
     */
    Optional<String> declare(String name, String type, Object value);
}
