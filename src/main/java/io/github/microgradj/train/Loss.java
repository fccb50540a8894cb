package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.text.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The loss that training minimises. All losses but {@link #CROSSENTROPY} read one output, whose sign separates two
 * classes.
 */
public enum Loss {
    /** Hinge, the notebook's loss: one output, against targets -1 and 1. */
    HINGE,
    /** Squared error: one output, against targets -1 and 1. */
    MSE,
    /** Binary cross-entropy: one output, the logit of class 1. */
    BCE,
    /** Softmax cross-entropy: one output for each class. */
    CROSSENTROPY;

    /**
     * Returns the loss with this name: {@code hinge}, {@code mse}, {@code bce} or {@code crossentropy}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Loss named(String name) {
        return Named.find(
                name, List.of(values()), Loss::toString, names -> "a loss is one of " + names + ", got " + name);
    }

    /** Returns the default loss for a data set: hinge for two classes, cross-entropy for more. */
    static Loss suiting(Dataset data) {
        return data.classes() == 2 ? HINGE : CROSSENTROPY;
    }

    /**
     * Returns the number of outputs that a network needs for this loss.
     *
     * @throws IllegalArgumentException if the loss is for two classes and the data has a different number
     */
    public int outputs(Dataset data) {
        if (this == CROSSENTROPY) {
            return data.classes();
        }
        if (data.classes() != 2) {
            throw new IllegalArgumentException(
                    this + " is for 2 classes, " + data.name() + " has " + data.classes() + ": use crossentropy");
        }
        return 1;
    }

    /** Returns the loss of one sample, a graph with the same shape for every sample. */
    Value of(Value[] scores, int label) {
        return switch (this) {
            case HINGE -> Losses.hinge(scores[0], 2 * label - 1);
            case MSE -> Losses.mse(scores[0], 2 * label - 1);
            case BCE -> Losses.binaryCrossEntropy(scores[0], label);
            case CROSSENTROPY -> Losses.crossEntropy(scores, label);
        };
    }

    /**
     * Returns the lowest mean loss of a network whose outputs are the same for every sample; for cross-entropies, this
     * is the entropy of the classes.
     *
     * @param shares the share of each class in the samples
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
     * Returns the size of the gradients on this data relative to the notebook's. The gradients of a squared error grow
     * with the error, and all gradients grow with the inputs. This is a rule of thumb for the first learning rate to
     * try.
     */
    double gradientSize(Dataset data) {
        double meanSquare = Arrays.stream(data.inputs())
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
