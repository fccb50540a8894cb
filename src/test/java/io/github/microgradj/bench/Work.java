package io.github.microgradj.bench;

/** The work that a benchmark times, with a check of its results. */
interface Work {
    /** The largest relative error that a result may have. */
    double TOLERANCE = 1e-9;

    /** Runs once. The returned result keeps the compiler from optimizing anything away. */
    double run();

    /** Returns the relative error of the results. */
    double error();

    /** Returns the relative difference of two numbers; infinite if one of them is not a number. */
    static double difference(double actual, double expected) {
        double difference = Math.abs(actual - expected) / Math.max(Math.abs(expected), Double.MIN_NORMAL);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
