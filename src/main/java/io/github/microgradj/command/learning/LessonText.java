package io.github.microgradj.command.learning;

import io.github.microgradj.output.Markdown;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A printer of the text of lessons, which is Markdown with expressions in double braces. */
final class LessonText {
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}");

    private final LessonSession session;
    private final Printer printer;

    LessonText(LessonSession session) {
        this.session = session;
        this.printer = session.printer();
    }

    /** Prints paragraphs and lists. */
    void prose(String markdown) {
        printer.line(formatted(computed(markdown)));
    }

    /** Returns paragraphs and lists as they are printed, apart from the values of their expressions. */
    String formatted(String markdown) {
        return Markdown.text(markdown, printer);
    }

    /** Prints a line in the given style, wrapped to the width of the window. */
    void line(Style style, String markdown) {
        printer.line(style, Markdown.plain(computed(markdown), printer));
    }

    /** Prints indented code. */
    void code(String code) {
        printer.line(Markdown.code(code, printer, 4).indent(4).stripTrailing());
    }

    private String computed(String markdown) {
        return EXPRESSION
                .matcher(markdown)
                .replaceAll(match ->
                        Matcher.quoteReplacement(session.shown(match.group(1).strip())));
    }
}
