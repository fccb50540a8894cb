package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.drawing.GraphLayout.Point;
import io.github.microgradj.viz.graph.view.GraphView.Edge;
import io.github.microgradj.viz.picture.Background;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graphper.api.Node;
import org.graphper.draw.DrawGraph;
import org.graphper.draw.ExecuteException;
import org.graphper.draw.LineDrawProp;
import org.graphper.draw.NodeDrawProp;
import org.graphper.layout.dot.DotLayoutEngine;
import org.graphper.parser.DotParser;

/**
 * The layout engine graph-support, a port of Graphviz's layout to Java, for platforms on which no other engine works.
 */
public final class GraphSupport implements GraphEngine {
    /** Creates the engine; it has no state. */
    public GraphSupport() {}

    @Override
    public GraphLayout layout(String dot, Duration limit) throws IOException, TimeoutException, InterruptedException {
        FutureTask<GraphLayout> drawing = Background.start(() -> layout(dot));
        try {
            return drawing.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("graph-support failed: " + Background.reason(e), e);
        }
    }

    private static GraphLayout layout(String dot) throws ExecuteException {
        DrawGraph graph = new DotLayoutEngine().layout(DotParser.parse(dot));
        // The library adds wide margins, so measure the picture by its nodes.
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (NodeDrawProp node : graph.nodes()) {
            left = Math.min(left, node.getX() - node.getWidth() / 2);
            top = Math.min(top, node.getY() - node.getHeight() / 2);
            right = Math.max(right, node.getX() + node.getWidth() / 2);
            bottom = Math.max(bottom, node.getY() + node.getHeight() / 2);
        }
        Map<String, Point> centers = new LinkedHashMap<>();
        for (NodeDrawProp node : graph.nodes()) {
            centers.put(id(node.getNode()), new Point(node.getX() - left, node.getY() - top));
        }
        Map<Edge, List<Point>> arrows = new LinkedHashMap<>();
        for (LineDrawProp line : graph.lines()) {
            arrows.put(new Edge(id(line.getLine().tail()), id(line.getLine().head())), points(line, left, top));
        }
        return new GraphLayout(right - left, bottom - top, centers, arrows);
    }

    private static String id(Node node) {
        return node.nodeAttrs().getId();
    }

    private static List<Point> points(LineDrawProp line, double left, double top) {
        List<Point> points = new ArrayList<>();
        line.forEach(point -> points.add(new Point(point.getX() - left, point.getY() - top)));
        if (!line.isHeadStart()) {
            return line.isBesselCurve() ? points : GraphLayout.straight(points);
        }
        Collections.reverse(points);
        return line.isBesselCurve() ? points : GraphLayout.straight(points);
    }
}
