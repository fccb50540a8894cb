package io.github.microgradj.shell.command;

import io.github.microgradj.data.Spelling;
import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.Session;
import io.github.microgradj.shell.doc.JavadocText;
import io.github.microgradj.shell.doc.Topic;
import java.util.List;
import java.util.Optional;
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
            description = "What to explain: Value, a.relu, MLP, String.format, :train.")
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
        Topic topic = session.engine().topic(name).orElseThrow(() -> unknown(name, session));
        return topic.text(
                session.printer().columns(), signature -> session.printer().styled(Style.BOLD, signature));
    }

    private static String overview(Session session) {
        List<Topic.Entry> rows = FIRST.stream()
                .map(name -> new Topic.Entry(name, summary(name, session)))
                .toList();
        return "What one needs first; :doc NAME tells more, and so do NAME? and Tab Tab.\n\n"
                + Topic.table(rows, session.printer().columns());
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
        return Stream.concat(java, commands).distinct().toList();
    }

    private static CommandFailure unknown(String name, Session session) {
        int dot = name.lastIndexOf('.') + 1;
        String guess = Spelling.didYouMean(
                name.substring(dot),
                dot == 0 ? names(name, session) : session.engine().membersBeside(name));
        return new CommandFailure(
                "there is no " + name + guess + (guess.isEmpty() ? "; :doc lists what to look at first" : ""));
    }
}
