package io.github.microgradj.bench;

/** What is timed, and how to tell that it computes what it should. */
interface Work {
    /** What a result may be off by, relatively. */
    double TOLERANCE = 1e-9;

    /** Does it once; the result keeps the compiler from leaving anything out. */
    double run();

    /** How far from right its results are, relative to them. */
    double error();

    /** The relative difference of two numbers; infinite if one of them is not a number. */
    static double difference(double actual, double expected) {
        double difference = Math.abs(actual - expected) / Math.max(Math.abs(expected), Double.MIN_NORMAL);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
