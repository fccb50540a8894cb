package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.graph.drawing.GraphLayout.Point;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.BundledFont;
import java.util.List;

/** The legend below a graph, which explains its shapes and colours. */
final class GraphLegend {
    static final double HEIGHT = 40;

    private static final double GAP = 16;
    private static final String SHADES = "small to large grad";
    private static final double RAMP = 60;
    private static final Value SAMPLE = new Value(0);

    private final GraphSvg svg;

    GraphLegend(GraphSvg svg) {
        this.svg = svg;
    }

    static double width(List<Kind> kinds) {
        double boxes =
                kinds.stream().mapToDouble(kind -> box(kind).width() + GAP).sum();
        return boxes + RAMP + 6 + BundledFont.width(SHADES, GraphBox.FONT_SIZE);
    }

    private static GraphBox box(Kind kind) {
        return GraphBox.of(new GraphNode("legend-" + kind.title(), kind, SAMPLE, kind.title(), List.of(), 0));
    }

    void draw(List<Kind> kinds, double top) {
        double x = 0;
        double middle = top + HEIGHT / 2;
        svg.append("<g class=\"legend\">%n");
        for (Kind kind : kinds) {
            GraphBox box = box(kind);
            svg.box(box, new Point(x + box.width() / 2, middle));
            x += box.width() + GAP;
        }
        for (int i = 0; i < 6; i++) {
            svg.append(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>",
                    x + i * RAMP / 6, middle - 7, RAMP / 6, svg.colors().shaded(i / 5.0));
        }
        svg.append(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"14\" fill=\"none\" stroke=\"%s\"/>",
                x, middle - 7, RAMP, svg.colors().line());
        svg.text("", SHADES, x + RAMP + 6 + BundledFont.width(SHADES, GraphBox.FONT_SIZE) / 2, middle);
        svg.append("%n</g>%n");
    }
}
