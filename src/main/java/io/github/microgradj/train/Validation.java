package io.github.microgradj.train;

/**
 * The loss and score on the validation samples, measured before the update of a step.
 *
 * @param loss the mean loss plus the regularization, as for the training samples
 * @param score the accuracy or R2, see {@link Metric}
 */
public record Validation(double loss, double score) {}
