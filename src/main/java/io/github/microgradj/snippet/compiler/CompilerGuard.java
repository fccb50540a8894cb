package io.github.microgradj.snippet.compiler;

import io.github.microgradj.snippet.model.Evaluation.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/**
 * A guard that reports a crash of the Java compiler as an error in the source that caused it. The compiler crashes in
 * two ways: it throws an exception, or it prints a stack trace to standard error and JShell assumes success.
 */
public final class CompilerGuard {
    private static final Pattern THROWN = Pattern.compile("(?m)^[\\w.$]*?(\\w+(?:Exception|Error))\\b");

    private CompilerGuard() {}

    /** A compiler crash that was reported only by a stack trace on standard error. */
    @SuppressWarnings("serial") // Never serialized.
    private static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message);
        }
    }

    /**
     * Returns the result of the compilation. If the text exceeds a limit or the compiler crashes, returns the result of
     * {@code refused}.
     */
    public static <T> T tried(String text, Supplier<T> compiling, Function<Problem, T> refused) {
        Optional<Problem> excess = CompilerLimits.excess(text);
        if (excess.isPresent()) {
            return refused.apply(excess.get());
        }
        CompilerOutput output = CompilerOutput.keep();
        try {
            return compiling.get();
        } catch (RuntimeException | Error e) {
            Optional<Problem> problem = problem(text, e);
            if (problem.isEmpty()) {
                throw e; // This is a defect in microgradj, not in the compiler.
            }
            return refused.apply(problem.get());
        } finally {
            output.close();
        }
    }

    private static Optional<Problem> problem(String text, Throwable thrown) {
        if (deepest(thrown) instanceof StackOverflowError) {
            return Optional.of(CompilerLimits.tooDeep(text));
        }
        return thrown instanceof Failed || isOfCompiler(thrown)
                ? Optional.of(new Problem(
                        "", "the Java compiler crashes on this code; write it differently", 0, 0, text.length()))
                : Optional.empty();
    }

    /** Returns the innermost cause, which is the compiler's exception. JShell wraps it in other exceptions. */
    private static Throwable deepest(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static boolean isOfCompiler(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.")) {
                return frame.getClassName().startsWith("jdk.jshell.")
                        || frame.getClassName().startsWith("com.sun.tools.javac.");
            }
        }
        return false;
    }

    /** Evaluates the source with JShell. If the compiler crashes, restores the previous declarations. */
    public static List<SnippetEvent> eval(JShell shell, String source) {
        Set<Snippet> before = active(shell);
        try (CompilerOutput output = CompilerOutput.keep()) {
            List<SnippetEvent> events = shell.eval(source);
            if (!output.text().isEmpty()) {
                throw new Failed(exception(output.text()));
            }
            return events;
        } catch (RuntimeException | Error e) {
            restore(shell, before);
            throw e;
        }
    }

    private static String exception(String output) {
        Matcher thrown = THROWN.matcher(output);
        return thrown.find() ? thrown.group(1) : output.lines().findFirst().orElse("");
    }

    private static Set<Snippet> active(JShell shell) {
        Set<Snippet> active = new LinkedHashSet<>();
        shell.snippets()
                .filter(snippet -> snippet instanceof PersistentSnippet
                        && shell.status(snippet).isActive())
                .forEach(active::add);
        return active;
    }

    /**
     * Drops new declarations and redeclares the methods and types that they replaced. Does not run the initializers of
     * variables again.
     */
    private static void restore(JShell shell, Set<Snippet> before) {
        active(shell).stream().filter(snippet -> !before.contains(snippet)).forEach(shell::drop);
        before.stream()
                .filter(snippet -> shell.status(snippet) == Status.OVERWRITTEN)
                .filter(snippet -> snippet instanceof MethodSnippet || snippet instanceof TypeDeclSnippet)
                .forEach(snippet -> shell.eval(snippet.source()));
    }
}
