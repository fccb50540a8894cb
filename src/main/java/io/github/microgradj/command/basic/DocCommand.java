package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.documentation.DocIndex;
import io.github.microgradj.documentation.Ideas;
import io.github.microgradj.documentation.JavadocText;
import io.github.microgradj.documentation.OtherNames;
import io.github.microgradj.documentation.Topic;
import io.github.microgradj.output.Markdown;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.TextWidth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "doc", description = "Show the documentation of a type, a method, a variable or a command.")
public final class DocCommand extends Command {
    /** The most important names, in the order in which a new user meets them. */
    private static final List<String> FIRST = List.of(
            "Value",
            "Value.backward",
            "drawDot",
            "Neuron",
            "Layer",
            "MLP",
            "MLP.forward",
            "Losses",
            "Datasets",
            "train",
            "SGD",
            "Adam",
            "seed");

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "What to explain, such as Value, a.relu, tanh, MLP, String.format, :train or chain rule.")
    private Optional<String> name = Optional.empty();

    @Override
    public Argument argument() {
        return Argument.EXPRESSION;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        context.printer().page(name.isPresent() ? on(name.get(), context) : overview(context));
        return Outcome.SUCCESS;
    }

    private static String on(String name, CommandContext context) throws UserError {
        if (name.startsWith(":")) {
            return context.commands().help(name, context.printer());
        }
        Optional<Topic> topic = context.evaluator().engine().topic(name);
        boolean declared = context.evaluator().engine().declarations().names().contains(name)
                || (topic.isPresent() && Character.isUpperCase(name.charAt(0))); // Losses means the type, not the idea.
        Optional<String> idea = declared ? Optional.empty() : Ideas.of(name);
        if (idea.isPresent()) {
            return Markdown.text(idea.get(), context.printer());
        }
        if (topic.isPresent()) {
            return text(topic.get(), context);
        }
        List<String> members = ofAnyType(name, context);
        if (members.isEmpty()) {
            throw unknown(name, context);
        }
        return members.size() == 1
                ? text(
                        context.evaluator()
                                .engine()
                                .topic(members.get(0))
                                .orElseThrow()
                                .under(members.get(0)),
                        context)
                : name + " is a member of several types; :doc TYPE." + name + " shows more.\n\n"
                        + table(members, context);
    }

    private static String text(Topic topic, CommandContext context) {
        return topic.text(
                context.printer().columns(), signature -> context.printer().styled(Style.BOLD, signature));
    }

    /** Returns the members with the given name in the library's types, such as {@code Value.tanh}. */
    private static List<String> ofAnyType(String name, CommandContext context) {
        String bare = name.replaceFirst("\\(.*", "");
        return DocIndex.members().getOrDefault(bare, Set.of()).stream()
                .map(type -> type + "." + bare)
                .filter(member -> context.evaluator().engine().topic(member).isPresent())
                .toList();
    }

    private static String overview(CommandContext context) {
        return "These are the essentials. For more, type :doc NAME or NAME?, or press Tab twice after a name.\n\n"
                + table(FIRST, context)
                + "\n\n"
                + TextWidth.wrapped(
                        "Ideas, with examples: " + String.join(", ", Ideas.names())
                                + ". :doc chain rule explains one, and :learn teaches them all.",
                        context.printer().columns(),
                        "");
    }

    private static String table(List<String> names, CommandContext context) {
        List<Topic.TopicEntry> rows = names.stream()
                .map(name -> new Topic.TopicEntry(name, summary(name, context)))
                .toList();
        return Topic.table(rows, context.printer().columns());
    }

    private static String summary(String name, CommandContext context) {
        return context.evaluator().engine().topic(name).stream()
                .flatMap(topic -> topic.entries().stream())
                .map(entry -> JavadocText.summary(entry.javadoc()))
                .findFirst()
                .orElse("");
    }

    /**
     * Returns the names that {@code :doc} accepts without a type: the names in the session, the commands, the ideas,
     * the library's types and members, and the JDK's types that start with the first letter of the given name.
     */
    private static List<String> names(String name, CommandContext context) {
        Stream<String> commands = context.commands().names().stream().map(command -> ":" + command);
        Stream<String> java = Stream.of("", name.substring(0, 1))
                .flatMap(begun -> context.evaluator().engine().complete(begun, begun.length()).continuations().stream())
                .map(continuation -> continuation.replaceFirst("\\(.*", ""));
        return Stream.of(java, commands, Ideas.names().stream(), DocIndex.members().keySet().stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static UserError unknown(String name, CommandContext context) {
        int dot = name.lastIndexOf('.') + 1;
        String word = OtherNames.bare(name.substring(dot));
        List<String> known =
                dot == 0 ? names(name, context) : context.evaluator().engine().membersBeside(name);
        String guess = OtherNames.ours(word, known)
                .map(ours -> "; did you mean " + ours + "?")
                .orElseGet(() -> DidYouMean.didYouMean(word, known));
        return new UserError("there is no " + name + guess + (guess.isEmpty() ? "; :doc lists the essentials" : ""));
    }
}
