package io.github.microgradj.command;

import io.github.microgradj.editor.text.Highlighter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/**
 * The names of commands and options, for the highlighter. Each option model is read only once, because the highlighter
 * runs at every key press.
 */
public final class CommandWords implements Highlighter.Vocabulary {
    private record OptionWords(Set<String> options, boolean takesJava) {}

    private static final OptionWords NONE = new OptionWords(Set.of(), false);

    private final CommandRegistry commands;
    private final Map<String, OptionWords> known = new HashMap<>();

    public CommandWords(CommandRegistry commands) {
        this.commands = commands;
    }

    @Override
    public boolean isCommand(String begun) {
        return commands.find(begun).isPresent() || commands.names().stream().anyMatch(name -> name.startsWith(begun));
    }

    @Override
    public boolean isOption(String command, String begun) {
        return words(command).options().stream().anyMatch(option -> option.startsWith(begun));
    }

    @Override
    public boolean takesJava(String command) {
        return words(command).takesJava();
    }

    private OptionWords words(String command) {
        return commands.find(command)
                .map(name -> known.computeIfAbsent(name, this::read))
                .orElse(NONE);
    }

    private OptionWords read(String name) {
        CommandLine model = commands.model(name);
        return new OptionWords(
                Set.copyOf(model.getCommandSpec().optionsMap().keySet()),
                model.<Command>getCommand().argument() == Command.Argument.EXPRESSION);
    }
}
