package io.github.microgradj.shell;

import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.snippet.Evaluation;
import io.github.microgradj.shell.snippet.SnippetEngine;
import java.util.Objects;
import java.util.stream.Collectors;

/** An error as the user sees it: the line they wrote, a caret under the place, the message in one sentence. */
record ErrorReport(String source, Outcome.Failure failure) {
    static Outcome.Failure failure(Evaluation.Rejected rejected) {
        if (rejected.problems().isEmpty()) {
            return new Outcome.Failure("this is not Java that the shell can run");
        }
        Evaluation.Problem first = rejected.problems().get(0);
        return new Outcome.Failure(sentence(first.message()), first.start(), first.position(), first.end());
    }

    static Outcome.Failure failure(Evaluation.Threw threw) {
        String calls = threw.frames().stream()
                .filter(frame -> !frame.getMethodName().isEmpty())
                .limit(5)
                .map(frame -> "\n    in " + frame.getMethodName() + ", line " + frame.getLineNumber())
                .distinct()
                .collect(Collectors.joining());
        return new Outcome.Failure(describe(threw.exception()) + calls);
    }

    /** The message of an exception that was made for people; its kind if it has none. */
    static String message(Throwable exception) {
        return Objects.requireNonNullElse(exception.getMessage(), describe(exception));
    }

    /** The kind of an exception and its message, if it has one. */
    static String describe(Throwable exception) {
        if (exception instanceof StackOverflowError) {
            return "StackOverflowError: the calls nest too deep; does a method call itself without end?";
        }
        if (exception instanceof OutOfMemoryError) {
            return "OutOfMemoryError: the memory is full; drop large variables or start with a larger heap (-Xmx)";
        }
        String message = exception.getMessage();
        return exception.getClass().getSimpleName() + (message == null || message.isBlank() ? "" : ": " + message);
    }

    /** javac's message on one line, without packages: {@code cannot find symbol: method foo(), in variable a of type Value}. */
    static String sentence(String message) {
        return SnippetEngine.simple(message.lines()
                .map(String::strip)
                .filter(line -> !line.equals("location: class"))
                .collect(Collectors.joining("\n"))
                .replaceFirst("\nsymbol: +", ": ")
                .replaceFirst("\nlocation: +", ", in ")
                .replace("\n", "; "));
    }

    /** Prints to standard error; {@code file} is empty for what was typed. */
    void print(Printer printer, String file, int firstLine) {
        String where = file.isEmpty() ? "" : file + ":" + (firstLine + lineIndex()) + ": ";
        printer.error(where + printer.styled(Style.ERROR, "error: ") + failure.message());
        if (failure.start() >= 0 && failure.start() <= source.length()) {
            printer.error("  " + line());
            printer.error("  " + indentation() + printer.styled(Style.ERROR, underline()));
        }
    }

    private int lineIndex() {
        return failure.start() < 0
                ? 0
                : (int) source.substring(0, start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private int start() {
        return Math.min(failure.start(), source.length());
    }

    private int lineStart() {
        return source.lastIndexOf('\n', start() - 1) + 1;
    }

    private String line() {
        int end = source.indexOf('\n', start());
        return source.substring(lineStart(), end < 0 ? source.length() : end);
    }

    private String indentation() {
        return source.substring(lineStart(), start()).replaceAll("[^\t]", " ");
    }

    /** Tildes under what is concerned, a caret under what matters most: {@code ~~^~~~}. */
    private String underline() {
        int rest = lineStart() + line().length() - start();
        int width = Math.max(1, Math.min(failure.end() - start(), rest));
        int caret = Math.max(0, Math.min(failure.position() - start(), width - 1));
        boolean beforeName = source.startsWith(".", start() + caret) && caret < width - 1;
        int shifted = beforeName ? caret + 1 : caret;
        return "~".repeat(shifted) + "^" + "~".repeat(width - shifted - 1);
    }
}
