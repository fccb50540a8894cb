package io.github.microgradj.shell.command;

import io.github.microgradj.engine.Value;
import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.ValueNames;
import io.github.microgradj.shell.backward.BackwardCode;
import io.github.microgradj.text.TextWidth;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "java", description = "Show the plain Java that infix or Python comes to; nothing is run.")
final class JavaCommand extends Command {
    @Option(
            names = "--backward",
            description = "Show what backward() of a Value computes, as a method; the expression is run.")
    private boolean backward;

    @Parameters(paramLabel = "CODE", description = "An expression or a statement, such as a * b + b**3.")
    private String code;

    @Override
    public Argument argument() {
        return Argument.EXPRESSION;
    }

    @Override
    public Group group() {
        return Group.EXPRESSIONS;
    }

    @Override
    public Outcome run(CommandContext context) throws CommandFailure {
        context.printer()
                .line(TextWidth.visible(
                        backward ? backward(context) : context.evaluator().java(code)));
        return Outcome.SUCCESS;
    }

    private String backward(CommandContext context) throws CommandFailure {
        Value root = NamedValues.value(context.evaluator(), code, ":java --backward", "backward() is a method of");
        return BackwardCode.of(root, ValueNames.of(context.evaluator().engine()).identifiers());
    }
}
