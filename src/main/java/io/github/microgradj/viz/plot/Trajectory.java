package io.github.microgradj.viz.plot;

/**
 * Places that were visited one after the other, numbered from 0.
 *
 * @param name what walked
 * @param x the first coordinate of each
 * @param y the second coordinate of each
 */
record Trajectory(String name, double[] x, double[] y) {
    Trajectory {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("a walk has two coordinates at each step, was given " + x.length
                    + " first and " + y.length + " second ones");
        }
    }

    int size() {
        return x.length;
    }

    /**
     * In which order numbers find room: the first and the last before those between them, and there the round ones before the others, so
     * that what is left where places lie close is even.
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
