package io.github.microgradj.train;

/**
 * What a step measured on the validation samples, with the parameters before its update.
 *
 * @param loss the mean loss plus the regularisation, as that of the training samples
 * @param score the accuracy or R2, see {@link Metric}
 */
public record Validation(double loss, double score) {}
