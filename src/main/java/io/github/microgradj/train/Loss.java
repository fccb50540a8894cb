package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.text.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a training minimises. All but {@link #CROSSENTROPY} read one output, whose sign tells two classes apart. */
public enum Loss {
    /** The notebook's: one output, against targets -1 and 1. */
    HINGE,
    /** Squared error: one output, against targets -1 and 1. */
    MSE,
    /** Binary cross-entropy: one output, the logit of class 1. */
    BCE,
    /** Softmax cross-entropy: one output for each class. */
    CROSSENTROPY;

    /**
     * The loss of that name: {@code hinge}, {@code mse}, {@code bce} or {@code crossentropy}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Loss named(String name) {
        return Named.find(
                name, List.of(values()), Loss::toString, names -> "a loss is one of " + names + ", was " + name);
    }

    /** The loss that suits a data set: hinge for two classes, cross-entropy for more. */
    static Loss suiting(Dataset data) {
        return data.classes() == 2 ? HINGE : CROSSENTROPY;
    }

    /**
     * How many outputs a network needs for this loss.
     *
     * @throws IllegalArgumentException if the loss tells two classes apart and the data has another number
     */
    public int outputs(Dataset data) {
        if (this == CROSSENTROPY) {
            return data.classes();
        }
        if (data.classes() != 2) {
            throw new IllegalArgumentException(
                    this + " tells 2 classes apart, " + data.name() + " has " + data.classes() + ": use crossentropy");
        }
        return 1;
    }

    /** The loss of one sample, a graph of the same shape for each. */
    Value of(Value[] scores, int label) {
        return switch (this) {
            case HINGE -> Losses.hinge(scores[0], 2 * label - 1);
            case MSE -> Losses.mse(scores[0], 2 * label - 1);
            case BCE -> Losses.binaryCrossEntropy(scores[0], label);
            case CROSSENTROPY -> Losses.crossEntropy(scores, label);
        };
    }

    /**
     * The least mean loss of outputs that are the same for every sample: the entropy of the classes, or what it is for the others.
     *
     * @param shares the part of the samples that each class has
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
     * How large gradients are on this data, beside those of the notebook: a squared error's grow with the error, and all grow
     * with the inputs. A rule of thumb, for the first learning rate to try.
     */
    double gradientSize(Dataset data) {
        double meanSquare = Arrays.stream(data.inputs())
                .flatMapToDouble(Arrays::stream)
                .map(feature -> feature * feature)
                .average()
                .orElse(1);
        return (this == MSE ? 10 : 1) * (meanSquare > 4 ? Math.sqrt(meanSquare) : 1);
    }

    /** The name by which {@link #named} finds it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
