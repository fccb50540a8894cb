package io.github.microgradj.command.learning;

import io.github.microgradj.learn.LessonStep;
import io.github.microgradj.output.Markdown;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import java.util.List;
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

    /** Shows the blocks of a step, and runs the demonstrations among them. */
    void show(List<LessonStep.Block> blocks) {
        boolean code = false;
        for (LessonStep.Block block : blocks) {
            if (block instanceof LessonStep.Prose prose) {
                if (code) {
                    printer.line("");
                }
                prose(prose.markdown());
            } else if (block instanceof LessonStep.Listing listing) {
                printer.line(listing.code().indent(4).stripTrailing());
            } else if (block instanceof LessonStep.Demonstration demonstration) {
                session.demonstrate(demonstration.code());
            }
            code = !(block instanceof LessonStep.Prose);
        }
    }

    /** Prints paragraphs and lists. */
    void prose(String markdown) {
        printer.line(Markdown.text(computed(markdown), printer));
    }

    /** Prints a line in the given style, wrapped to the width of the window. */
    void line(Style style, String markdown) {
        printer.line(style, TextWidth.wrapped(Markdown.plain(computed(markdown)), printer.columns() - 1));
    }

    private String computed(String markdown) {
        return EXPRESSION
                .matcher(markdown)
                .replaceAll(match ->
                        Matcher.quoteReplacement(session.shown(match.group(1).strip())));
    }
}
