package io.github.microgradj.bench;

/**
 * The time that a benchmark took, in nanoseconds.
 *
 * @param processes the median of each process
 * @param bytes the number of bytes that a run allocates
 * @param error the relative error of its results, see {@link Work#error()}
 */
record Measured(double median, double min, double p95, double[] processes, double bytes, double error) {}
