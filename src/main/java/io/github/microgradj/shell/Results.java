package io.github.microgradj.shell;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of results in a text, {@code $1} and {@code $_}; what stands in quotes is no name. */
final class Results {
    private static final Pattern NAME = Pattern.compile(
            "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'|(?<![\\w$])(\\$(?:\\d+|_))(?![\\w$])");

    private Results() {}

    /** The text with each name of a result replaced by what the function makes of it. */
    static String replaced(String text, UnaryOperator<String> replacement) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : replacement.apply(found.group(1))));
    }

    static boolean names(String text, String result) {
        return NAME.matcher(text).results().anyMatch(found -> result.equals(found.group(1)));
    }
}
