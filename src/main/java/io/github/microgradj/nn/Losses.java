package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;

/**
 * How wrong predictions are: prediction first, target second. Each comes for one prediction and, as the mean, for an array of
 * them. The graphs have the same shape whatever the numbers are, and stay exact where {@code exp} of a logit would overflow.
 */
public final class Losses {
    private Losses() {}

    /** The squared error (p - t)^2. */
    public static Value mse(Value prediction, double target) {
        return prediction.sub(target).pow(2);
    }

    /** The mean squared error. */
    public static Value mse(Value[] predictions, double[] targets) {
        return mean(Losses::mse, predictions, targets);
    }

    /**
     * The hinge max(0, 1 - s*t) of a support vector machine, as micrograd computes it: {@code relu(s*(-t) + 1)}.
     *
     * @throws IllegalArgumentException if the target is neither -1 nor 1
     */
    public static Value hinge(Value score, double target) {
        if (Math.abs(target) != 1) {
            throw new IllegalArgumentException("hinge takes targets -1 and 1, was given " + target);
        }
        return score.mul(-target).add(1).relu();
    }

    /** The mean of the hinges. */
    public static Value hinge(Value[] scores, double[] targets) {
        return mean(Losses::hinge, scores, targets);
    }

    /**
     * -t*log(p) - (1-t)*log(1-p) for p = sigmoid(logit), computed as softplus(logit) - t*logit.
     *
     * @throws IllegalArgumentException if the target is not between 0 and 1
     */
    public static Value binaryCrossEntropy(Value logit, double target) {
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("binaryCrossEntropy takes targets from 0 to 1, was given " + target);
        }
        return logit.softplus().sub(logit.mul(target));
    }

    /** The mean of the binary cross-entropies. */
    public static Value binaryCrossEntropy(Value[] logits, double[] targets) {
        return mean(Losses::binaryCrossEntropy, logits, targets);
    }

    /**
     * The cross-entropy -log(softmax(logits)[target]) of one sample.
     *
     * @param logits the raw score of each class
     * @param target the true class
     * @throws IllegalArgumentException if there is no such class
     */
    public static Value crossEntropy(Value[] logits, int target) {
        if (target < 0 || target >= logits.length) {
            throw new IllegalArgumentException(
                    "crossEntropy takes a class from 0 to " + (logits.length - 1) + ", was given " + target);
        }
        double[] probabilities = new double[logits.length];
        probabilities[target] = 1;
        return crossEntropy(logits, probabilities);
    }

    /**
     * The cross-entropy of one sample by a distribution over the classes: log(sum of exp(z)) - (sum of t*z).
     *
     * @param logits the raw score of each class
     * @param target the probability of each class; they sum to 1
     */
    public static Value crossEntropy(Value[] logits, double[] target) {
        checkLengths(logits, target);
        Value expected = logits[0].mul(target[0]);
        for (int i = 1; i < logits.length; i++) {
            expected = expected.add(logits[i].mul(target[i]));
        }
        return logSumExp(logits).sub(expected);
    }

    /** The probabilities exp(z_i) / (sum of exp(z)), one for each logit. */
    public static Value[] softmax(Value[] logits) {
        Value logSumExp = logSumExp(logits);
        Value[] probabilities = new Value[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = logits[i].sub(logSumExp).exp();
        }
        return probabilities;
    }

    /** The sum of the squares of the parameters, p*p, for weight decay. */
    public static Value l2(Module module) {
        return module.parameters().stream()
                .map(parameter -> parameter.mul(parameter))
                .reduce(Value::add)
                .orElseThrow(() -> new IllegalArgumentException("l2 takes a module with parameters, was given none"));
    }

    /** log(e^a + e^b) = a + softplus(b - a), folded from the left: no maximum to subtract, so no branch on the data. */
    private static Value logSumExp(Value[] logits) {
        if (logits.length == 0) {
            throw new IllegalArgumentException("softmax takes at least 1 logit, was given 0");
        }
        Value sum = logits[0];
        for (int i = 1; i < logits.length; i++) {
            sum = sum.add(logits[i].sub(sum).softplus());
        }
        return sum;
    }

    private interface Loss {
        Value of(Value prediction, double target);
    }

    private static Value mean(Loss loss, Value[] predictions, double[] targets) {
        checkLengths(predictions, targets);
        Value sum = loss.of(predictions[0], targets[0]);
        for (int i = 1; i < predictions.length; i++) {
            sum = sum.add(loss.of(predictions[i], targets[i]));
        }
        return sum.mul(1.0 / predictions.length);
    }

    private static void checkLengths(Value[] predictions, double[] targets) {
        if (predictions.length == 0 || predictions.length != targets.length) {
            throw new IllegalArgumentException(
                    "a loss takes one target for each prediction and at least one, was given " + predictions.length
                            + " predictions and " + targets.length + " targets");
        }
    }
}
