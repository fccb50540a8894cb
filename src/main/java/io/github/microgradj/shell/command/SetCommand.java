package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Columns;
import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.Session;
import io.github.microgradj.shell.Setting;
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
            "What is changed at the prompt is kept for later sessions too; what a script changes is not."
        })
final class SetCommand extends Command {
    @Option(names = "--session", description = "For this session only.")
    private boolean sessionOnly;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The setting.")
    private Optional<String> name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "What it is to be.")
    private Optional<String> value;

    @Override
    public List<String> candidates(Session session, List<String> before) {
        return before.isEmpty()
                ? Setting.names()
                : Stream.of(Setting.values())
                        .filter(setting -> List.of(setting.toString()).equals(before))
                        .flatMap(setting -> setting.choices().stream())
                        .toList();
    }

    @Override
    public Outcome run(Session session) {
        if (name.isEmpty()) {
            show(session, Setting.values());
            return Outcome.SUCCESS;
        }
        Setting setting = Setting.named(name.get());
        if (value.isEmpty()) {
            show(session, setting);
            return Outcome.SUCCESS;
        }
        session.settings().set(setting, value.get());
        if (!sessionOnly && session.isInteractive()) {
            keep(session, setting);
        }
        return Outcome.SUCCESS;
    }

    private static void show(Session session, Setting... settings) {
        Columns table = new Columns(Style.NAME, Style.PLAIN, Style.DIM).ofProse();
        for (Setting setting : settings) {
            String choices = String.join("|", setting.choices());
            table.row(setting.toString(), session.settings().get(setting), choices + ": " + setting.help());
        }
        session.printer().line(table.text(session.printer()));
    }

    private static void keep(Session session, Setting setting) {
        try {
            session.settings().keep(setting);
        } catch (IOException e) {
            session.printer().note(setting + " is set for this session alone: cannot write " + e.getMessage());
        }
    }
}
