package io.github.microgradj.command;

import io.github.microgradj.report.Outcome;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * A colon command. Picocli annotations on its class and fields define its name, options and help. Each run uses a new
 * instance. To add a command, write its class and add the class to {@code Commands}.
 */
public abstract class Command {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // Set by picocli.
    private boolean help;

    /** The ways to parse the text after the command's name and options. */
    public enum Argument {
        /** Words, as on a command line. */
        WORDS,
        /** The rest of the line as one string, unchanged. */
        LINE,
        /** One Java expression, unchanged. If the last word names a picture file, that word is a second argument. */
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

    /**
     * Returns whether a saved session repeats this command. A command on which later input may depend must return
     * true.
     */
    public boolean isRepeated() {
        return false;
    }

    public Argument argument() {
        return Argument.WORDS;
    }

    /**
     * Returns the possible next words after the given ones, excluding options. The list is empty if, for example, only
     * a file name can follow.
     */
    @SuppressWarnings("unused") // Most commands need no context.
    public List<String> candidates(CommandContext context, List<String> before) {
        return List.of();
    }

    /**
     * Runs this command.
     *
     * @throws UserError with a one-line message if the command fails
     */
    public abstract Outcome run(CommandContext context) throws UserError;
}
