package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

@CommandLine.Command(name = "error", description = "Show the whole stack trace of the last exception.")
public final class ErrorCommand extends Command {
    @Override
    public Outcome run(CommandContext context) throws UserError {
        Throwable error =
                context.history().lastError().orElseThrow(() -> new UserError("no exception has been thrown yet"));
        context.printer()
                .page(TextWidth.visible(
                        context.evaluator().stoppable(() -> trace(error)).stripTrailing()));
        return Outcome.SUCCESS;
    }

    /** Returns the stack trace. If the user declared the exception's class, this may run user code. */
    private static String trace(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
