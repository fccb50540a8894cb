package io.github.microgradj.viz.training;

import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.PaintedPicture;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of what the heads of a GPT attend to, with one heat map for each head. Each row stands for a position in
 * the text; the darkest cells in the row stand for the positions to which the head attends most from there. The first
 * position is the boundary before the text.
 */
public final class AttentionPicture extends PaintedPicture {
    private static final int CELL = 26;
    private static final int LABEL = 30;
    private static final int GAP = 24;
    private static final int TITLE = 48;
    private static final int HEAD = 48;
    private static final int FOOT = 40;
    private static final Color DARK = new Color(0x0b6e99);
    private static final String SHADES = " ░▒▓█";
    private static final String ASCII = " .:*#";

    private final String title;
    private final List<String> letters;
    private final List<Head> heads;

    /**
     * One attention head and its weights.
     *
     * @param name the name of the head
     * @param weights for each position t, the weights of the positions 0 to t
     */
    public record Head(String name, double[][] weights) {}

    /**
     * Creates a picture.
     *
     * @param letters the letter at each position; an empty string for the boundary
     * @param heads the heads, at least one
     */
    public AttentionPicture(String title, List<String> letters, List<Head> heads) {
        this.title = title;
        this.letters =
                letters.stream().map(letter -> letter.isBlank() ? "·" : letter).toList();
        this.heads = List.copyOf(heads);
    }

    private int across() {
        return Math.min(heads.size(), 2);
    }

    private int side() {
        return LABEL + letters.size() * CELL + GAP;
    }

    @Override
    protected int width() {
        return Math.max(GAP + across() * side(), (int) BundledFont.width(title, 17) + 2 * GAP);
    }

    @Override
    protected int height() {
        int down = (heads.size() + across() - 1) / across();
        return TITLE + down * (HEAD + letters.size() * CELL + GAP) + FOOT;
    }

    @Override
    protected void paint(Graphics2D g) {
        g.setColor(INK);
        centered(g, title, BundledFont.sized(17), width() / 2.0, 30);
        for (int i = 0; i < heads.size(); i++) {
            int left = (width() - across() * side() - GAP) / 2 + GAP + i % across() * side();
            int top = TITLE + i / across() * (HEAD + letters.size() * CELL + GAP);
            paint(g, heads.get(i), left, top);
        }
        g.setColor(INK);
        String note = "row: a position · dark: where it looks";
        centered(g, note, BundledFont.sized(12), width() / 2.0, height() - 18);
    }

    private void paint(Graphics2D g, Head head, int left, int top) {
        int cells = left + LABEL;
        g.setColor(INK);
        centered(g, head.name(), BundledFont.sized(13), cells + letters.size() * CELL / 2.0, top + 14);
        for (int t = 0; t < letters.size(); t++) {
            int y = top + HEAD + t * CELL;
            g.setColor(INK);
            centered(g, letters.get(t), BundledFont.sized(13), left + LABEL / 2.0, y + CELL / 2 + 5);
            centered(g, letters.get(t), BundledFont.sized(13), cells + (t + 0.5) * CELL, top + HEAD - 8);
            for (int s = 0; s <= t; s++) {
                g.setColor(mixed(DARK, head.weights()[t][s]));
                g.fillRect(cells + s * CELL + 1, y + 1, CELL - 2, CELL - 2);
            }
        }
    }

    /** Returns the heat maps as text, with two characters for each cell. */
    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int size = 2 * letters.size() + 2;
        int across = Math.max(1, Math.min(heads.size(), (columns + 2) / (size + 2)));
        while (heads.size() % across != 0) {
            across--; // until all rows have the same number of heads
        }
        List<String> lines = new ArrayList<>(List.of(title));
        for (int from = 0; from < heads.size(); from += across) {
            List<Head> some = heads.subList(from, Math.min(from + across, heads.size()));
            lines.add("");
            lines.add(row(some, size, head -> new StyledText("", head.name())));
            lines.add(row(some, size, head -> new StyledText("", "  " + top(unicode))));
            for (int t = 0; t < letters.size(); t++) {
                int position = t;
                lines.add(row(some, size, head -> cells(head, position, colors, unicode)));
            }
        }
        return lines;
    }

    private record StyledText(String style, String label, String text) {
        StyledText(String style, String text) {
            this(style, "", text);
        }
    }

    private interface HeadText {
        StyledText of(Head head);
    }

    private static String row(List<Head> heads, int size, HeadText part) {
        StyledLine line = new StyledLine();
        for (int i = 0; i < heads.size(); i++) {
            StyledText text = part.of(heads.get(i));
            int width = text.label().length() + text.text().length();
            line.append("", text.label());
            line.append(text.style(), text.text());
            line.append("", i == heads.size() - 1 ? "" : " ".repeat(Math.max(0, size + 2 - width)));
        }
        return line.end();
    }

    private String top(boolean unicode) {
        StringBuilder top = new StringBuilder();
        letters.forEach(letter -> top.append(label(letter, unicode)).append(' '));
        return top.toString().stripTrailing();
    }

    private static String label(String letter, boolean unicode) {
        return unicode ? letter : letter.replace('·', '.');
    }

    private StyledText cells(Head head, int t, ColorLevel colors, boolean unicode) {
        StringBuilder cells = new StringBuilder();
        for (double weight : head.weights()[t]) {
            int shade = (int) Math.min(4, Math.round(weight * 4 + 0.25));
            String cell = String.valueOf((unicode ? SHADES : ASCII).charAt(shade));
            cells.append(cell).append(cell);
        }
        String style = colors.select(TerminalColor.line(0), false);
        return new StyledText(style, label(letters.get(t), unicode) + " ", cells.toString());
    }
}
