package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.TextTable;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import io.github.microgradj.snippet.execution.Declarations;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(name = "vars", description = "List the declared variables, methods and types.")
public final class VarsCommand extends Command {
    @Option(names = "--imports", description = "List the imports instead.")
    private boolean imports;

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Declarations declarations = context.evaluator().engine().declarations();
        if (imports) {
            declarations.imports().forEach(each -> context.printer().line(each.text()));
            return Outcome.SUCCESS;
        }
        TextTable table = new TextTable(Style.NAME, Style.DIM, Style.PLAIN);
        for (Variable variable : context.evaluator().engine().variables()) {
            Object value = context.evaluator().engine().valueOf(variable.name()).orElse(null);
            table.row(
                    variable.name(), variable.simpleType(), context.evaluator().shown(value, Integer.MAX_VALUE));
        }
        Set<String> functions = new HashSet<>();
        for (Declarations.Declaration method : declarations.methods()) {
            Optional<String> function = context.evaluator().pythonFunction(method.name());
            if (functions.add(function.orElse(method.text()))) {
                table.row(method.name(), "", function.map(each -> "def " + each).orElse(method.text()));
            }
        }
        declarations.types().forEach(each -> table.row(each.name(), "", each.text()));
        if (table.isEmpty()) {
            context.printer().note("nothing is declared yet");
        } else {
            context.printer().page(table.text(context.printer()));
        }
        return Outcome.SUCCESS;
    }
}
