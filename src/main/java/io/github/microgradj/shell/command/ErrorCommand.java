package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.text.TextWidth;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

@CommandLine.Command(name = "error", description = "Show the whole stack trace of the last exception.")
final class ErrorCommand extends Command {
    @Override
    public Outcome run(CommandContext context) throws CommandFailure {
        Throwable error = context.history()
                .lastError()
                .orElseThrow(() -> new CommandFailure("nothing has thrown an exception yet"));
        context.printer()
                .page(TextWidth.visible(
                        context.evaluator().stoppable(() -> trace(error)).stripTrailing()));
        return Outcome.SUCCESS;
    }

    /** Asks the exception, which may be of a class of the user's. */
    private static String trace(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
