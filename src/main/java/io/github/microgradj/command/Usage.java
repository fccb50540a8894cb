package io.github.microgradj.command;

import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.TextTable;
import io.github.microgradj.text.TextWidth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help text of one command, formatted for the width of the terminal. */
record Usage(CommandLine model, Printer printer) {
    /** The minimum width at which picocli can format its table. */
    private static final int NARROWEST = 55;

    private static final int WIDEST = 100;

    String text() {
        model.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        int columns = printer.columns() - 1;
        if (columns < NARROWEST) {
            return narrow(columns);
        }
        model.setUsageHelpWidth(Math.min(WIDEST, columns));
        return model.getUsageMessage(printer.hasColour() ? Ansi.ON : Ansi.OFF).stripTrailing();
    }

    /** Returns the help for a narrow terminal, in which a long description goes below its option. */
    private String narrow(int columns) {
        model.setUsageHelpWidth(WIDEST);
        Help help = new Help(model.getCommandSpec(), Ansi.OFF);
        TextTable table = new TextTable(Style.PLAIN, Style.NAME, Style.PLAIN).ofProse();
        Stream.<ArgSpec>concat(
                        model.getCommandSpec().positionalParameters().stream(),
                        model.getCommandSpec().options().stream())
                .forEach(each -> table.row("", name(each, help), String.join(" ", each.description())));
        Stream<String> above = Stream.concat(
                Stream.of("Usage: " + help.synopsis(0).strip()),
                Stream.of(model.getCommandSpec().usageMessage().description()));
        return above.map(line -> TextWidth.wrapped(line, columns)).collect(Collectors.joining("\n", "", "\n"))
                + table.text(printer);
    }

    private static String name(ArgSpec argument, Help help) {
        String label = help.parameterLabelRenderer()
                .renderParameterLabel(argument, Ansi.OFF, List.of())
                .toString();
        return argument instanceof OptionSpec option ? String.join(", ", option.names()) + label : label;
    }
}
