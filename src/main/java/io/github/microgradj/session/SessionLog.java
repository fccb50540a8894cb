package io.github.microgradj.session;

import io.github.microgradj.language.infix.JavaProgram;
import io.github.microgradj.language.infix.JavaProgram.ProgramStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What ran without failing in a session, in order: the history one looks at, and what makes a script of it. */
final class SessionLog {
    /**
     * A snippet or command that ran.
     *
     * @param text what was written, {@code $_} resolved
     * @param java the plain Java a snippet came to; empty for a command
     * @param result the name of the variable that holds its value; empty if it has none
     * @param expression whether it was an expression, which declares nothing
     * @param variables the variables it declared whose types only the shell knows, and these types
     */
    record LogEntry(
            String text,
            String java,
            String result,
            boolean expression,
            boolean command,
            Map<String, String> variables) {}

    private final List<String> typed = new ArrayList<>();
    private final List<LogEntry> entries = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();
    private final Map<String, String> published = new LinkedHashMap<>();

    /** What was typed, oldest first. */
    List<String> typed() {
        return Collections.unmodifiableList(typed);
    }

    void type(String text) {
        typed.add(text);
    }

    /** A command that is running has declared a variable. */
    void publish(String name, String type) {
        published.put(name, type);
    }

    void addCommand(String text) {
        entries.add(new LogEntry(text, "", "", false, true, Map.copyOf(published)));
        published.clear();
    }

    void addSnippet(String text, String java, String result, String type, boolean expression) {
        Map<String, String> variables = result.isEmpty() ? Map.of() : Map.of(result, type);
        entries.add(new LogEntry(text, java, result, expression, false, variables));
    }

    /** A snippet threw or was stopped, and may have done something before. */
    void addUnfinished(String text) {
        unfinished.add(text);
    }

    /** The session starts anew: what is typed from now on owes nothing to what ran before. */
    void forget() {
        entries.clear();
        unfinished.clear();
    }

    /** The snippets that threw or were stopped; a saved session leaves them out. */
    List<String> unfinished() {
        return Collections.unmodifiableList(unfinished);
    }

    /** The commands that a saved session says again; a class has them as comments alone. */
    List<String> commands(Predicate<String> repeated) {
        return kept(repeated).stream()
                .filter(LogEntry::command)
                .map(LogEntry::text)
                .toList();
    }

    /** What a saved session says again, oldest first. */
    List<String> script(Predicate<String> repeated) {
        List<LogEntry> kept = kept(repeated);
        return kept.stream().map(entry -> declared(entry, entry.text(), kept)).toList();
    }

    /** The same as a Java class. */
    String program(String className, List<String> imports, Predicate<String> repeated) {
        JavaProgram program = new JavaProgram(className, imports);
        List<LogEntry> kept = kept(repeated);
        for (LogEntry entry : kept) {
            Map<String, String> variables = new LinkedHashMap<>();
            entry.variables().forEach((name, type) -> variables.put(name(name), type));
            program.add(
                    entry.command()
                            ? ProgramStep.comment(entry.text(), variables)
                            : new ProgramStep(
                                    declared(entry, entry.java(), kept),
                                    name(entry.result()),
                                    entry.expression(),
                                    variables));
        }
        return program.text();
    }

    private List<LogEntry> kept(Predicate<String> repeated) {
        return entries.stream()
                .filter(entry -> !entry.command() || repeated.test(entry.text()))
                .toList();
    }

    /** Results are numbered anew when a script runs, so one that is used elsewhere gets a name of its own. */
    private static String declared(LogEntry entry, String code, List<LogEntry> all) {
        String text = ResultNames.replaced(code, SessionLog::name);
        boolean used = entry.expression()
                && !ResultNames.names(entry.text(), entry.result())
                && all.stream().anyMatch(other -> ResultNames.names(other.text(), entry.result()));
        return used ? "var " + name(entry.result()) + " = " + text + (text.endsWith(";") ? "" : ";") : text;
    }

    private static String name(String result) {
        return result.matches("\\$\\d+") ? "result" + result.substring(1) : result;
    }
}
