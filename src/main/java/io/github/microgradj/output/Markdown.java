package io.github.microgradj.output;

import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A formatter of simple Markdown for a terminal: paragraphs, lists, code blocks, inline code and bold text. */
public final class Markdown {
    /** Matches bold text or, because asterisks inside code are not marks, a piece of code. */
    private static final Pattern STRONG = Pattern.compile("`[^`]+`|\\*\\*((?:`[^`]+`|[^`*]++|\\*(?!\\*))+)\\*\\*");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|\\d+\\.) .*", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("```\\w*\\n(.*?)\\n?```", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("\n\\s*\n|\n(?=(?:[-*]|\\d+\\.) )");
    private static final int WIDEST = 78;
    /** The character that replaces each space inside code while text is wrapped, so that code is not broken. */
    private static final char UNBROKEN = '\u00a0';

    private Markdown() {}

    /**
     * Returns Markdown as text in the printer's colours. Paragraphs are wrapped to the width of the terminal, or to 78
     * columns if the terminal is wider. Without colours, inline code stays in backquotes.
     */
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
        int columns = Math.min(printer.columns() - 1, WIDEST);
        String line = CODE.matcher(paragraph.strip().replaceAll("\\s*\n\\s*", " "))
                .replaceAll(code -> Matcher.quoteReplacement(
                        TextWidth.of(code.group()) < columns - indent.length()
                                ? code.group().replace(' ', UNBROKEN)
                                : code.group()));
        return TextWidth.wrapped(line, columns, indent).replace(UNBROKEN, ' ');
    }

    private static String styled(String text, Printer printer) {
        String strong = withoutMarks(text, bold -> printer.styled(Style.BOLD, bold));
        return printer.hasColour()
                ? CODE.matcher(strong)
                        .replaceAll(match -> Matcher.quoteReplacement(printer.styled(Style.NAME, match.group(1))))
                : strong;
    }

    private static String withoutMarks(String text, UnaryOperator<String> style) {
        return STRONG.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) == null ? match.group() : style.apply(match.group(1))));
    }

    /**
     * Returns a paragraph wrapped to the printer's width, without the marks around bold text. Other marks, such as
     * backquotes around code, remain.
     */
    public static String plain(String markdown, Printer printer) {
        return withoutMarks(wrapped(markdown, printer, "    "), UnaryOperator.identity());
    }

    /** Returns code with long lines broken at spaces. The continuation lines are indented further. */
    public static String code(String code, Printer printer, int indent) {
        return code.lines()
                .map(line -> {
                    String margin = line.replaceFirst("\\S.*", "");
                    return TextWidth.wrapped(line, printer.columns() - 1 - indent, margin + "    ");
                })
                .collect(Collectors.joining("\n"));
    }
}
