package io.github.microgradj.bench;

/**
 * How long a benchmark took, in nanoseconds.
 *
 * @param processes the median of each process
 * @param bytes how many bytes a run allocates
 * @param error how far its results are from right, see {@link Work#error()}
 */
record Measured(double median, double min, double p95, double[] processes, double bytes, double error) {}
