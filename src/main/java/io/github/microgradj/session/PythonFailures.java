package io.github.microgradj.session;

import io.github.microgradj.language.python.syntax.TextSpan;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The failures of Python cells. Some messages of the Java compiler and the JVM are reworded in Python's terms. */
final class PythonFailures {
    private static final Pattern UNUSABLE = Pattern.compile("method (\\w+)\\(.*\\) cannot be used until ");
    private static final Pattern UNKNOWN = Pattern.compile(" cannot be used until th.* declared: \\w+ (\\w+)");
    private static final Pattern UNDECLARED = Pattern.compile("there is no variable (?:or function )?(\\w+).*");

    private PythonFailures() {}

    /**
     * Returns a failure that marks the given part of the input. If the part has several lines, only the first line is
     * marked.
     */
    static Outcome.Failure at(TextSpan span, String text, String message) {
        int lineEnd = text.indexOf('\n', span.start());
        int end = Math.min(span.end(), lineEnd < 0 ? text.length() : lineEnd);
        return new Outcome.Failure(message, span.start(), span.start(), Math.max(span.start(), end));
    }

    /** Returns the description of an exception. */
    static String described(Throwable exception) {
        boolean tooLarge = exception instanceof ArithmeticException && "long overflow".equals(exception.getMessage());
        return tooLarge
                ? "OverflowError: whole numbers have at most 64 bits here; for a float, write 2.0 instead of 2"
                : ErrorReport.describe(exception);
    }

    /** Returns a message, rewritten as a {@code NameError} if it says that a variable or function does not exist. */
    static String undeclared(String message) {
        return UNDECLARED.matcher(message).replaceFirst("NameError: name '$1' is not defined");
    }

    /**
     * Returns the failure of a call, rewritten as a {@code NameError} if the function was defined in Python and uses an
     * unknown name.
     *
     * @param isFunction returns whether a name is that of a function defined in Python
     * @param waiting the messages of the declarations that cannot be used yet; each contains the undeclared name
     */
    static Outcome.Failure inPythonsWords(Outcome.Failure failure, Predicate<String> isFunction, List<String> waiting) {
        Matcher unusable = UNUSABLE.matcher(failure.message());
        if (!unusable.lookingAt() || !isFunction.test(unusable.group(1))) {
            return failure;
        }
        return Stream.concat(Stream.of(failure.message()), waiting.stream())
                .map(UNKNOWN::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(unknown -> new Outcome.Failure(
                        "NameError: name '" + unknown.group(1) + "' is not defined",
                        failure.start(),
                        failure.position(),
                        failure.end()))
                .orElse(failure);
    }
}
