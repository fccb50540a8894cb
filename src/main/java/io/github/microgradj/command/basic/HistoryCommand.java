package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "history", description = "Show what was typed in this session.")
public final class HistoryCommand extends Command {
    @Option(names = "--all", description = "Show what was typed in earlier sessions too.")
    private boolean all;

    @Option(names = "--list", description = "Show only what :save would write.")
    private boolean list;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Show only entries that contain this text.")
    private Optional<String> text;

    @Override
    public Argument argument() {
        return Argument.LINE;
    }

    @Override
    public Outcome run(CommandContext context) {
        List<String> units = all
                ? context.history().past()
                : list ? context.history().script() : context.history().typed();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            String label = context.printer().styled(Style.DIM, String.format("%4d  ", i + 1));
            if (units.get(i).contains(text.orElse(""))) {
                lines.add(label + TextWidth.visible(units.get(i)).replace("\n", "\n      "));
            }
        }
        if (!lines.isEmpty()) {
            context.printer().page(String.join("\n", lines));
        }
        return Outcome.SUCCESS;
    }
}
