package io.github.microgradj.documentation;

import io.github.microgradj.text.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * A formatter that wraps text to a given width. It supports paragraphs, items with a hanging indent, and verbatim
 * text.
 */
final class Flow {
    private static final int LEAST_WIDTH = 20;

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder verbatim = new StringBuilder();
    private int indent;
    private String lead = "";
    private boolean gap;

    Flow(int width) {
        this.width = width;
    }

    /** Adds words, which may be separated by any whitespace. */
    void words(String text) {
        words.append(text);
    }

    /** Adds text and keeps its line breaks. */
    void verbatim(String text) {
        verbatim.append(text);
    }

    /** Starts a paragraph, with a blank line before it. */
    void paragraph() {
        newLine();
        gap = true;
    }

    /** Starts an item, with a label to the left of its words. */
    void item(String leading) {
        newLine();
        lead = leading;
    }

    /** Changes the indentation of the lines that follow. */
    void indent(int more) {
        newLine();
        indent += more;
    }

    /** Starts a new line. */
    void newLine() {
        if (!words.toString().isBlank() || !lead.isEmpty()) {
            String flat = words.toString().strip().replaceAll("\\s+", " ");
            add(List.of(TextWidth.wrapped(flat, Math.max(LEAST_WIDTH, width - indent), "")
                    .split("\n", -1)));
        }
        words.setLength(0);
        if (!verbatim.toString().isBlank()) {
            gap = true;
            add(verbatim.toString()
                    .stripIndent()
                    .strip()
                    .lines()
                    .map(line -> "    " + line)
                    .toList());
            gap = true;
        }
        verbatim.setLength(0);
    }

    private void add(List<String> added) {
        if (gap && !lines.isEmpty()) {
            lines.add("");
        }
        gap = false;
        for (String line : added) {
            lines.add((" ".repeat(indent - lead.length()) + lead + line).stripTrailing());
            lead = "";
        }
    }

    String text() {
        newLine();
        return String.join("\n", lines);
    }
}
