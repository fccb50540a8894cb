package io.github.microgradj.snippet.execution;

import io.github.microgradj.snippet.model.Import;
import io.github.microgradj.text.TypeNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** The declarations of a session: variables, methods, types and imports. */
public final class Declarations {
    private final JShell shell;
    private final int ofStartup;
    private final Aftermath aftermath;

    Declarations(JShell shell, int ofStartup, Aftermath aftermath) {
        this.shell = shell;
        this.ofStartup = ofStartup;
        this.aftermath = aftermath;
    }

    /**
     * A user-defined method or type, or an import.
     *
     * @param name the name by which code refers to it
     * @param text a one-line description, such as {@code double f(int, String)} or {@code record Point}
     */
    public record Declaration(String name, String text) {}

    /** Returns the methods that the user has declared. */
    public List<Declaration> methods() {
        return own().filter(MethodSnippet.class::isInstance)
                .map(MethodSnippet.class::cast)
                .map(method -> new Declaration(
                        method.name(),
                        TypeNames.withoutPackages(method.signature())
                                .replaceFirst(
                                        "(\\(.*\\))(.*)", "$2 " + Matcher.quoteReplacement(method.name()) + "$1")))
                .toList();
    }

    /** Returns the types that the user has declared. */
    public List<Declaration> types() {
        return own().filter(TypeDeclSnippet.class::isInstance)
                .map(type -> new Declaration(((TypeDeclSnippet) type).name(), EvaluationMapper.name(type)))
                .toList();
    }

    /** Returns all imports, starting with those of the startup script. */
    public List<Declaration> imports() {
        return Import.of(shell)
                .map(each -> new Declaration(each.simpleName(), each.toString()))
                .toList();
    }

    /**
     * Returns a message for each declaration that cannot be used. The message lists the undeclared names on which the
     * declaration depends, if there are any.
     */
    public List<String> waiting() {
        return own().filter(snippet -> shell.status(snippet) != Snippet.Status.VALID)
                .filter(DeclarationSnippet.class::isInstance)
                .map(snippet -> EvaluationMapper.missing(shell, (DeclarationSnippet) snippet))
                .toList();
    }

    /** Returns the declarations that can be used, such as {@code class Point} and {@code method f(int)}. */
    public List<String> usable() {
        return own().filter(snippet -> shell.status(snippet) == Snippet.Status.VALID)
                .map(EvaluationMapper::name)
                .toList();
    }

    /** Returns the source of the latest declaration with the given name. */
    public Optional<String> source(String name) {
        return own().filter(named(name)).map(Snippet::source).reduce((first, second) -> second);
    }

    /** Returns the sources of the methods with the given name, one for each overload. */
    public List<String> methodSources(String name) {
        return own().filter(named(name).and(MethodSnippet.class::isInstance))
                .map(Snippet::source)
                .toList();
    }

    /** Returns the names that the user and the commands have declared. */
    public List<String> names() {
        return own().filter(snippet -> !(snippet instanceof ImportSnippet))
                .map(snippet -> ((PersistentSnippet) snippet).name())
                .filter(name -> !name.startsWith("$"))
                .distinct()
                .toList();
    }

    /** Drops all declarations with the given name. Returns whether there were any. */
    public boolean drop(String name) {
        return drop(named(name));
    }

    /** Drops the variable and the methods with the given name, but not a type. */
    public void dropValues(String name) {
        drop(named(name).and(snippet -> !(snippet instanceof TypeDeclSnippet)));
    }

    /** Drops the variable with the given name. */
    public void dropVariable(String name) {
        drop(named(name).and(VarSnippet.class::isInstance));
    }

    /** Drops the methods with the given name. */
    public void dropMethods(String name) {
        drop(named(name).and(MethodSnippet.class::isInstance));
    }

    private boolean drop(Predicate<Snippet> wanted) {
        aftermath.begin();
        List<Snippet> found = own().filter(wanted).toList();
        found.forEach(aftermath::drop);
        return !found.isEmpty();
    }

    private static Predicate<Snippet> named(String name) {
        return snippet -> ((PersistentSnippet) snippet).name().equals(name);
    }

    private Stream<Snippet> own() {
        return shell.snippets()
                .skip(ofStartup)
                .filter(snippet -> snippet instanceof PersistentSnippet
                        && shell.status(snippet).isActive());
    }
}
