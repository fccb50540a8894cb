package io.github.microgradj.viz.training;

import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.PaintedPicture;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A picture of letters as points in a plane, given a row of numbers for each letter. Letters whose rows are similar are
 * close to each other. Rows of more than two numbers are projected onto the two directions in which they vary most,
 * their principal components.
 */
public final class EmbeddingPicture extends PaintedPicture {
    private static final int SIDE = 560;
    private static final int MARGIN = 40;
    private static final int TITLE = 48;
    private static final int ITERATIONS = 500;
    private static final int RADIUS = 12;
    private static final int ROUNDS = 100;
    private static final Color DOT = new Color(0xdbe7ef);

    private final String title;
    private final List<String> names;
    private final double[][] points; // from 0 to 1 in both directions

    private EmbeddingPicture(String title, List<String> names, double[][] points) {
        this.title = title;
        this.names = names;
        this.points = points;
    }

    /**
     * Creates a picture of the given rows.
     *
     * @param names the name of each row; an empty string for the boundary
     * @param rows one row for each name, all of the same length
     */
    public static EmbeddingPicture of(String title, List<String> names, double[][] rows) {
        double[][] points = scaled(rows[0].length == 2 ? rows : projected(centered(rows)));
        List<String> shown =
                names.stream().map(name -> name.isBlank() ? "·" : name).toList();
        return new EmbeddingPicture(
                rows[0].length > 2 ? title + ", on their first two principal components" : title, shown, points);
    }

    private static double[][] centered(double[][] rows) {
        int width = rows[0].length;
        double[] mean = new double[width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return Arrays.stream(rows)
                .map(row -> {
                    double[] centered = row.clone();
                    Arrays.setAll(centered, i -> row[i] - mean[i]);
                    return centered;
                })
                .toArray(double[][]::new);
    }

    /** Returns the coordinates of centred rows along their first two principal components. */
    private static double[][] projected(double[][] rows) {
        double[][] rest = rows;
        double[][] points = new double[rows.length][2];
        for (int axis = 0; axis < 2; axis++) {
            double[] direction = principal(rest);
            double[][] left = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                double at = dot(rest[i], direction);
                points[i][axis] = at;
                double[] remaining = rest[i].clone();
                for (int j = 0; j < remaining.length; j++) {
                    remaining[j] -= at * direction[j];
                }
                left[i] = remaining;
            }
            rest = left;
        }
        return points;
    }

    /** Returns the direction in which the rows vary most, found by power iteration on their covariance. */
    private static double[] principal(double[][] rows) {
        int width = rows[0].length;
        double[] direction = new double[width];
        Arrays.setAll(direction, i -> 1 + 0.01 * i); // any start that is not orthogonal to the result
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] next = new double[width];
            for (double[] row : rows) {
                double at = dot(row, direction);
                for (int i = 0; i < width; i++) {
                    next[i] += at * row[i];
                }
            }
            double length = Math.sqrt(dot(next, next));
            if (length == 0) {
                return new double[width];
            }
            Arrays.setAll(next, i -> next[i] / length);
            direction = next;
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] scaled(double[][] points) {
        double[][] scaled = new double[points.length][2];
        for (int axis = 0; axis < 2; axis++) {
            int k = axis;
            double low = Arrays.stream(points).mapToDouble(p -> p[k]).min().orElse(0);
            double high = Arrays.stream(points).mapToDouble(p -> p[k]).max().orElse(0);
            for (int i = 0; i < points.length; i++) {
                scaled[i][k] = high > low ? (points[i][k] - low) / (high - low) : 0.5;
            }
        }
        return scaled;
    }

    @Override
    protected int width() {
        return Math.max(SIDE, (int) BundledFont.width(title, 17) + 2 * MARGIN);
    }

    @Override
    protected int height() {
        return TITLE + SIDE;
    }

    @Override
    protected void paint(Graphics2D g) {
        g.setColor(INK);
        centered(g, title, BundledFont.sized(17), width() / 2.0, 30);
        double[][] centers = centers();
        g.setColor(DOT);
        for (double[] center : centers) {
            g.fillOval((int) center[0] - RADIUS, (int) center[1] - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }
        g.setColor(INK);
        for (int i = 0; i < centers.length; i++) {
            centered(g, names.get(i), BundledFont.sized(15), centers[i][0], (int) centers[i][1] + 5);
        }
    }

    /** Returns the centres of the dots, in pixels. Dots that would overlap are pushed apart. */
    private double[][] centers() {
        double[][] centers = Arrays.stream(points)
                .map(point -> new double[] {x(point), y(point)})
                .toArray(double[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < centers.length; i++) {
                for (int j = 0; j < i; j++) {
                    pushApart(centers[i], centers[j], i);
                }
            }
        }
        return centers;
    }

    /**
     * Moves the centres of two overlapping dots apart, both by the same distance, until the dots only touch. Equal
     * centres move apart at the given angle.
     */
    private void pushApart(double[] a, double[] b, double angle) {
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        double distance = Math.hypot(dx, dy);
        double missing = (2 * RADIUS - distance) / 2;
        if (missing <= 0) {
            return;
        }
        dx = distance == 0 ? Math.cos(angle) : dx / distance;
        dy = distance == 0 ? Math.sin(angle) : dy / distance;
        move(a, dx * missing, dy * missing);
        move(b, -dx * missing, -dy * missing);
    }

    private void move(double[] center, double dx, double dy) {
        center[0] = Math.max(RADIUS, Math.min(width() - RADIUS, center[0] + dx));
        center[1] = Math.max(TITLE + RADIUS, Math.min(height() - RADIUS, center[1] + dy));
    }

    private double x(double[] point) {
        return MARGIN + point[0] * (width() - 2 * MARGIN);
    }

    private double y(double[] point) {
        return TITLE + MARGIN + (1 - point[1]) * (SIDE - 2 * MARGIN);
    }

    /** Returns the letters as text. A letter whose place is taken moves to the right or to the next line. */
    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int width = Math.max(2, Math.min(72, columns) / 2);
        int height = Math.max(2, width / 2);
        String[][] cells = new String[height][width];
        for (int i = 0; i < points.length; i++) {
            int column = (int) Math.round(points[i][0] * (width - 1));
            int row = (int) Math.round((1 - points[i][1]) * (height - 1));
            int cell = row * width + column;
            for (int tried = 0; cells[cell / width][cell % width] != null && tried < width * height; tried++) {
                cell = (cell + 1) % (width * height);
            }
            String name = names.get(i);
            cells[cell / width][cell % width] = unicode ? name : name.replace('·', '.');
        }
        List<String> lines = new ArrayList<>(List.of(title));
        for (String[] row : cells) {
            StringBuilder line = new StringBuilder();
            for (String cell : row) {
                line.append(cell == null ? "  " : cell + " ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
