package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.drawing.GraphLayout.Point;
import io.github.microgradj.viz.graph.view.GraphTheme;
import io.github.microgradj.viz.graph.view.GraphView.Edge;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.TextFormat;
import java.util.List;
import java.util.Locale;

/**
 * A writer that renders laid-out graphs as SVG. Colours are attributes, so that the style sheet of a page can override
 * them.
 */
final class GraphSvg {
    private static final double MARGIN = 14;
    private static final double ARROW = 6;
    private static final List<Kind> EXPLAINED =
            List.of(Kind.INPUT, Kind.PARAMETER, Kind.OPERATION, Kind.VALUE, Kind.OUTPUT);

    private final GraphTheme theme;
    private final boolean outlines;
    private final GraphColors colors;
    private final StringBuilder svg = new StringBuilder();

    /**
     * Creates a writer.
     *
     * @param outlines whether text is drawn as paths, for renderers with less font support than Java
     */
    GraphSvg(GraphTheme theme, boolean outlines) {
        this.theme = theme;
        this.outlines = outlines;
        this.colors = GraphColors.of(theme);
    }

    /**
     * Returns the SVG document.
     *
     * @param boxes the boxes of the layout's nodes
     */
    String document(List<GraphBox> boxes, GraphLayout layout, boolean legend) {
        double room = legend ? GraphLegend.HEIGHT : 0;
        double width = Math.max(layout.width() + 2 * MARGIN, legend ? GraphLegend.width(EXPLAINED) + 2 * MARGIN : 0);
        double height = layout.height() + 2 * MARGIN + room;
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.1fpt\" height=\"%2$.1fpt\""
                        + " viewBox=\"%3$.1f %3$.1f"
                        + " %1$.1f %2$.1f\" font-family=\"%4$s\" font-size=\"%5$.0f\">%n",
                width, height, -MARGIN, BundledFont.FAMILIES, GraphBox.FONT_SIZE);
        append(
                "<rect class=\"page\" x=\"%1$.1f\" y=\"%1$.1f\" width=\"%2$.1f\" height=\"%3$.1f\" fill=\"%4$s\"/>%n",
                // Make the page one point wider and higher, so that it completely covers the pixels at its edges.
                -MARGIN, width + 1, height + 1, colors.page());
        // If there are many more arrows than boxes, draw thin arrows, so that they do not hide each other.
        append(
                "<g class=\"edges\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\">%n",
                colors.line(), layout.arrows().size() > 4 * boxes.size() ? "0.4" : "1");
        layout.arrows().forEach(this::arrow);
        append("</g>%n");
        boxes.forEach(box -> box(box, layout.center(box.node().id())));
        if (legend) {
            new GraphLegend(this).draw(EXPLAINED, layout.height() + MARGIN);
        }
        return svg.append("</svg>\n").toString();
    }

    private void arrow(Edge edge, List<Point> points) {
        Point tip = points.get(points.size() - 1);
        // The control points of a straight line may coincide with its ends.
        Point before = points.stream().filter(point -> !point.equals(tip)).reduce(tip, (first, second) -> second);
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        Point base = tip.towards(before, length == 0 ? 0 : Math.min(1, ARROW / length));
        append(
                "<g class=\"edge\" data-from=\"%s\" data-to=\"%s\"><path d=\"M%s",
                edge.from(), edge.to(), at(points.get(0)));
        for (int i = 1; i < points.size(); i++) {
            append("%s%s", i % 3 == 1 ? "C" : " ", at(i == points.size() - 1 ? base : points.get(i)));
        }
        double dx = (tip.y() - base.y()) * 0.45;
        double dy = (base.x() - tip.x()) * 0.45;
        append(
                "\"/><path fill=\"%s\" stroke=\"none\" d=\"M%sL%sL%sZ\"/></g>%n",
                colors.line(),
                at(tip),
                at(new Point(base.x() + dx, base.y() + dy)),
                at(new Point(base.x() - dx, base.y() - dy)));
    }

    private static String at(Point point) {
        return String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y());
    }

    /** Draws a node centred at the given point. */
    void box(GraphBox box, Point center) {
        GraphNode node = box.node();
        GraphColors.Pair pair = GraphColors.of(theme, node.kind());
        append("<g id=\"%s\" class=\"node %s\" stroke=\"%s\">", node.id(), styleClass(node.kind()), pair.stroke());
        append(
                "<title>%s</title>",
                TextFormat.xml(node.label().isBlank() ? node.kind().title() : node.label()));
        if (node.kind() == Kind.OPERATION) {
            append(
                    "<ellipse cx=\"%.1f\" cy=\"%.1f\" rx=\"%.1f\" ry=\"%.1f\" fill=\"%s\"/>",
                    center.x(), center.y(), box.width() / 2, box.height() / 2, pair.fill());
            text("", node.label(), center.x(), center.y());
        } else if (box.isStacked()) {
            stack(box, pair, center.x() - box.width() / 2, center.y() - box.height() / 2);
        } else {
            cells(box, pair, center.x() - box.width() / 2, center.y() - box.height() / 2);
        }
        append("</g>%n");
    }

    private static String styleClass(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Draws cells side by side. The first has the colour of the node's kind, and the gradient is shaded. */
    private void cells(GraphBox box, GraphColors.Pair pair, double left, double top) {
        Kind kind = box.node().kind();
        double bottom = top + box.height();
        double x = left;
        int last = box.widths().size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean gradient = box.texts().get(i).startsWith("grad ") && i > 0;
            String fill =
                    i == 0 ? pair.fill() : gradient ? colors.shaded(box.node().shade()) : colors.box();
            double end = i == last ? left + box.width() : x + box.widths().get(i);
            append(
                    "<path class=\"%s\" fill=\"%s\" stroke=\"none\" d=\"%s\"/>",
                    i == 0 ? "name" : gradient ? "shade" : "cell",
                    fill,
                    new Outline(kind, x, end, top, bottom).path(i == 0, i == last));
            x = end;
        }
        append(
                "<path fill=\"none\"%s d=\"%s",
                stroke(kind), new Outline(kind, left, left + box.width(), top, bottom).path(true, true));
        x = left;
        for (int i = 0; i < last; i++) {
            x += box.widths().get(i);
            append("M%.1f,%.1fV%.1f", x, top, bottom);
        }
        append("\"/>");
        if (kind == Kind.OUTPUT) {
            append(
                    "<path fill=\"none\" d=\"%s\"/>",
                    new Outline(kind, left - 3, left + box.width() + 3, top - 3, bottom + 3).path(true, true));
        }
        x = left;
        for (int i = 0; i <= last; i++) {
            String text = box.texts().get(i);
            text(role(box, i), text, x + box.widths().get(i) / 2, (top + bottom) / 2);
            x += box.widths().get(i);
        }
    }

    /** Returns the role of a cell. A page uses the role to find the numbers that it changes. */
    private static String role(GraphBox box, int index) {
        int name = box.texts().size() - box.node().cells().size();
        return index < name ? "label" : index == name ? "data" : index == name + 1 ? "grad" : "";
    }

    private static String stroke(Kind kind) {
        return kind == Kind.CUT ? " stroke-dasharray=\"4 3\"" : "";
    }

    /** Draws stacked lines of text, with the name on top. */
    private void stack(GraphBox box, GraphColors.Pair pair, double left, double top) {
        String frame = "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\" fill=\"%s\"/>";
        append(frame, left, top, box.width(), box.height(), pair.fill());
        for (int i = 0; i < box.texts().size(); i++) {
            double y = top + 2.5 + GraphBox.LINE * i;
            if (box.texts().get(i).startsWith("grad ")) {
                append(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\""
                                + " fill=\"%s\" stroke=\"none\"/>",
                        left + 3,
                        y,
                        box.width() - 6,
                        GraphBox.LINE,
                        colors.shaded(box.node().shade()));
            }
            text(i == 0 ? "label" : "", box.texts().get(i), left + box.width() / 2, y + GraphBox.LINE / 2);
        }
    }

    /** Draws text centred at the given point. */
    void text(String role, String text, double x, double y) {
        double baseline = y + GraphBox.FONT_SIZE * 0.36;
        if (outlines) {
            String path = BundledFont.outline(text, GraphBox.FONT_SIZE, x, baseline);
            append("<path fill=\"%s\" stroke=\"none\" d=\"%s\"/>", colors.ink(), path);
            return;
        }
        append(
                "<text%s x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\" stroke=\"none\">%s</text>",
                role.isEmpty() ? "" : " class=\"" + role + "\"", x, baseline, colors.ink(), TextFormat.xml(text));
    }

    GraphColors colors() {
        return colors;
    }

    void append(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }

    /**
     * The outline of a box or of a part of it. Inputs have the shape of a tag, parameters have round ends, and all
     * others have nearly square corners.
     */
    private record Outline(Kind kind, double left, double right, double top, double bottom) {
        String path(boolean first, boolean last) {
            double radius = kind == Kind.INPUT ? 0 : kind == Kind.PARAMETER ? (bottom - top) / 2 : 3;
            String from = String.format(Locale.ROOT, "M%.1f,%.1f", left + (first ? radius : 0), top);
            return from + right(last ? radius : 0, last && kind == Kind.INPUT) + left(first ? radius : 0) + "Z";
        }

        private String right(double radius, boolean tag) {
            if (tag) {
                double shoulder = right - GraphBox.TIP;
                return String.format(
                        Locale.ROOT, "H%.1fL%.1f,%.1fL%1$.1f,%.1f", shoulder, right, (top + bottom) / 2, bottom);
            }
            return radius == 0
                    ? String.format(Locale.ROOT, "H%.1fV%.1f", right, bottom)
                    : String.format(
                            Locale.ROOT,
                            "H%.1fa%2$.1f,%2$.1f 0 0 1 %2$.1f,%2$.1fV%3$.1fa%2$.1f,%2$.1f 0 0 1 -%2$.1f,%2$.1f",
                            right - radius,
                            radius,
                            bottom - radius);
        }

        private String left(double radius) {
            return radius == 0
                    ? String.format(Locale.ROOT, "H%.1f", left)
                    : String.format(
                            Locale.ROOT,
                            "H%.1fa%2$.1f,%2$.1f 0 0 1 -%2$.1f,-%2$.1fV%3$.1fa%2$.1f,%2$.1f 0 0 1 %2$.1f,-%2$.1f",
                            left + radius,
                            radius,
                            top + radius);
        }
    }
}
