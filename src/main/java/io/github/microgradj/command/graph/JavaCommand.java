package io.github.microgradj.command.graph;

import io.github.microgradj.backward.BackwardCode;
import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.NamedValues;
import io.github.microgradj.command.argument.ValueNames;
import io.github.microgradj.engine.Value;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "java",
        description = {
            "Show code with operators on Values, or Python code, as plain Java.",
            "Does not run the code, except with --backward."
        })
public final class JavaCommand extends Command {
    @Option(
            names = "--backward",
            description = "Show what backward() computes for a Value, as a Java method; runs the expression.")
    private boolean backward;

    @Parameters(
            paramLabel = "CODE",
            arity = "0..1",
            defaultValue = "",
            description = "An expression or a statement, such as a * b + b**3 (default: what ran last).")
    private String code;

    @Override
    public Argument argument() {
        return Argument.EXPRESSION;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.EXPRESSIONS;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        context.printer().line(TextWidth.visible(backward ? backward(context) : java(context)));
        return Outcome.SUCCESS;
    }

    private String java(CommandContext context) throws UserError {
        String java = code.isBlank()
                ? context.evaluator().lastJava()
                : context.evaluator().java(code);
        if (java.isEmpty()) {
            throw new UserError(
                    "nothing has run yet, so there is no code to show; type :java CODE, as in :java a * b + b**3");
        }
        return java;
    }

    private String backward(CommandContext context) throws UserError {
        Value root = NamedValues.value(context.evaluator(), code, ":java --backward", ":java --backward needs");
        return BackwardCode.of(root, ValueNames.of(context.evaluator().engine()).identifiers());
    }
}
