package io.github.microgradj.nn;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Loss functions of a prediction and a target, in this order. Overloads for several samples return the mean. The shape
 * of the graph does not depend on the numbers, and the result is accurate even for a logit whose {@code exp} exceeds
 * the range of {@code double}.
 */
public final class Losses {
    private Losses() {}

    /** Returns the squared error (p - t)^2. */
    public static Value mse(Value prediction, double target) {
        return prediction.sub(target).pow(2);
    }

    /** Returns the mean squared error. */
    public static Value mse(Value[] predictions, double[] targets) {
        return mean(Losses::mse, predictions, targets);
    }

    /**
     * Returns the hinge loss max(0, 1 - s*t) of a support vector machine, as micrograd computes it:
     * {@code relu(s*(-t) + 1)}.
     *
     * @throws IllegalArgumentException if the target is neither -1 nor 1
     */
    public static Value hinge(Value score, double target) {
        if (Math.abs(target) != 1) {
            throw new IllegalArgumentException("expected -1 or 1 as the target of hinge, got " + target);
        }
        return score.mul(-target).add(1).relu();
    }

    /** Returns the mean hinge loss. */
    public static Value hinge(Value[] scores, double[] targets) {
        return mean(Losses::hinge, scores, targets);
    }

    /**
     * Returns the binary cross-entropy -t*log(p) - (1-t)*log(1-p) for p = sigmoid(logit). It is computed as
     * softplus(-logit) + (1-t)*logit if t is at least 1/2, otherwise as softplus(logit) - t*logit, which avoids
     * cancellation even if the loss is tiny.
     *
     * @throws IllegalArgumentException if the target is not between 0 and 1
     */
    public static Value binaryCrossEntropy(Value logit, double target) {
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("expected a target from 0 to 1 for binaryCrossEntropy, got " + target);
        }
        boolean likely = target >= 0.5;
        return logit.mul(likely ? -1 : 1).softplus().add(logit.mul(likely ? 1 - target : -target));
    }

    /** Returns the mean binary cross-entropy. */
    public static Value binaryCrossEntropy(Value[] logits, double[] targets) {
        return mean(Losses::binaryCrossEntropy, logits, targets);
    }

    /**
     * Returns the cross-entropy -log(softmax(logits)[target]) of one sample.
     *
     * @param logits the raw score of each class
     * @param target the index of the true class
     * @throws IllegalArgumentException if {@code target} is not the index of a class
     */
    public static Value crossEntropy(Value[] logits, int target) {
        if (target < 0 || target >= logits.length) {
            throw new IllegalArgumentException(
                    "expected a class from 0 to " + (logits.length - 1) + " for crossEntropy, got " + target);
        }
        double[] probabilities = new double[logits.length];
        probabilities[target] = 1;
        return crossEntropy(logits, probabilities);
    }

    /**
     * Returns the cross-entropy -log(softmax(logits)[target]) of one sample, with the same graph for all targets, so
     * that it can be compiled; see {@link Index}. It is computed as log(sum of exp(z - m)) + (m - z_target), where z
     * are the logits and m is the largest of them. Both terms are non-negative, so there is no cancellation. The error
     * is about 1e-16 or a few ulp, whichever is larger. A result below 1e-12 therefore has few correct digits, unlike
     * the result of {@link #crossEntropy(Value[], int)}.
     *
     * @param logits the raw score of each class; -Infinity excludes a class
     * @param target the index of the true class
     * @throws IndexOutOfBoundsException if {@code target} is not the index of a class
     */
    public static Value crossEntropy(Value[] logits, Index target) {
        Value chosen = target.select(logits);
        Value largest = fold(logits, Value::max);
        Value sum = fold(map(logits, logit -> logit.sub(largest).exp()), Value::add);
        return sum.log().sub(chosen.sub(largest));
    }

    /**
     * Returns the cross-entropy of one sample with a target distribution over the classes: log1p(sum of (exp(d) - t)) -
     * (sum of t*d), where d = z - m is the difference between each logit and the largest one. Because the targets sum
     * to 1, the first sum equals (sum of exp(d)) - 1, but it does not lose digits: if the true class has the largest
     * logit, its term is exactly 0. Both terms of the result are non-negative, so there is no cancellation, even if the
     * logits are far apart or the loss is tiny.
     *
     * @param logits the raw score of each class; -Infinity excludes a class
     * @param target the probability of each class; the probabilities sum to 1
     * @throws IllegalArgumentException if there are no logits, or not as many logits as targets
     */
    public static Value crossEntropy(Value[] logits, double[] target) {
        checkLengths(logits, target);
        Value largest = fold(logits, Value::max);
        Value[] excess = new Value[logits.length];
        Value[] expected = new Value[logits.length];
        for (int i = 0; i < logits.length; i++) {
            Value distance = logits[i].sub(largest);
            excess[i] = distance.exp().sub(target[i]);
            expected[i] = distance.max(-Double.MAX_VALUE).mul(target[i]); // 0 for an excluded class
        }
        return Value.apply(Op.LOG1P, fold(excess, Value::add), 0).sub(fold(expected, Value::add));
    }

    /**
     * Returns the probability exp(z_i - m) / (sum of exp(z - m)) of each class, where m is the largest logit.
     *
     * @param logits the raw score of each class; -Infinity excludes a class
     * @throws IllegalArgumentException if there are no logits
     */
    public static Value[] softmax(Value[] logits) {
        if (logits.length == 0) {
            throw new IllegalArgumentException("expected at least 1 logit for softmax, got 0");
        }
        Value largest = fold(logits, Value::max);
        Value[] weights = map(logits, logit -> logit.sub(largest).exp());
        Value sum = fold(weights, Value::add);
        return map(weights, weight -> weight.div(sum));
    }

    /**
     * Returns the sum of the squared parameters, as a penalty that implements weight decay.
     *
     * @throws IllegalArgumentException if the module has no parameters
     */
    public static Value l2(Module module) {
        return module.parameters().stream()
                .map(parameter -> parameter.mul(parameter))
                .reduce(Value::add)
                .orElseThrow(() ->
                        new IllegalArgumentException("l2 needs a module with parameters, but this module has none"));
    }

    private static Value[] map(Value[] values, UnaryOperator<Value> function) {
        return Arrays.stream(values).map(function).toArray(Value[]::new);
    }

    /**
     * Combines the values pairwise, level by level, so that rounding errors grow only with the logarithm of the number
     * of values.
     */
    private static Value fold(Value[] values, BinaryOperator<Value> op) {
        Value[] level = values;
        while (level.length > 1) {
            Value[] below = level;
            level = new Value[(below.length + 1) / 2];
            for (int i = 0; i < level.length; i++) {
                level[i] = 2 * i + 1 < below.length ? op.apply(below[2 * i], below[2 * i + 1]) : below[2 * i];
            }
        }
        return level[0];
    }

    private interface LossFunction {
        Value of(Value prediction, double target);
    }

    private static Value mean(LossFunction loss, Value[] predictions, double[] targets) {
        checkLengths(predictions, targets);
        Value sum = loss.of(predictions[0], targets[0]);
        for (int i = 1; i < predictions.length; i++) {
            sum = sum.add(loss.of(predictions[i], targets[i]));
        }
        return sum.mul(1.0 / predictions.length);
    }

    private static void checkLengths(Value[] predictions, double[] targets) {
        if (predictions.length == 0 || predictions.length != targets.length) {
            throw new IllegalArgumentException("expected at least 1 prediction, and 1 target for each, got "
                    + predictions.length + " predictions and " + targets.length + " targets");
        }
    }
}
