package io.github.microgradj.command;

import io.github.microgradj.output.Printer;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.DidYouMean;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The registry of colon commands. It finds a command by its name, parses its options and runs it. */
public final class CommandRegistry {
    /** The aliases of commands, for users who know jshell or Python. */
    private static final Map<String, String> ALIASES = aliases(
            "quit exit exit() quit() q",
            "history list hist !",
            "help ?",
            "classpath env",
            "vars methods types imports who whos",
            "drop del rm",
            "open load run",
            "timeit time",
            "sh system shell",
            "clear cls");

    /** Parses lines that each consist of a command and its aliases. */
    private static Map<String, String> aliases(String... lines) {
        Map<String, String> aliases = new HashMap<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" ", -1));
            words.subList(1, words.size()).forEach(alias -> aliases.put(alias, words.get(0)));
        }
        return aliases;
    }

    private final List<Supplier<? extends Command>> suppliers;
    private final Path home;
    private final Map<String, Supplier<? extends Command>> byName = new TreeMap<>();

    /**
     * Creates a registry.
     *
     * @param suppliers the constructors of the commands; each run of a command uses a new instance
     * @param home the home folder, which replaces {@code ~} in file names
     */
    public CommandRegistry(List<Supplier<? extends Command>> suppliers, Path home) {
        this.suppliers = suppliers;
        this.home = home;
    }

    /** Returns the path for a file name that the user typed, with {@code ~} replaced by the home folder. */
    public Path path(String typed) {
        return Path.of(typed.equals("~") || typed.startsWith("~/") ? home + typed.substring(1) : typed);
    }

    /**
     * Returns the constructors of the commands, by name. The map is filled on first use, so that the first prompt does
     * not wait for picocli's classes, which cannot be in the class archive.
     */
    private synchronized Map<String, Supplier<? extends Command>> commands() {
        if (byName.isEmpty()) {
            for (Supplier<? extends Command> supplier : suppliers) {
                byName.put(new CommandLine(supplier.get()).getCommandName(), supplier);
            }
        }
        return byName;
    }

    /** Returns the names of all commands, sorted. */
    public List<String> names() {
        return List.copyOf(commands().keySet());
    }

    /** Returns the names of the commands in the given help group, sorted. */
    public List<String> names(Command.CommandGroup group) {
        return names().stream()
                .filter(name -> model(name).<Command>getCommand().group() == group)
                .toList();
    }

    /** Returns the one-line description of a command. */
    public String summary(String name) {
        return model(name).getCommandSpec().usageMessage().description()[0];
    }

    /**
     * Returns the option model of a command, backed by a new instance of the command.
     *
     * @throws IllegalArgumentException if there is no such command
     */
    public CommandLine model(String name) {
        Supplier<? extends Command> command = commands().get(name);
        if (command == null) {
            throw new IllegalArgumentException("there is no command :" + name);
        }
        CommandLine line = new CommandLine(command.get());
        line.registerConverter(Path.class, this::path);
        line.setCommandName(":" + name);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** Returns the name of the command with the given name, alias or unique prefix, or empty if there is none. */
    public Optional<String> find(String typed) {
        List<String> candidates = candidates(typed);
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private List<String> candidates(String typed) {
        String name = ALIASES.getOrDefault(typed, typed);
        return commands().containsKey(name)
                ? List.of(name)
                : commands().keySet().stream()
                        .filter(each -> each.startsWith(name))
                        .toList();
    }

    /**
     * Runs a line such as {@code :train moons --steps 10}.
     *
     * @throws UserError if there is no such command, or if it fails
     */
    public Outcome run(String text, CommandContext context) throws UserError {
        try {
            CommandLineParser line = CommandLineParser.of(text);
            CommandLine model = model(resolve(line.name()));
            Command command = model.getCommand();
            model.parseArgs(line.arguments(model, command.argument()).toArray(String[]::new));
            if (model.isUsageHelpRequested()) {
                context.printer().page(new Usage(model, context.printer()).text());
                return Outcome.SUCCESS;
            }
            return command.run(context);
        } catch (ParameterException e) {
            String name = e.getCommandLine().getCommandName();
            return new Outcome.Failure(message(e) + " (" + name + " --help shows the options)");
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return new Outcome.Failure(ErrorReport.message(e));
        }
    }

    /** Returns whether a saved session repeats the given line. */
    public boolean isRepeated(String text) {
        try {
            Command command = model(resolve(CommandLineParser.of(text).name())).getCommand();
            return command.isRepeated();
        } catch (UserError e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String message(ParameterException e) {
        List<String> options = e.getCommandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().get(0);
            return given.startsWith("-")
                    ? "there is no option " + given + DidYouMean.didYouMean(given, options)
                    : "unexpected argument: " + given;
        }
        if (e instanceof CommandLine.MissingParameterException missing
                && missing.getMissing().get(0).isPositional()) {
            ArgSpec first = missing.getMissing().get(0);
            return first.paramLabel() + " is missing: " + first.description()[0].replaceFirst("\\.$", "");
        }
        return ErrorReport.message(e);
    }

    private String resolve(String typed) throws UserError {
        Optional<String> found = find(typed);
        if (found.isPresent()) {
            return found.get();
        }
        List<String> candidates = candidates(typed);
        if (!candidates.isEmpty()) {
            throw new UserError(":" + typed + " is ambiguous: :" + String.join(", :", candidates));
        }
        throw new UserError("there is no command :" + typed + DidYouMean.didYouMean(":" + typed, colonNames())
                + " (:help lists the commands)");
    }

    private List<String> colonNames() {
        return commands().keySet().stream().map(name -> ":" + name).toList();
    }

    /**
     * Returns the help text for the command with the given name, alias or unique prefix.
     *
     * @throws UserError if there is no such command
     */
    public String help(String typed, Printer printer) throws UserError {
        return new Usage(model(resolve(typed.replaceFirst("^:", ""))), printer).text();
    }
}
