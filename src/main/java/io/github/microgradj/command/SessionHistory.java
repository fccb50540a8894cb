package io.github.microgradj.command;

import java.util.List;
import java.util.Optional;

/** What was run in a session. */
public interface SessionHistory {
    /** What was typed in this session and did not fail, snippets and commands, oldest first. */
    List<String> typed();

    /** What was typed in earlier sessions and this one, failures too, oldest first. */
    List<String> past();

    /** What makes a script of this session: what ran without failing and did more than show something. */
    List<String> script();

    /** The same as a Java class, operators and Python translated. */
    String program(String className);

    /** What a saved session leaves out, because it threw or was stopped. */
    List<String> unfinished();

    /** The commands among what makes a script of this session. */
    List<String> repeatedCommands();

    /** The last exception that was thrown to the user. */
    Optional<Throwable> lastError();
}
