package io.github.microgradj.viz.plot;

/**
 * A sequence of points, numbered from 0.
 *
 * @param name the name in the legend
 * @param x the first coordinate of each point
 * @param y the second coordinate of each point
 */
record Trajectory(String name, double[] x, double[] y) {
    Trajectory {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("expected at least 1 point, and as many x as y coordinates, got "
                    + x.length + " x and " + y.length + " y");
        }
    }

    int size() {
        return x.length;
    }

    /**
     * Returns the numbers of the points in the order in which they are placed as labels: the first and the last number,
     * the five after the first, the multiples of 100, 50, 10 and 5, and then the rest. This spreads the labels evenly
     * where points are crowded.
     */
    int[] byImportance() {
        int[] order = new int[size()];
        boolean[] taken = new boolean[size()];
        int next = 0;
        order[next++] = 0;
        taken[0] = true;
        if (size() > 1) {
            order[next++] = size() - 1;
            taken[size() - 1] = true;
        }
        for (int i = 1; i < Math.min(6, size()); i++) {
            if (!taken[i]) {
                order[next++] = i;
                taken[i] = true;
            }
        }
        for (int stride : new int[] {100, 50, 10, 5, 1}) {
            for (int i = 0; i < size(); i += stride) {
                if (!taken[i]) {
                    order[next++] = i;
                    taken[i] = true;
                }
            }
        }
        return order;
    }
}
