package io.github.microgradj.compile;

/**
 * Outputs of a function of Values, compiled for many samples: made by {@link Compiled#predictor}. The parameters are read at the
 * beginning of each call, so edits in between count.
 *
 * <p>One thread at a time may use an instance; many samples run on all processors by themselves.
 */
public final class Predictor {
    private final TracedFunction source;

    Predictor(TracedFunction source) {
        this.source = source;
    }

    /**
     * The outputs for each sample.
     *
     * @param x samples by features
     * @return samples by outputs
     * @throws IllegalArgumentException if there is no sample, or if the graph of the function depends on data
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
