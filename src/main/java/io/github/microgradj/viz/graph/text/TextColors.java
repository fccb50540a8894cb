package io.github.microgradj.viz.graph.text;

import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.TerminalColor;

/** The colours of graphs in a terminal: the hues of the SVG pictures, in shades that are readable on any background. */
final class TextColors {
    private static final String DIM = "2";
    private static final String BOLD = "1";
    private static final String BOLD_REVERSED = "1;7";

    private static final TerminalColor INPUT = TerminalColor.point(5);
    private static final TerminalColor PARAMETER = TerminalColor.point(3);
    private static final TerminalColor OPERATION = TerminalColor.point(4);
    private static final TerminalColor OUTPUT = TerminalColor.point(2);
    private static final TerminalColor GRADIENT = TerminalColor.point(1);
    /** The shade at and above which a gradient is coloured as large. */
    private static final double LARGE = 0.5;

    private final ColorLevel level;

    TextColors(ColorLevel level) {
        this.level = level;
    }

    String line() {
        return level == ColorLevel.NONE ? "" : DIM;
    }

    /** Returns the style of the name of the marked node. */
    String mark() {
        return level == ColorLevel.NONE ? "" : BOLD_REVERSED;
    }

    /** Returns the style of the border of a node or, in a tree, of its name. */
    String kind(Kind kind) {
        return switch (kind) {
            case INPUT -> level.select(INPUT, false);
            case PARAMETER -> level.select(PARAMETER, false);
            case OPERATION -> level.select(OPERATION, false);
            case OUTPUT -> level.select(OUTPUT, false);
            case VALUE, CUT, GROUP -> line();
        };
    }

    /**
     * Returns the style of a line in a box. The first line is bold, and a gradient is coloured according to its size.
     */
    String text(TextBox box, int line) {
        if (level == ColorLevel.NONE) {
            return "";
        }
        String text = box.lines().get(line);
        if (text.startsWith("grad ")) {
            return box.shade() >= LARGE ? level.select(GRADIENT, false) : box.shade() == 0 ? DIM : "";
        }
        return line == 0 ? BOLD : "";
    }
}
