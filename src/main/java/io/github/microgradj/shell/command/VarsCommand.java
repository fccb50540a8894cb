package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Columns;
import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.snippet.Declarations;
import io.github.microgradj.shell.snippet.SnippetEngine.Variable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(name = "vars", description = "List what is declared: variables, methods and types.")
final class VarsCommand extends Command {
    @Option(names = "--imports", description = "List the imports instead.")
    private boolean imports;

    @Override
    public Group group() {
        return Group.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) throws CommandFailure {
        Declarations declarations = context.evaluator().engine().declarations();
        if (imports) {
            declarations.imports().forEach(each -> context.printer().line(each.text()));
            return Outcome.SUCCESS;
        }
        Columns table = new Columns(Style.NAME, Style.DIM, Style.PLAIN);
        for (Variable variable : context.evaluator().engine().variables()) {
            Object value = context.evaluator().engine().valueOf(variable.name()).orElse(null);
            table.row(
                    variable.name(), variable.simpleType(), context.evaluator().shown(value, Integer.MAX_VALUE));
        }
        Stream.concat(declarations.methods().stream(), declarations.types().stream())
                .forEach(each -> table.row(each.name(), "", each.text()));
        if (table.isEmpty()) {
            context.printer().note("nothing is declared yet");
        } else {
            context.printer().page(table.text(context.printer()));
        }
        return Outcome.SUCCESS;
    }
}
