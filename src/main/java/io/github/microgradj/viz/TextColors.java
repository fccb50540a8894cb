package io.github.microgradj.viz;

import io.github.microgradj.viz.GraphView.Kind;

/** The colours of graphs in a terminal: those of {@link GraphColors}, on whatever background there is. */
final class TextColors {
    private static final String DIM = "2";
    private static final String BOLD = "1";

    private static final Swatch INPUT = Swatch.point(5);
    private static final Swatch PARAMETER = Swatch.point(3);
    private static final Swatch OPERATION = Swatch.point(4);
    private static final Swatch OUTPUT = Swatch.point(2);
    private static final Swatch GRADIENT = Swatch.point(1);
    /** From this shade on a gradient is large. */
    private static final double LARGE = 0.5;

    private final ColorLevel level;

    TextColors(ColorLevel level) {
        this.level = level;
    }

    String line() {
        return level == ColorLevel.NONE ? "" : DIM;
    }

    /** Of the border around a kind of node. */
    String kind(Kind kind) {
        return switch (kind) {
            case INPUT -> level.select(INPUT, false);
            case PARAMETER -> level.select(PARAMETER, false);
            case OPERATION -> level.select(OPERATION, false);
            case OUTPUT -> level.select(OUTPUT, false);
            case VALUE, CUT, GROUP -> line();
        };
    }

    /** Of a line in a box: the first holds what is named, that of a gradient is coloured by its size. */
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
