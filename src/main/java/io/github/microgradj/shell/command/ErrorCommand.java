package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Session;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

@CommandLine.Command(name = "error", description = "Show the whole stack trace of the last exception.")
final class ErrorCommand extends Command {
    @Override
    public Outcome run(Session session) throws CommandFailure {
        Throwable error =
                session.lastError().orElseThrow(() -> new CommandFailure("nothing has thrown an exception yet"));
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        session.page(trace.toString().stripTrailing());
        return Outcome.SUCCESS;
    }
}
