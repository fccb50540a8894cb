package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.snippet.Declarations;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "drop", description = "Forget some variables, methods or types.")
final class DropCommand extends Command {
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
    public Outcome run(CommandContext context) throws CommandFailure {
        Declarations declarations = context.evaluator().engine().declarations();
        for (String name : names) {
            if (!declarations.names().contains(name) && !name.matches("\\$\\d+")) {
                throw new CommandFailure("there is nothing named " + name + " to drop; :vars lists what there is");
            }
        }
        for (String name : names) {
            declarations.drop(name);
            context.evaluator().engine().consequences().forEach(context.printer()::note);
        }
        return Outcome.SUCCESS;
    }
}
