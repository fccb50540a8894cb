package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.Session;
import io.github.microgradj.shell.doc.DocIndex;
import io.github.microgradj.shell.doc.JavadocText;
import io.github.microgradj.shell.doc.OtherNames;
import io.github.microgradj.shell.doc.Topic;
import io.github.microgradj.text.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "doc", description = "Show the documentation of a type, a method, a variable or a command.")
final class DocCommand extends Command {
    /** What one needs first, in the order in which one meets it. */
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
            description = "What to explain: Value, a.relu, tanh, MLP, String.format, :train.")
    private Optional<String> name = Optional.empty();

    @Override
    public Argument argument() {
        return Argument.EXPRESSION;
    }

    @Override
    public Group group() {
        return Group.FIRST;
    }

    @Override
    public Outcome run(Session session) throws CommandFailure {
        session.page(name.isPresent() ? on(name.get(), session) : overview(session));
        return Outcome.SUCCESS;
    }

    private static String on(String name, Session session) throws CommandFailure {
        if (name.startsWith(":")) {
            return session.commands().help(name, session.printer());
        }
        Optional<Topic> topic = session.engine().topic(name);
        if (topic.isPresent()) {
            return text(topic.get(), session);
        }
        List<String> members = ofAnyType(name, session);
        if (members.isEmpty()) {
            throw unknown(name, session);
        }
        return members.size() == 1
                ? text(session.engine().topic(members.get(0)).orElseThrow().under(members.get(0)), session)
                : name + " is a member of several types; :doc TYPE." + name + " tells more.\n\n"
                        + table(members, session);
    }

    private static String text(Topic topic, Session session) {
        return topic.text(
                session.printer().columns(), signature -> session.printer().styled(Style.BOLD, signature));
    }

    /** The members of our types that bear a name: {@code Value.tanh}. */
    private static List<String> ofAnyType(String name, Session session) {
        String bare = name.replaceFirst("\\(.*", "");
        return DocIndex.members().getOrDefault(bare, Set.of()).stream()
                .map(type -> type + "." + bare)
                .filter(member -> session.engine().topic(member).isPresent())
                .toList();
    }

    private static String overview(Session session) {
        return "What one needs first; :doc NAME tells more, and so do NAME? and Tab Tab.\n\n" + table(FIRST, session);
    }

    private static String table(List<String> names, Session session) {
        List<Topic.Entry> rows = names.stream()
                .map(name -> new Topic.Entry(name, summary(name, session)))
                .toList();
        return Topic.table(rows, session.printer().columns());
    }

    private static String summary(String name, Session session) {
        return session.engine().topic(name).stream()
                .flatMap(topic -> topic.entries().stream())
                .map(entry -> JavadocText.summary(entry.javadoc()))
                .findFirst()
                .orElse("");
    }

    /** What may stand alone: ours, the session's, the commands, and of the JDK's types those with the same initial. */
    private static List<String> names(String name, Session session) {
        Stream<String> commands = session.commands().names().stream().map(command -> ":" + command);
        Stream<String> java = Stream.of("", name.substring(0, 1))
                .flatMap(begun -> session.engine().complete(begun, begun.length()).continuations().stream())
                .map(continuation -> continuation.replaceFirst("\\(.*", ""));
        return Stream.of(java, commands, DocIndex.members().keySet().stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static CommandFailure unknown(String name, Session session) {
        int dot = name.lastIndexOf('.') + 1;
        String word = OtherNames.bare(name.substring(dot));
        List<String> known = dot == 0 ? names(name, session) : session.engine().membersBeside(name);
        String guess = OtherNames.ours(word, known)
                .map(ours -> ", did you mean " + ours + "?")
                .orElseGet(() -> DidYouMean.didYouMean(word, known));
        return new CommandFailure(
                "there is no " + name + guess + (guess.isEmpty() ? "; :doc lists what to look at first" : ""));
    }
}
