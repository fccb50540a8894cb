package io.github.microgradj.command;

import io.github.microgradj.report.Outcome;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * A colon command. Its name, options and help are picocli annotations on the class and its fields; each run gets a fresh
 * instance. To add one, write the class and name it in {@code Commands}.
 */
public abstract class Command {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    /** How the text after the name and its options is read. */
    public enum Argument {
        /** Words, as in a command line. */
        WORDS,
        /** One text, taken as it stands behind the options. */
        LINE,
        /** One Java expression, cut from the line whole; a last word that names a picture file is a second argument. */
        EXPRESSION
    }

    /** Where {@code :help} lists a command. */
    public enum CommandGroup {
        FIRST("What one needs first"),
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

    /** Whether a saved session says it again: it made something, and did not just show. */
    public boolean isRepeated() {
        return false;
    }

    public Argument argument() {
        return Argument.WORDS;
    }

    /** The words that may follow those typed after the command's name, options aside; none if only files, say, may. */
    @SuppressWarnings("unused") // most need no context
    public List<String> candidates(CommandContext context, List<String> before) {
        return List.of();
    }

    /**
     * Does it.
     *
     * @throws UserError with one clear line if it cannot be done
     */
    public abstract Outcome run(CommandContext context) throws UserError;
}
