package io.github.microgradj.compile;

/**
 * A function of Values that is compiled to compute only its outputs, for many samples. {@link Compiled#predictor}
 * creates it. The parameters are read at the start of each call, so edits between calls take effect.
 * <p>Only one thread at a time may use an instance. An instance uses all processors if there are many samples.
 */
public final class Predictor {
    private final TracedFunction source;

    Predictor(TracedFunction source) {
        this.source = source;
    }

    /**
     * Returns the outputs for each sample.
     *
     * @param x samples by features
     * @return samples by outputs
     * @throws IllegalArgumentException if there are no samples, if their numbers of features differ, or if the features
     *     change the structure of the graph
     */
    public double[][] predict(double[][] x) {
        Batch batch = new Batch(source, x, new double[x.length][0]);
        batch.run(false);
        return batch.outputs();
    }

    @Override
    public String toString() {
        return "Predictor(" + source.parameters().length + " parameters)";
    }
}
