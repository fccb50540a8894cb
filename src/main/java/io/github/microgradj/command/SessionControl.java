package io.github.microgradj.command;

import io.github.microgradj.report.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** What a command may do to the session it runs in. */
public interface SessionControl {
    /** Whether a person types what runs, and no script says it. */
    boolean isInteractive();

    /**
     * Runs a text.
     *
     * @param name the file it is from, for error messages
     * @return the first failure of a script, a stop, a quit, or success
     */
    Outcome run(String text, String name, RunMode how);

    /** Forgets every variable, method and class of the user. */
    void reset();

    /** Lets snippets use a jar or a folder of classes, after a reset too. */
    void addToClasspath(Path entry);

    /** What was added to the class path, in order. */
    List<Path> classpath();

    /** Runs another program that may ask the user for something, where the user can stop it. */
    <T> T withTerminal(Callable<T> program) throws UserError;
}
