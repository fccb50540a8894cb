package io.github.microgradj.command;

import io.github.microgradj.report.Outcome;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * A colon command. Its name, options and help are picocli annotations on the class and its fields. Each run gets a new
 * instance. To add a command, write its class and list it in {@code Commands}.
 */
public abstract class Command {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // Set by picocli.
    private boolean help;

    /** The ways in which the text after the name and the options can be read. */
    public enum Argument {
        /** Words, as on a command line. */
        WORDS,
        /** One string, which is the rest of the line, unchanged. */
        LINE,
        /** One Java expression, unchanged. A last word that names a picture file is a second argument. */
        EXPRESSION
    }

    /** The groups in which {@code :help} lists the commands. */
    public enum CommandGroup {
        FIRST("Essentials"),
        EXPRESSIONS("Expressions"),
        SESSION("The session"),
        FILES("Files and the system");

        private final String title;

        CommandGroup(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public CommandGroup group() {
        return CommandGroup.SESSION;
    }

    /** Returns whether a saved session repeats this command, that is, whether it did more than show something. */
    public boolean isRepeated() {
        return false;
    }

    public Argument argument() {
        return Argument.WORDS;
    }

    /**
     * Returns the completions that may follow the given words, which do not include options; empty if, for example,
     * only files may follow.
     */
    @SuppressWarnings("unused") // Most commands need no context.
    public List<String> candidates(CommandContext context, List<String> before) {
        return List.of();
    }

    /**
     * Runs this command.
     *
     * @throws UserError with one clear line if the command cannot be carried out
     */
    public abstract Outcome run(CommandContext context) throws UserError;
}
