package io.github.microgradj.bench;

/**
 * The notebook's network by hand: loops over arrays, written for this one network and this one loss. What somebody would write
 * who needs no autograd.
 */
final class JavaSteps implements Training.Steps {
    private final Task task;
    private final double[] start;
    private final double[] p;
    private final double[] gradient;
    private final int features;
    private final int width;
    private final double[][] h1;
    private final double[][] h2;
    private final double[] d1;
    private final double[] d2;

    JavaSteps(Task task) {
        this.task = task;
        start = CompiledSteps.data(task.model());
        p = start.clone();
        gradient = new double[p.length];
        features = task.widths()[0];
        width = task.widths()[1];
        h1 = new double[task.x().length][width];
        h2 = new double[task.x().length][width];
        d1 = new double[width];
        d2 = new double[width];
    }

    @Override
    public void reset() {
        System.arraycopy(start, 0, p, 0, p.length);
    }

    @Override
    public double step(double rate) {
        double penalty = 0;
        for (int i = 0; i < p.length; i++) {
            penalty += p[i] * p[i];
            gradient[i] = 2 * task.alpha() * p[i];
        }
        double sum = 0;
        for (int s = 0; s < task.x().length; s++) {
            double y = task.y()[s];
            double margin = 1 - y * score(s);
            if (margin > 0) {
                sum += margin;
                backward(s, -y / task.x().length);
            }
        }
        for (int i = 0; i < p.length; i++) {
            p[i] -= rate * gradient[i];
        }
        return sum / task.x().length + task.alpha() * penalty;
    }

    private double score(int s) {
        relu(task.x()[s], h1[s], 0);
        relu(h1[s], h2[s], width * (features + 1));
        int last = p.length - width - 1;
        double score = p[p.length - 1];
        for (int i = 0; i < width; i++) {
            score += p[last + i] * h2[s][i];
        }
        return score;
    }

    private void relu(double[] x, double[] y, int at) {
        for (int i = 0; i < y.length; i++) {
            int row = at + i * (x.length + 1);
            double sum = p[row + x.length];
            for (int j = 0; j < x.length; j++) {
                sum += p[row + j] * x[j];
            }
            y[i] = Math.max(sum, 0);
        }
    }

    private void backward(int s, double d) {
        int last = p.length - width - 1;
        gradient[p.length - 1] += d;
        for (int i = 0; i < width; i++) {
            gradient[last + i] += d * h2[s][i];
            d2[i] = h2[s][i] > 0 ? d * p[last + i] : 0;
            d1[i] = 0;
        }
        int second = width * (features + 1);
        for (int i = 0; i < width; i++) {
            int row = second + i * (width + 1);
            gradient[row + width] += d2[i];
            for (int j = 0; j < width; j++) {
                gradient[row + j] += d2[i] * h1[s][j];
                d1[j] += d2[i] * p[row + j];
            }
        }
        for (int i = 0; i < width; i++) {
            double di = h1[s][i] > 0 ? d1[i] : 0;
            int row = i * (features + 1);
            gradient[row + features] += di;
            for (int j = 0; j < features; j++) {
                gradient[row + j] += di * task.x()[s][j];
            }
        }
    }
}
