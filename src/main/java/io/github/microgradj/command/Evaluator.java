package io.github.microgradj.command;

import io.github.microgradj.snippet.SnippetEngine;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The part of a session that evaluates the arguments of commands and declares their results. */
public interface Evaluator {
    /** Returns the engine. A reset replaces it. */
    SnippetEngine engine();

    /**
     * Returns the value of an expression in a command.
     *
     * @throws UserError if the expression fails
     */
    @Nullable
    Object value(String expression) throws UserError;

    /**
     * Returns the value of a variable that the user names in a command.
     *
     * @throws UserError if the variable does not exist or has another type
     */
    <T> T variable(String name, Class<T> type) throws UserError;

    /**
     * Returns a snippet as plain Java.
     *
     * @throws UserError if the snippet does not compile
     */
    String java(String source) throws UserError;

    /** Returns the last snippet or Python cell that ran, as plain Java, or an empty string if nothing has run. */
    String lastJava();

    /** Returns the name and the parameters of a function that is defined in Python, or empty for any other name. */
    Optional<String> pythonFunction(String name);

    /** Returns a value as text, on one line of limited width. */
    String shown(@Nullable Object value, int width) throws UserError;

    /**
     * Runs a task that may take a long time and that Ctrl-C can interrupt.
     *
     * @throws UserError if the task was stopped or threw an exception
     */
    <T> T stoppable(Callable<T> work) throws UserError;

    /**
     * Declares a variable for the result of a command. If the user has declared a variable with that name, the user's
     * variable is renamed and a message says so.
     */
    void publish(String name, String type, Object value);

    /**
     * Declares a variable for a result that a command is about to compute, so that {@link #publish} takes less time.
     *
     * @return a note that the user's own variable with that name was renamed, or empty if there was none
     */
    Optional<String> declare(String name, String type, Object value);
}
