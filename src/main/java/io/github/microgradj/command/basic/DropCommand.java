package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.execution.Declarations;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "drop", description = "Forget the variables, methods or types that you name.")
public final class DropCommand extends Command {
    @Parameters(arity = "1..*", paramLabel = "NAME", description = "What to forget.")
    private List<String> names;

    @Override
    public List<String> candidates(CommandContext context, List<String> before) {
        return context.evaluator().engine().declarations().names();
    }

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Declarations declarations = context.evaluator().engine().declarations();
        for (String name : names) {
            if (!declarations.names().contains(name) && !name.matches("\\$\\d+")) {
                throw new UserError("there is nothing named " + name + " to drop; :vars lists the declared names");
            }
        }
        for (String name : names) {
            declarations.drop(name);
            context.evaluator().engine().consequences().forEach(context.printer()::note);
        }
        return Outcome.SUCCESS;
    }
}
