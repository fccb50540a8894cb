package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.view.GraphTheme;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import java.util.Locale;

/**
 * The colours of graphs. The hues are those of Okabe and Ito, which people with any kind of colour blindness can
 * distinguish. Each kind of node also has its own shape.
 *
 * @param page the background of the picture
 * @param box the background of numbers
 * @param ink the colour of text
 * @param line the colour of arrows
 */
record GraphColors(String page, String box, String ink, String line) {
    /** The proportion of the gradient colour in the background of the largest gradient. */
    private static final double DARKEST = 0.6;

    private static final int VERMILLION = 0xD55E00;

    /** The colours of a kind of node: the background of its name, and its outline. */
    record Pair(String fill, String stroke) {}

    static GraphColors of(GraphTheme theme) {
        return theme == GraphTheme.LIGHT
                ? new GraphColors("#ffffff", "#ffffff", "#1b2a38", "#5f7386")
                : new GraphColors("#14191f", "#1d252d", "#e8edf2", "#8da0b3");
    }

    static Pair of(GraphTheme theme, Kind kind) {
        boolean light = theme == GraphTheme.LIGHT;
        return switch (kind) {
            case INPUT -> light ? new Pair("#d3ebfa", "#0072b2") : new Pair("#123f5a", "#56b4e9");
            case PARAMETER -> light ? new Pair("#f7e0ee", "#a8487f") : new Pair("#552c45", "#e39cc4");
            case OPERATION -> light ? new Pair("#ffd98a", "#9a6700") : new Pair("#7a5600", "#f5c451");
            case OUTPUT -> light ? new Pair("#c9ecdf", "#007a59") : new Pair("#0b4a38", "#3fd3a4");
            case VALUE, CUT, GROUP -> light ? new Pair("#eef2f6", "#6d8196") : new Pair("#2b3641", "#8da0b3");
        };
    }

    /** Returns the background of a gradient with the given shade. */
    String shaded(double shade) {
        int from = Integer.parseInt(box.substring(1), 16);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = from >> shift & 255;
            int high = VERMILLION >> shift & 255;
            mixed |= (int) Math.round(low + DARKEST * shade * (high - low)) << shift;
        }
        return String.format(Locale.ROOT, "#%06x", mixed);
    }
}
