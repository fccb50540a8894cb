package io.github.microgradj.shell;

import io.github.microgradj.shell.typing.Highlighter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/** The words of the commands for the highlighter, which asks at every key: the option models are read once. */
final class CommandWords implements Highlighter.Vocabulary {
    private record Words(Set<String> options, boolean takesJava) {}

    private static final Words NONE = new Words(Set.of(), false);

    private final CommandTable commands;
    private final Map<String, Words> known = new HashMap<>();

    CommandWords(CommandTable commands) {
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

    private Words words(String command) {
        return commands.find(command)
                .map(name -> known.computeIfAbsent(name, this::read))
                .orElse(NONE);
    }

    private Words read(String name) {
        CommandLine model = commands.model(name);
        return new Words(
                Set.copyOf(model.getCommandSpec().optionsMap().keySet()),
                model.<Command>getCommand().argument() == Command.Argument.EXPRESSION);
    }
}
