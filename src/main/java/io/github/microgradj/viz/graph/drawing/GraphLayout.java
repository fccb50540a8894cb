package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.view.GraphView.Edge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The positions of the nodes and arrows of a graph, in points from the upper left corner.
 *
 * @param centers the centre of each node by its id
 * @param arrows the path of each arrow, which is a start point followed by two control points and an end point for each
 *     Bezier curve
 */
record GraphLayout(double width, double height, Map<String, Point> centers, Map<Edge, List<Point>> arrows) {
    private static final double POINTS = 72;

    /** A point of the picture. */
    record Point(double x, double y) {
        /** Returns the point at the given fraction of the way to another point. */
        Point towards(Point other, double share) {
            return new Point(x + share * (other.x - x), y + share * (other.y - y));
        }
    }

    /** Returns the centre of the given node. */
    Point center(String id) {
        Point center = centers.get(id);
        if (center == null) {
            throw new IllegalStateException("the layout lacks node " + id);
        }
        return center;
    }

    /**
     * Reads the "plain" format of Graphviz, which has one statement per line and gives positions in inches, with the y
     * axis pointing upwards.
     */
    static GraphLayout ofPlain(String plain) {
        double width = 0;
        double height = 0;
        Map<String, Point> centers = new LinkedHashMap<>();
        Map<Edge, List<Point>> arrows = new LinkedHashMap<>();
        for (String line : plain.lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "graph" -> {
                    width = POINTS * Double.parseDouble(words[2]);
                    height = POINTS * Double.parseDouble(words[3]);
                }
                case "node" -> centers.put(words[1], point(words, 2, height));
                case "edge" -> {
                    List<Point> points = new ArrayList<>();
                    for (int i = 0; i < Integer.parseInt(words[3]); i++) {
                        points.add(point(words, 4 + 2 * i, height));
                    }
                    arrows.put(new Edge(words[1], words[2]), points);
                }
                default -> {} // "stop"
            }
        }
        return new GraphLayout(width, height, centers, arrows);
    }

    private static Point point(String[] words, int index, double height) {
        return new Point(
                POINTS * Double.parseDouble(words[index]), height - POINTS * Double.parseDouble(words[index + 1]));
    }

    /** Returns straight lines through the given corners as Bezier curves. */
    static List<Point> straight(List<Point> corners) {
        List<Point> points = new ArrayList<>(corners.subList(0, 1));
        for (int i = 1; i < corners.size(); i++) {
            Point from = corners.get(i - 1);
            Point to = corners.get(i);
            points.addAll(List.of(from.towards(to, 1 / 3.0), from.towards(to, 2 / 3.0), to));
        }
        return points;
    }
}
