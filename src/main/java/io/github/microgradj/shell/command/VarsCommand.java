package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.Session;
import io.github.microgradj.shell.snippet.SnippetEngine.Variable;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(name = "vars", description = "List the variables with their types and values.")
final class VarsCommand extends Command {
    @Override
    public Outcome run(Session session) throws CommandFailure {
        List<Variable> variables = session.engine().variables();
        if (variables.isEmpty()) {
            session.printer().line(Style.DIM, "no variables yet");
        }
        int names =
                variables.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        int types = variables.stream()
                .mapToInt(each -> each.simpleType().length())
                .max()
                .orElse(0);
        for (Variable variable : variables) {
            String value =
                    session.shown(session.engine().valueOf(variable.name()).orElse(null));
            session.printer()
                    .line(session.printer().styled(Style.NAME, padded(variable.name(), names))
                            + "  "
                            + session.printer().styled(Style.DIM, padded(variable.simpleType(), types))
                            + "  "
                            + value);
        }
        return Outcome.SUCCESS;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
