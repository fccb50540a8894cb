package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Session;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "java", description = "Show the plain Java that infix or Python comes to; nothing is run.")
final class JavaCommand extends Command {
    @Parameters(paramLabel = "CODE", description = "An expression or a statement, such as a * b + b**3.")
    private String code;

    @Override
    public Argument argument() {
        return Argument.EXPRESSION;
    }

    @Override
    public Outcome run(Session session) throws CommandFailure {
        session.printer().line(session.java(code));
        return Outcome.SUCCESS;
    }
}
