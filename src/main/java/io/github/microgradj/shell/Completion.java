package io.github.microgradj.shell;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.VariableNames;
import io.github.microgradj.editor.Host.Candidates;
import io.github.microgradj.editor.Host.Choice;
import io.github.microgradj.session.Session;
import io.github.microgradj.snippet.model.Completions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Tab completion. JShell completes Java code. Command lines are completed from the list of commands, picocli's model of
 * each command's options and arguments, the candidates that the command offers, and file names.
 */
final class Completion {
    /** The maximum width of the type column. Longer types are rare and would leave little room for the summary. */
    private static final int WIDEST_TYPE = 8;

    private final Session session;

    Completion(Session session) {
        this.session = session;
    }

    Candidates at(String text, int cursor) {
        String typed = text.substring(0, cursor);
        if (!typed.stripLeading().startsWith(":")) {
            return java(typed, 0);
        }
        int colon = typed.indexOf(':');
        int wordStart = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('\t')) + 1;
        if (wordStart <= colon) {
            return matching(colon + 1, typed, commands());
        }
        Optional<String> name =
                session.commands().find(typed.substring(colon + 1).split("\\s", 2)[0]);
        return name.map(found -> argument(found, typed, wordStart))
                .orElseGet(() -> new Candidates(cursor, List.of(), true));
    }

    private Candidates java(String typed, int offset) {
        Completions found = session.engine().complete(typed.substring(offset), typed.length() - offset);
        int types = found.suggestions().stream()
                .filter(each -> !each.summary().isEmpty())
                .mapToInt(each -> each.type().length())
                .max()
                .orElse(0);
        int width = Math.min(types, WIDEST_TYPE);
        List<Choice> choices = found.suggestions().stream()
                .map(each -> new Choice(each.continuation(), note(each.type(), each.summary(), width)))
                .toList();
        return new Candidates(offset + found.anchor(), choices, false);
    }

    private static String note(String type, String summary, int width) {
        if (type.isEmpty() || summary.isEmpty()) {
            return type + summary;
        }
        return type + " ".repeat(Math.max(0, width - type.length())) + "  " + summary;
    }

    private List<Choice> commands() {
        return session.commands().names().stream()
                .map(name -> new Choice(
                        name,
                        session.commands()
                                .model(name)
                                .getCommandSpec()
                                .usageMessage()
                                .description()[0]))
                .toList();
    }

    private Candidates argument(String name, String typed, int wordStart) {
        CommandLine model = session.commands().model(name);
        Command command = model.getCommand();
        String word = typed.substring(wordStart);
        String[] before = typed.substring(0, wordStart).strip().split("\\s+");
        OptionSpec option = model.getCommandSpec().findOption(before[before.length - 1]);
        if (option != null && option.arity().min() > 0) {
            return values(option, typed, wordStart);
        }
        if (word.startsWith("-")) {
            return matching(wordStart, typed, options(model));
        }
        if (command.argument() == Command.Argument.EXPRESSION) {
            Candidates java =
                    java(typed, before.length == 1 ? wordStart : typed.indexOf(before[1], before[0].length()));
            return before.length == 1 ? withSubjects(command, java, typed, wordStart) : java;
        }
        List<String> words =
                Stream.of(before).skip(1).filter(each -> !each.startsWith("-")).toList();
        List<String> offered = command.candidates(session.context(), words);
        if (!offered.isEmpty()) {
            return matching(wordStart, typed, plain(offered));
        }
        List<CommandLine.Model.PositionalParamSpec> positions =
                model.getCommandSpec().positionalParameters();
        return positions.isEmpty()
                ? matching(wordStart, typed, options(model))
                : values(positions.get(Math.min(words.size(), positions.size() - 1)), typed, wordStart);
    }

    /**
     * Adds the command's own arguments, such as {@code loss} for {@code :plot}, before the Java completions, even if
     * there are no Java completions.
     */
    private Candidates withSubjects(Command command, Candidates java, String typed, int wordStart) {
        Candidates subjects = matching(wordStart, typed, plain(command.candidates(session.context(), List.of())));
        boolean elsewhere = java.anchor() != wordStart && !java.choices().isEmpty();
        if (subjects.choices().isEmpty() || elsewhere) {
            return java;
        }
        return new Candidates(
                wordStart,
                Stream.concat(subjects.choices().stream(), java.choices().stream())
                        .toList(),
                java.whole());
    }

    private static List<Choice> options(CommandLine model) {
        return model.getCommandSpec().options().stream()
                .map(option -> new Choice(option.longestName(), option.description()[0]))
                .sorted(Comparator.comparing(Choice::word))
                .toList();
    }

    private Candidates values(ArgSpec argument, String typed, int wordStart) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            List<Choice> choices =
                    plain(StreamSupport.stream(candidates.spliterator(), false).toList());
            return matching(
                    wordStart,
                    typed,
                    candidates instanceof VariableNames
                            ? Stream.concat(choices.stream(), variables().stream())
                                    .toList()
                            : choices);
        }
        return argument.type() == Path.class
                        || argument.typeInfo().getActualGenericTypeArguments().contains(Path.class.getName())
                ? files(typed, wordStart)
                : new Candidates(typed.length(), List.of(), true);
    }

    private List<Choice> variables() {
        return session.engine().variables().stream()
                .map(variable -> new Choice(variable.name(), variable.simpleType()))
                .toList();
    }

    private static List<Choice> plain(List<String> words) {
        return words.stream().map(word -> new Choice(word, "")).toList();
    }

    private Candidates files(String typed, int wordStart) {
        String word = typed.substring(wordStart);
        int name = word.lastIndexOf('/') + 1;
        Path folder = session.commands().path(name == 0 ? "." : word.substring(0, name));
        List<String> names = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName() + (Files.isDirectory(entry) ? "/" : "")));
        } catch (IOException e) {
            return new Candidates(typed.length(), List.of(), true);
        }
        boolean hidden = word.startsWith(".", name);
        names.removeIf(each -> each.startsWith(".") && !hidden);
        return matching(wordStart + name, typed, plain(names.stream().sorted().toList()));
    }

    private static Candidates matching(int anchor, String typed, List<Choice> known) {
        String begun = typed.substring(anchor);
        return new Candidates(
                anchor,
                known.stream().filter(each -> each.word().startsWith(begun)).toList(),
                true);
    }
}
