package io.github.microgradj.command.learning;

import io.github.microgradj.learn.Step;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A printer of the text of lessons: Markdown with expressions. */
final class LessonText {
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.) .*", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("\n\\s*\n|\n(?=(?:[-*]|\\d+\\.) )");
    private static final int WIDEST = 78;
    /** Replaces spaces inside code, where lines are not broken. */
    private static final char UNBROKEN = '\u00a0';

    private final LessonSession session;
    private final Printer printer;

    LessonText(LessonSession session) {
        this.session = session;
        this.printer = session.printer();
    }

    /** Shows the blocks of a step, and runs those that are to be run. */
    void show(List<Step.Block> blocks) {
        boolean code = false;
        for (Step.Block block : blocks) {
            if (block instanceof Step.Prose prose) {
                if (code) {
                    printer.line("");
                }
                prose(prose.markdown());
            } else if (block instanceof Step.Listing listing) {
                printer.line(listing.code().indent(4).stripTrailing());
            } else if (block instanceof Step.Demonstration demonstration) {
                session.demonstrate(demonstration.code());
            }
            code = !(block instanceof Step.Prose);
        }
    }

    /** Prints paragraphs and lists. */
    void prose(String markdown) {
        String previous = "";
        for (String paragraph : BREAK.split(computed(markdown))) {
            boolean item = ITEM.matcher(paragraph).matches();
            if (!previous.isEmpty() && !(item && ITEM.matcher(previous).matches())) {
                printer.line("");
            }
            printer.line(styled(wrapped(paragraph, item ? "  " : "")));
            previous = paragraph;
        }
    }

    /** Prints a line in the given style, wrapped like a paragraph. */
    void line(Style style, String markdown) {
        printer.line(style, wrapped(plain(computed(markdown)), ""));
    }

    private String computed(String markdown) {
        return EXPRESSION
                .matcher(markdown)
                .replaceAll(match ->
                        Matcher.quoteReplacement(session.shown(match.group(1).strip())));
    }

    private String wrapped(String paragraph, String indent) {
        String line = CODE.matcher(paragraph.strip().replaceAll("\\s*\n\\s*", " "))
                .replaceAll(code -> Matcher.quoteReplacement(code.group().replace(' ', UNBROKEN)));
        return TextWidth.wrapped(line, Math.min(printer.columns() - 1, WIDEST), indent)
                .replace(UNBROKEN, ' ');
    }

    /** Returns text in which code and emphasis have colours. Without colours, code stays in backquotes. */
    private String styled(String text) {
        String strong = STRONG.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(printer.styled(Style.BOLD, match.group(1))));
        return printer.hasColour()
                ? CODE.matcher(strong)
                        .replaceAll(match -> Matcher.quoteReplacement(printer.styled(Style.NAME, match.group(1))))
                : strong;
    }

    /** Returns Markdown without its marks, except for the backquotes around code. */
    static String plain(String markdown) {
        return STRONG.matcher(markdown).replaceAll("$1");
    }
}
