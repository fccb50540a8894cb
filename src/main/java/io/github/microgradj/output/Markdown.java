package io.github.microgradj.output;

import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formatter of simple Markdown for a terminal: paragraphs, lists, code blocks, inline code and bold text. */
public final class Markdown {
    private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.) .*", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("```\\w*\\n(.*?)\\n?```", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("\n\\s*\n|\n(?=(?:[-*]|\\d+\\.) )");
    private static final int WIDEST = 78;
    /** The character that replaces each space inside code while text is wrapped, so that code is not broken. */
    private static final char UNBROKEN = '\u00a0';

    private Markdown() {}

    /** Returns Markdown wrapped to the printer's width, in its colours. Without colours, code stays in backquotes. */
    public static String text(String markdown, Printer printer) {
        StringBuilder text = new StringBuilder();
        Matcher fence = FENCE.matcher(markdown);
        int end = 0;
        while (fence.find()) {
            text.append(paragraphs(markdown.substring(end, fence.start()).strip(), printer))
                    .append("\n\n")
                    .append(fence.group(1).indent(4))
                    .append('\n');
            end = fence.end();
        }
        return text.append(paragraphs(markdown.substring(end).strip(), printer)).toString();
    }

    private static String paragraphs(String markdown, Printer printer) {
        StringBuilder text = new StringBuilder();
        boolean afterItem = false;
        // Inside code, a line that begins with a minus sign is not a list item.
        String joined = CODE.matcher(markdown)
                .replaceAll(code -> Matcher.quoteReplacement(code.group().replaceAll("(?<!\n)\n(?!\n)", " ")));
        for (String paragraph : BREAK.split(joined, -1)) {
            boolean item = ITEM.matcher(paragraph).matches();
            text.append(text.isEmpty() ? "" : item && afterItem ? "\n" : "\n\n")
                    .append(styled(wrapped(paragraph, printer, item ? "  " : ""), printer));
            afterItem = item;
        }
        return text.toString();
    }

    private static String wrapped(String paragraph, Printer printer, String indent) {
        String line = CODE.matcher(paragraph.strip().replaceAll("\\s*\n\\s*", " "))
                .replaceAll(code -> Matcher.quoteReplacement(code.group().replace(' ', UNBROKEN)));
        return TextWidth.wrapped(line, Math.min(printer.columns() - 1, WIDEST), indent)
                .replace(UNBROKEN, ' ');
    }

    private static String styled(String text, Printer printer) {
        String strong = STRONG.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(printer.styled(Style.BOLD, match.group(1))));
        return printer.hasColour()
                ? CODE.matcher(strong)
                        .replaceAll(match -> Matcher.quoteReplacement(printer.styled(Style.NAME, match.group(1))))
                : strong;
    }

    /** Returns Markdown without the marks around bold text. Other marks, such as backquotes around code, remain. */
    public static String plain(String markdown) {
        return STRONG.matcher(markdown).replaceAll("$1");
    }
}
