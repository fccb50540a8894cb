package io.github.microgradj.command;

import io.github.microgradj.report.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** What a command may do to its session. */
public interface SessionControl {
    /** Returns whether a person typed the command, and not a script. */
    boolean isInteractive();

    /**
     * Runs a text.
     *
     * @param text the text
     * @param name the name of its file, for error messages
     * @param how how it is run
     * @return the first failure of a script, a stop, a quit, or success
     */
    Outcome run(String text, String name, RunMode how);

    /** Forgets all variables, methods and classes of the user. */
    void reset();

    /** Adds a jar or a folder of classes to the class path of snippets; a reset keeps it. */
    void addToClasspath(Path entry);

    /** Returns the added entries of the class path, in order. */
    List<Path> classpath();

    /** Runs another program that may read from the terminal, so that the user can stop it. */
    <T> T withTerminal(Callable<T> program) throws UserError;
}
