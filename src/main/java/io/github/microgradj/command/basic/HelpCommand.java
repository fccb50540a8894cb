package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.UserError;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.TextTable;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "help", description = "List the commands, or show the help of one.")
public final class HelpCommand extends Command {
    private static final String ALL = "all";

    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "The command to explain, or all to list every command.")
    private Optional<String> command = Optional.empty();

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public List<String> candidates(CommandContext context, List<String> before) {
        return Stream.concat(Stream.of(ALL), context.commands().names().stream())
                .toList();
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        CommandRegistry commands = context.commands();
        if (command.isPresent() && !command.get().equals(ALL)) {
            context.printer().page(commands.help(command.get(), context.printer()));
            return Outcome.SUCCESS;
        }
        List<String> text = new ArrayList<>();
        text.add("Type Java code to run it; a command begins with a colon and may be shortened.");
        for (CommandGroup group :
                command.isPresent() ? CommandGroup.values() : new CommandGroup[] {CommandGroup.FIRST}) {
            text.add("");
            text.add(group.title());
            text.add(table(commands, group, context.printer()));
        }
        text.add("");
        if (command.isEmpty()) {
            text.add(":help all lists the other commands, " + others(commands) + ".");
        }
        text.add(":COMMAND --help shows its options.");
        text.add("Tab completes, F1 explains what you type, Ctrl-C stops, and Ctrl-D leaves.");
        int columns = context.printer().columns();
        context.printer().page(text.stream().map(line -> prose(line, columns)).collect(Collectors.joining("\n")));
        return Outcome.SUCCESS;
    }

    /** Wraps a line of prose. Lines of a table already fit. */
    private static String prose(String line, int columns) {
        return line.indexOf('\n') < 0 ? TextWidth.wrapped(line, columns) : line;
    }

    private static String table(CommandRegistry commands, CommandGroup group, Printer printer) {
        TextTable table = new TextTable(Style.PLAIN, Style.NAME, Style.PLAIN).ofProse();
        commands.names(group).forEach(name -> table.row("", ":" + name, commands.summary(name)));
        return table.text(printer);
    }

    private static String others(CommandRegistry commands) {
        return String.join(
                " ",
                commands.names().stream()
                        .filter(name -> !commands.names(CommandGroup.FIRST).contains(name))
                        .map(name -> ":" + name)
                        .toList());
    }
}
