package io.github.microgradj.report;

import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Frame;
import io.github.microgradj.snippet.model.Thrown;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.text.TypeNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An error as the user sees it: the source line, a caret below the position, and a one-sentence message. */
public record ErrorReport(String source, Outcome.Failure failure) {
    private static final int FRAMES = 5;
    private static final int CAUSES = 5;
    private static final int SOURCE_WIDTH = 60;
    private static final Pattern SNIPPET_CLASS = Pattern.compile("REPL[./]\\$JShell\\$\\w+[.$]");
    /** Matches the modules and class loaders in the message of a failed cast. */
    private static final String LOADERS = " \\([^()]* (?:in|of) (?:unnamed )?module .*\\)$";

    private static final Pattern MISSING_CLASS = Pattern.compile("([\\w$]+(?:/[\\w$]+)+)");
    private static final Pattern FAILED_CLASS = Pattern.compile("Could not initialize class ([\\w.$]+)");

    /** Returns a failure that reports the first compiler error. */
    public static Outcome.Failure failure(Evaluation.Rejected rejected) {
        if (rejected.problems().isEmpty()) {
            return new Outcome.Failure("the shell cannot run this as Java");
        }
        Evaluation.Problem first = rejected.problems().get(0);
        return new Outcome.Failure(
                CompilerMessages.of(first.message()) + first.hint(), first.start(), first.position(), first.end());
    }

    /** Returns a failure that reports an exception, its stack frames in the user's code, and its causes. */
    public static Outcome.Failure failure(Evaluation.Threw threw) {
        String calls = threw.frames().stream()
                .map(ErrorReport::place)
                .distinct() // A recursive method is listed once.
                .limit(FRAMES)
                .collect(Collectors.joining());
        return new Outcome.Failure(describe(threw.exception()) + calls + causes(threw.exception()));
    }

    private static String place(Frame frame) {
        String method = frame.method().isEmpty() ? "" : "in " + frame.method() + ", ";
        String file = frame.file().replaceFirst(".*[/\\\\]", "");
        String line = file.isEmpty() ? "line " + frame.line() : file + ":" + frame.line();
        String text = frame.text().isEmpty() ? "" : ": " + TextWidth.cut(frame.text(), SOURCE_WIDTH);
        return "\n    " + method + line + text;
    }

    /** Returns one line for each of the first few causes of the exception. */
    private static String causes(Throwable exception) {
        return Thrown.chain(exception).stream()
                .skip(1)
                .limit(CAUSES)
                .map(cause -> "\n    caused by " + describe(cause))
                .collect(Collectors.joining());
    }

    /**
     * Returns the message of an exception whose message is meant for users, or the kind of the exception if it has no
     * message.
     */
    public static String message(Throwable exception) {
        String message = Thrown.message(exception);
        return message.isBlank() ? describe(exception) : message;
    }

    /** Returns the kind of an exception, followed by its message if it has one. */
    public static String describe(Throwable exception) {
        if (exception instanceof StackOverflowError) {
            return "StackOverflowError: the calls are nested too deeply; does a method call itself endlessly?";
        }
        if (exception instanceof OutOfMemoryError) {
            return "OutOfMemoryError: there is no free memory; drop large variables or use a larger heap (-Xmx)";
        }
        if (exception.getClass().getSimpleName().equals("SPIResolutionException")) {
            return "the code uses a method or class that depends on an undeclared name;"
                    + " :vars lists the declared names";
        }
        if (exception.getClass().getSimpleName().equals("PythonError")) {
            return Thrown.message(exception); // The message starts with Python's name for the kind of error.
        }
        String message = isOfJvm(exception) ? plain(Thrown.message(exception)) : Thrown.message(exception);
        if (exception instanceof ArrayIndexOutOfBoundsException && message.startsWith("Index -")) {
            message += "; Java has no negative indices: the last element is at index length - 1";
        }
        return kind(exception.getClass()) + (message.isBlank() ? "" : ": " + message);
    }

    /** Returns the name of a class. An anonymous class is named after its superclass. */
    private static String kind(Class<?> type) {
        return type.isAnonymousClass() ? kind(type.getSuperclass()) : type.getSimpleName();
    }

    private static boolean isOfJvm(Throwable exception) {
        return exception instanceof NullPointerException
                || exception instanceof ClassCastException
                || exception instanceof LinkageError;
    }

    /**
     * Returns a JVM message with class names as the user wrote them. The JVM uses names such as
     * {@code REPL.$JShell$12} for snippets, and writes some names with slashes.
     */
    private static String plain(String message) {
        Matcher missing = MISSING_CLASS.matcher(message);
        if (missing.matches()) {
            return "there is no class " + missing.group(1).replace('/', '.')
                    + " on the class path; :classpath adds to it";
        }
        String named = TypeNames.withoutPackages(
                SNIPPET_CLASS.matcher(message).replaceAll("").replaceFirst(LOADERS, ""));
        return FAILED_CLASS
                .matcher(named)
                .replaceFirst("class $1 cannot be used, because its static initializer failed");
    }

    /** Prints the error to standard error. The file name is empty for typed input. */
    public void print(Printer printer, String file, int firstLine) {
        String where = file.isEmpty() ? "" : file + ":" + (firstLine + lineIndex()) + ": ";
        String text = where + "error: " + TextWidth.visible(failure.message());
        String fitted = printer.isTerminal() ? TextWidth.wrapped(text, printer.columns()) : text;
        printer.freshLine();
        printer.error(fitted.replaceFirst("error:", printer.styled(Style.ERROR, "error:")));
        if (failure.start() >= 0 && failure.start() <= source.length()) {
            printPlace(printer);
        }
    }

    /** Prints the source line with markers below it. Prints only the part around the position if the line is long. */
    private void printPlace(Printer printer) {
        String line = TextWidth.visible(line().replaceFirst("\r$", ""));
        String before = TextWidth.visible(source.substring(lineStart(), start()));
        int room = Math.max(20, printer.columns() - 4);
        if (TextWidth.of(line) > room && before.length() > room / 3) {
            int hidden = before.length() - room / 3;
            line = "..." + line.substring(hidden);
            before = "..." + before.substring(hidden);
        }
        String indentation = before.codePoints()
                .mapToObj(c -> c == '\t' ? "\t" : " ".repeat(TextWidth.of(Character.toString(c))))
                .collect(Collectors.joining());
        String underline = underline();
        int visible = Math.max(1, Math.min(underline.length(), room - indentation.length()));
        printer.error("  " + TextWidth.cut(line, room));
        printer.error("  " + indentation + printer.styled(Style.ERROR, underline.substring(0, visible)));
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

    /** Returns the markers: tildes below the marked characters and a caret at the position, as in {@code ~~^~~~}. */
    private String underline() {
        int rest = lineStart() + line().length() - start();
        int width = Math.max(1, Math.min(failure.end() - start(), rest));
        int caret = Math.max(0, Math.min(failure.position() - start(), width - 1));
        boolean beforeName = source.startsWith(".", start() + caret) && caret < width - 1;
        int shifted = beforeName ? caret + 1 : caret;
        return "~".repeat(shifted) + "^" + "~".repeat(width - shifted - 1);
    }
}
