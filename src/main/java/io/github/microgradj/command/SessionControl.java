package io.github.microgradj.command;

import io.github.microgradj.report.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The operations that a command may perform on its session. */
public interface SessionControl {
    /** Returns whether the running command was typed at the prompt, not read from a script. */
    boolean isInteractive();

    /**
     * Runs source text.
     *
     * @param text the source to run
     * @param name the file name for error messages
     * @param how the mode in which to run the source
     * @return a success, a stop, a quit or, except in interactive mode, a failure
     */
    Outcome run(String text, String name, RunMode how);

    /**
     * Runs a Python cell as one unit: if any part of it is rejected, none of it runs.
     *
     * @param name the name of the cell, for error messages
     */
    Outcome runCell(String text, String name);

    /**
     * Runs a Python file as one unit: if any part of it is rejected, none of it runs.
     *
     * @param name the name of the file, for error messages
     */
    Outcome runPython(String text, String name);

    /** Runs the text of a script, as Python if the name of its file ends in {@code .py}. */
    default Outcome runScript(String text, String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".py") ? runPython(text, name) : run(text, name, RunMode.SCRIPT);
    }

    /** Splits source text into its snippets and commands, in order. */
    List<String> split(String text);

    /** Removes all variables, methods and classes of the user. */
    void reset();

    /** Adds a jar or a folder of classes to the class path of snippets. A reset does not remove it. */
    void addToClasspath(Path entry);

    /** Returns the entries that were added to the class path, in order. */
    List<Path> classpath();

    /** Runs a task that may read from the terminal, such as another program, and that Ctrl-C can stop. */
    <T> T withTerminal(Callable<T> program) throws UserError;

    /** Sets or removes the guide that follows what the user types. The change takes effect with the next input. */
    void setGuide(Optional<InputGuide> guide);
}
