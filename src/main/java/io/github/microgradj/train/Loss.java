package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.text.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The loss that training minimizes. All losses but {@link #CROSSENTROPY} read a single output. In classification, the
 * sign of this output separates the two classes.
 */
public enum Loss {
    /** Hinge, the loss of micrograd's demo notebook: one output, with targets -1 and 1. */
    HINGE,
    /**
     * Squared error: one output, with targets -1 and 1. In regression, the target is the number to predict, and the
     * error is measured in units of the scaled target: with standard scaling, the best constant prediction has a loss
     * of 1.
     */
    MSE,
    /** Binary cross-entropy: one output, the logit of class 1. */
    BCE,
    /** Softmax cross-entropy: one output for each class. */
    CROSSENTROPY;

    /**
     * Returns the loss with this name: {@code hinge}, {@code mse}, {@code bce} or {@code crossentropy}.
     *
     * @throws IllegalArgumentException if there is no such loss
     */
    public static Loss named(String name) {
        return Named.find(
                name, List.of(values()), Loss::toString, names -> "expected a loss, one of " + names + ", got " + name);
    }

    /**
     * Returns the default loss for a data set: hinge for two classes, cross-entropy for more, squared error for
     * regression.
     */
    static Loss suiting(Dataset data) {
        if (data.isRegression()) {
            return MSE;
        }
        return data.classes() == 2 ? HINGE : CROSSENTROPY;
    }

    /**
     * Returns the number of outputs that a network needs for this loss.
     *
     * @throws IllegalArgumentException if the loss requires two classes and the data has a different number, or if the
     *     loss requires classes and the data is for regression
     */
    public int outputs(Dataset data) {
        if (data.isRegression()) {
            if (this != MSE) {
                throw new IllegalArgumentException(
                        this + " needs classes, but " + data.name() + " has numbers to predict; use mse");
            }
            return 1;
        }
        if (this == CROSSENTROPY) {
            return data.classes();
        }
        if (data.classes() != 2) {
            throw new IllegalArgumentException(
                    this + " needs 2 classes, but " + data.name() + " has " + data.classes() + "; use crossentropy");
        }
        return 1;
    }

    /** Returns the loss of one sample. The graph of the loss has the same shape for every sample. */
    Value of(Value[] scores, int label) {
        return switch (this) {
            case HINGE -> Losses.hinge(scores[0], 2 * label - 1);
            case MSE -> Losses.mse(scores[0], 2 * label - 1);
            case BCE -> Losses.binaryCrossEntropy(scores[0], label);
            case CROSSENTROPY -> Losses.crossEntropy(scores, label);
        };
    }

    /**
     * Returns the squared error of a predicted number.
     *
     * @param factor see {@link #factor}
     */
    Value of(Value prediction, Value target, double factor) {
        Value error = prediction.sub(target);
        return (factor == 1 ? error : error.mul(factor)).pow(2);
    }

    /**
     * Returns the factor by which the errors of a network are multiplied: the factor of its target scaling, or 1 if it
     * has none.
     */
    static double factor(MLP model) {
        return model.targetScaling().map(scaling -> scaling.factor()[0]).orElse(1.0);
    }

    /**
     * Returns the lowest mean loss of a network whose outputs are the same for every sample. For the cross-entropies,
     * this is the entropy of the classes.
     *
     * @param shares for each class, the fraction of the samples that belong to it
     */
    double ofConstant(double... shares) {
        return switch (this) {
            case HINGE -> 2 * Math.min(shares[0], shares[1]);
            case MSE -> 4 * shares[0] * shares[1];
            case BCE, CROSSENTROPY ->
                Arrays.stream(shares)
                        .filter(share -> share > 0)
                        .map(share -> -share * Math.log(share))
                        .sum();
        };
    }

    /**
     * Returns a rough estimate of the size of the gradients, relative to those in micrograd's notebook, for choosing a
     * learning rate. Gradients grow with the inputs of the first layer; those of the squared error also grow with the
     * error.
     */
    double gradientSize(MLP model, Dataset data) {
        double meanSquare = Arrays.stream(data.inputs())
                .map(x -> model.inputScaling().map(scaling -> scaling.scale(x)).orElse(x))
                .flatMapToDouble(Arrays::stream)
                .map(feature -> feature * feature)
                .average()
                .orElse(1);
        return (this == MSE ? 10 : 1) * (meanSquare > 4 ? Math.sqrt(meanSquare) : 1);
    }

    /** Returns the name by which {@link #named} finds this loss. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
