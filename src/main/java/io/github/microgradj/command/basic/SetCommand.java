package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.Setting;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.TextTable;
import io.github.microgradj.report.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "set",
        description = {
            "Show the settings, or change one.",
            "Changes at the prompt are kept for later sessions; changes by a script are not."
        })
public final class SetCommand extends Command {
    @Option(names = "--session", description = "Change the setting for this session only.")
    private boolean sessionOnly;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The setting.")
    private Optional<String> name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "The new value.")
    private Optional<String> value;

    @Override
    public List<String> candidates(CommandContext context, List<String> before) {
        return before.isEmpty()
                ? Setting.names()
                : Stream.of(Setting.values())
                        .filter(setting -> List.of(setting.toString()).equals(before))
                        .flatMap(setting -> setting.choices().stream())
                        .toList();
    }

    @Override
    public Outcome run(CommandContext context) {
        if (name.isEmpty()) {
            show(context, Setting.values());
            return Outcome.SUCCESS;
        }
        Setting setting = Setting.named(name.get());
        if (value.isEmpty()) {
            show(context, setting);
            return Outcome.SUCCESS;
        }
        context.settings().set(setting, value.get());
        if (!sessionOnly && context.session().isInteractive()) {
            keep(context, setting);
        }
        return Outcome.SUCCESS;
    }

    private static void show(CommandContext context, Setting... settings) {
        TextTable table = new TextTable(Style.NAME, Style.PLAIN, Style.DIM).ofProse();
        for (Setting setting : settings) {
            String choices = String.join("|", setting.choices());
            table.row(setting.toString(), context.settings().get(setting), choices + ": " + setting.help());
        }
        context.printer().line(table.text(context.printer()));
    }

    private static void keep(CommandContext context, Setting setting) {
        try {
            context.settings().keep(setting);
        } catch (IOException e) {
            context.printer().note(setting + " is set for this session only: cannot write " + e.getMessage());
        }
    }
}
