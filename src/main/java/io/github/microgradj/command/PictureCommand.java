package io.github.microgradj.command;

import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Progress;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/**
 * A command that produces a picture. It writes the picture to the given file or, without a file, shows it in the
 * terminal.
 */
public abstract class PictureCommand extends Command {
    private final Map<String, String> environment;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write (default: show the picture in the terminal).")
    private Optional<Path> file;

    /**
     * Creates the command.
     *
     * @param environment the environment variables, which indicate what the terminal can display
     */
    public PictureCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public Argument argument() {
        return Argument.EXPRESSION;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    public final Optional<Path> file() {
        return file;
    }

    /** Writes the picture to the file, or shows it in the terminal if no file was given. */
    public final void give(Picture picture, CommandContext context) throws UserError {
        if (file.isPresent()) {
            write(picture, file.get(), context);
        } else {
            show(picture, context);
        }
    }

    /** Writes a picture to a file and prints the file's name. */
    public static Path write(Picture picture, Path file, CommandContext context) throws UserError {
        drawing(context, () -> picture.save(file));
        context.printer().line("wrote " + file);
        return file;
    }

    /** Shows the picture as an image if the terminal supports images, and otherwise as text. */
    private void show(Picture picture, CommandContext context) throws UserError {
        Printer printer = context.printer();
        int columns = printer.columns() - 1;
        Optional<ImageProtocol> protocol = printer.isTerminal() ? ImageProtocol.of(environment) : Optional.empty();
        if (protocol.isPresent()) {
            printer.line(drawing(context, () -> picture.terminal(protocol.get(), columns)));
        } else {
            boolean dumb = printer.isTerminal() && "dumb".equals(environment.get("TERM"));
            context.printer()
                    .page(String.join(
                            "\n", drawing(context, () -> picture.terminal(columns, printer.colours(), !dumb))));
        }
    }

    /** Runs a computation that Ctrl-C can stop, and shows its progress if it takes a long time. */
    public static <T> T drawing(CommandContext context, Callable<T> work) throws UserError {
        Progress progress = Progress.start(context.printer(), "drawing");
        try {
            return context.evaluator().stoppable(work);
        } finally {
            progress.end();
        }
    }
}
