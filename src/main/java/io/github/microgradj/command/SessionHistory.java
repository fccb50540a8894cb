package io.github.microgradj.command;

import io.github.microgradj.notebook.Notebook;
import java.util.List;
import java.util.Optional;

/** The inputs of this session and of earlier ones. */
public interface SessionHistory {
    /** Returns the snippets and commands that were typed in this session and did not fail, oldest first. */
    List<String> typed();

    /** Returns the input that was typed in earlier sessions and this one, including failures, oldest first. */
    List<String> past();

    /**
     * Returns this session as a script: the snippets that did not fail, and those commands that a saved session
     * repeats (see {@link Command#isRepeated}).
     */
    List<String> script();

    /** Returns the script as a Java class, with operators and Python translated to Java. */
    String program(String className);

    /** Returns the script of this session as a notebook, with what each input printed and showed. */
    Notebook notebook();

    /** Returns the inputs that a saved session omits because they threw an exception or were stopped. */
    List<String> unfinished();

    /** Returns the commands in this session's script. */
    List<String> repeatedCommands();

    /** Returns the latest snippet with the given plain Java, as it was written; empty if there is none. */
    Optional<String> written(String java);

    /** Returns the last exception that was reported to the user. */
    Optional<Throwable> lastError();
}
