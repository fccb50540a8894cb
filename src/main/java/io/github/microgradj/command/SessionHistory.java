package io.github.microgradj.command;

import io.github.microgradj.notebook.Notebook;
import java.util.List;
import java.util.Optional;

/** The inputs of a session. */
public interface SessionHistory {
    /** Returns the snippets and commands that were typed in this session and did not fail, oldest first. */
    List<String> typed();

    /** Returns the input that was typed in earlier sessions and this one, including failures, oldest first. */
    List<String> past();

    /**
     * Returns the script of this session, which is the input that ran without failing and did more than show something.
     */
    List<String> script();

    /** Returns the script as a Java class, with operators and Python translated to Java. */
    String program(String className);

    /** Returns the script of this session as a notebook, with what each input printed and showed. */
    Notebook notebook();

    /** Returns the inputs that a saved session leaves out because they threw an exception or were stopped. */
    List<String> unfinished();

    /** Returns the commands in the script of this session. */
    List<String> repeatedCommands();

    /** Returns the last exception that reached the user. */
    Optional<Throwable> lastError();
}
