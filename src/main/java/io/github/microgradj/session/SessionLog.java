package io.github.microgradj.session;

import io.github.microgradj.language.infix.JavaProgram;
import io.github.microgradj.language.infix.JavaProgram.ProgramStep;
import io.github.microgradj.notebook.CellRecorder;
import io.github.microgradj.notebook.Notebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The log of a session's input, in order. {@code :history} and {@code :save} read it. */
final class SessionLog {
    /**
     * A snippet or command that ran.
     *
     * @param text the source as the user wrote it, with {@code $_} replaced by the name of the result that it stands
     *      for
     * @param java the snippet as plain Java; empty for a command
     * @param result the name of the variable that holds the value; empty if there is no value
     * @param expression whether the snippet is an expression, and therefore declares nothing
     * @param variables the types of the declared variables, by name; may omit variables whose types are written in the
     *      source
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
    private final SessionCells cells;

    SessionLog(CellRecorder recorder) {
        this.cells = new SessionCells(recorder);
    }

    /** Returns the cells of the session's notebook. */
    SessionCells cells() {
        return cells;
    }

    /** Returns the input that was typed and did not fail, oldest first. */
    List<String> typed() {
        return Collections.unmodifiableList(typed);
    }

    void type(String text) {
        typed.add(text);
    }

    /** Logs a variable that the running command declares. */
    void publish(String name, String type) {
        published.put(name, type);
    }

    void addCommand(String text) {
        add(new LogEntry(text, "", "", false, true, Map.copyOf(published)));
        published.clear();
    }

    void addSnippet(String text, String java, String result, String type, boolean expression) {
        Map<String, String> variables = result.isEmpty() ? Map.of() : Map.of(result, type);
        add(new LogEntry(text, java, result, expression, false, variables));
    }

    private void add(LogEntry entry) {
        entries.add(entry);
        cells.add(entry);
    }

    /** Logs a snippet that threw an exception or was stopped. The snippet may still have had an effect. */
    void addUnfinished(String text) {
        unfinished.add(text);
    }

    /**
     * Clears the log, except for the typed input, after a reset, because new input cannot depend on earlier snippets.
     */
    void forget() {
        entries.clear();
        cells.forget();
        unfinished.clear();
    }

    /** Returns the snippets that threw an exception or were stopped. Saved sessions omit them. */
    List<String> unfinished() {
        return Collections.unmodifiableList(unfinished);
    }

    /** Returns the latest snippet with the given plain Java, as it was written. */
    Optional<String> written(String java) {
        return entries.stream()
                .filter(entry -> entry.java().strip().equals(java.strip()))
                .map(LogEntry::text)
                .reduce((first, second) -> second);
    }

    /** Returns the commands that a saved script repeats. A saved Java class contains them only as comments. */
    List<String> commands(Predicate<String> repeated) {
        return kept(repeated).stream()
                .filter(LogEntry::command)
                .map(LogEntry::text)
                .toList();
    }

    /** Returns the lines of a saved script, oldest first. */
    List<String> script(Predicate<String> repeated) {
        List<LogEntry> kept = kept(repeated);
        return kept.stream()
                .map(entry -> declared(entry, entry.text(), kept))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Returns the saved session as a notebook. */
    Notebook notebook(Predicate<String> repeated) {
        List<LogEntry> kept = kept(repeated);
        return cells.notebook(Set.copyOf(kept)::contains, entry -> {
            String code = declared(entry, entry.text(), kept);
            return code.startsWith("var " + name(entry.result()) + " = ") && entry.expression()
                    ? code + "\n" + name(entry.result()) // Keeps the result as the value of the cell.
                    : code;
        });
    }

    /** Returns the saved session as a Java class. */
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

    /**
     * Returns the code of an entry. If other entries use its result, the code assigns the result to a named variable,
     * because the results may have other numbers when the saved script runs.
     */
    private static String declared(LogEntry entry, String code, List<LogEntry> all) {
        String text = ResultNames.replaced(code, SessionLog::name);
        boolean used = !code.isEmpty()
                && entry.expression()
                && !ResultNames.names(entry.text(), entry.result())
                && all.stream().anyMatch(other -> ResultNames.names(other.text(), entry.result()));
        return used ? "var " + name(entry.result()) + " = " + text + (text.endsWith(";") ? "" : ";") : text;
    }

    private static String name(String result) {
        return result.matches("\\$\\d+") ? "result" + result.substring(1) : result;
    }
}
