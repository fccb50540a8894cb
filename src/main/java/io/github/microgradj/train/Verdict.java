package io.github.microgradj.train;

import io.github.microgradj.text.Repr;
import io.github.microgradj.train.TrainingRun.Ending;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a training run. It compares the end of the run with its start, with its best step and with a constant
 * prediction. It uses the validation samples if there are any.
 *
 * @param kind the kind of verdict
 * @param evidence the numbers behind the verdict, as text; empty if the network has learned
 * @param reach the largest absolute value of a feature; 1 if the network scales its inputs
 * @param predictions the predictions behind the verdict; empty if the verdict uses the scores of the last steps
 *     instead, as the notebook does
 */
public record Verdict(Kind kind, String evidence, double reach, Optional<Predictions> predictions) {
    /** The kinds of verdict. */
    public enum Kind {
        /** The network predicts better than a constant, and none of the other kinds applies. */
        LEARNED,
        /**
         * The network does not predict significantly better than a constant. Its accuracy exceeds the fraction of
         * samples in the largest class by at most a standard error, or, in regression, its mean squared error is at
         * most a standard error below that of predicting the mean.
         */
        NO_BETTER_THAN_CONSTANT,
        /** The network predicts no better than a constant, and the training loss is within 1% of a constant's loss. */
        STUCK,
        /**
         * The network predicts no better than a constant, and most neurons of a ReLU layer output 0 for every training
         * sample, so they cannot learn.
         */
        DEAD,
        /** The loss is not finite, or it is more than ten times both the initial loss and the loss of a constant. */
        DIVERGED,
        /** The validation loss rose clearly after its best step while the training loss fell. */
        OVERFITTING,
        /** The loss was still clearly falling in the last fifth of the steps. */
        STILL_FALLING;

        /** Returns whether the network predicts better than a constant. */
        boolean isBetterThanConstant() {
            return this == LEARNED || this == OVERFITTING || this == STILL_FALLING;
        }
    }

    private static final double GROWTH = 10;
    private static final double SMALL = 0.3;
    private static final double LARGE = 3;
    /** The maximum relative difference at which a loss counts as equal to the loss of a constant. */
    private static final double AS_GOOD_AS_EQUAL = 0.01;
    /**
     * A change of the loss is clear if it exceeds both this fraction of the loss and the fraction {@code
     * CLEAR_OF_CONSTANT} of the loss of a constant.
     */
    private static final double CLEAR = 0.1;

    private static final double CLEAR_OF_CONSTANT = 0.02;
    private static final int LEAST_STEPS = 10;

    static Verdict of(TrainingRun run) {
        return new Judge(run).verdict();
    }

    /** A judge that derives the verdict from a training run. */
    private static final class Judge {
        private final TrainingRun run;
        private final List<TrainingStep> history;
        private final ConstantAnswer constant;
        private final int passes;
        private final double reach;
        private final Optional<Predictions> predictions;

        Judge(TrainingRun run) {
            this.run = run;
            history = run.history();
            constant = ConstantAnswer.of(run);
            passes = run.ending() == Ending.DIVERGED ? 0 : stepsOfAPass(run);
            reach = Verdict.reach(run);
            predictions = run.isMeasured() ? Optional.of(run.evaluation()) : Optional.empty();
        }

        Verdict verdict() {
            Verdict grown = diverged();
            if (grown != null) {
                return grown;
            }
            double score = predictions
                    .map(Predictions::score)
                    .orElseGet(() -> mean(lastOf(history, passes), TrainingStep::score));
            return constant.isBeatenBy(score, predictions) ? learned() : notLearned(score);
        }

        private @Nullable Verdict diverged() {
            double first = mean(history.subList(0, passes), TrainingStep::loss);
            double last = mean(lastOf(history, passes), TrainingStep::loss);
            if (passes > 0 && last <= GROWTH * Math.max(first, constant.loss())) {
                return null;
            }
            String growth = passes == 0
                    ? "the loss at step " + run.last().step() + " is "
                            + Repr.of(run.last().loss())
                    : "the loss grew from " + number(first) + " to " + number(last);
            String rate = " at a learning rate of " + Repr.of(history.get(0).learningRate());
            return verdict(Kind.DIVERGED, growth + rate + size(reach));
        }

        private Verdict notLearned(double score) {
            Optional<String> dead = DeadNeurons.of(run.model(), run.training());
            if (dead.isPresent()) {
                return verdict(Kind.DEAD, beside(score) + "; " + dead.get() + size(reach));
            }
            double loss = mean(lastOf(history, passes), TrainingStep::loss);
            boolean stuck = history.size() >= LEAST_STEPS
                    && Math.abs(loss - constant.loss()) <= AS_GOOD_AS_EQUAL * constant.loss();
            return verdict(
                    stuck ? Kind.STUCK : Kind.NO_BETTER_THAN_CONSTANT,
                    beside(score) + (stuck ? "; the loss is stuck at that value" : "") + size(reach));
        }

        private String beside(double score) {
            return (score <= constant.score() ? "no better than " : "hardly better than ") + constant;
        }

        private Verdict learned() {
            if (!run.isMeasured() || run.options().patience() > 0) {
                return verdict(Kind.LEARNED, "");
            }
            String rise = rise();
            if (!rise.isEmpty()) {
                return verdict(Kind.OVERFITTING, rise);
            }
            String fall = fall();
            return fall.isEmpty() ? verdict(Kind.LEARNED, "") : verdict(Kind.STILL_FALLING, fall);
        }

        /**
         * Returns a description of how the validation loss rose after its best step while the training loss fell; empty
         * if there was no such rise.
         */
        private String rise() {
            TrainingStep best = run.best().orElse(run.last());
            List<TrainingStep> end = lastOf(history, Math.max(passes, history.size() / 20));
            double least = validationLoss(best);
            double now = mean(end, Judge::validationLoss);
            boolean fell = mean(end, TrainingStep::loss) < best.loss();
            return isClear(now - least, least) && fell
                    ? "the validation loss rose from " + number(least) + " at step " + best.step() + " to "
                            + number(now) + " while the training loss fell to "
                            + number(run.last().loss())
                    : "";
        }

        /**
         * Returns a description of how the loss fell in the last fifth of the steps; empty if it did not clearly fall.
         */
        private String fall() {
            int fifth = Math.max(passes, history.size() / 5);
            if (run.ending() != Ending.FINISHED || history.size() < fifth + passes) {
                return "";
            }
            ToDoubleFunction<TrainingStep> loss = run.split().isPresent() ? Judge::validationLoss : TrainingStep::loss;
            double before = mean(lastOf(history, fifth + passes).subList(0, passes), loss);
            double now = mean(lastOf(history, passes), loss);
            return isClear(before - now, now / 2) // half the limit, because the learning rate has become small by then
                    ? "the " + (run.split().isPresent() ? "validation " : "") + "loss fell from " + number(before)
                            + " to " + number(now) + " in the last " + (fifth == 1 ? "step" : fifth + " steps")
                    : "";
        }

        private boolean isClear(double change, double loss) {
            return change > CLEAR * loss && change > CLEAR_OF_CONSTANT * constant.loss();
        }

        private static double validationLoss(TrainingStep step) {
            return step.validation().map(Validation::loss).orElse(Double.NaN);
        }

        private Verdict verdict(Kind kind, String evidence) {
            return new Verdict(kind, evidence, reach, predictions);
        }
    }

    /** Returns the largest absolute value of a feature; 1 if the network scales its inputs. */
    private static double reach(TrainingRun run) {
        if (run.model().inputScaling().isPresent()) {
            return 1;
        }
        return Arrays.stream(run.data().inputs())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(1);
    }

    /** Returns whether the features are too large or too small for the usual initial weights and learning rates. */
    public boolean isFarFromOne() {
        return isFarFromOne(reach);
    }

    private static boolean isFarFromOne(double reach) {
        return reach > LARGE || reach < SMALL;
    }

    private static String size(double reach) {
        return isFarFromOne(reach) ? "; feature values reach " + number(reach) + ", far from 1" : "";
    }

    static String number(double x) {
        return Repr.of(
                Double.isFinite(x) ? new BigDecimal(x).round(new MathContext(3)).doubleValue() : x);
    }

    /**
     * Returns the number of steps in a pass over the samples (1 without mini-batches), limited to the number of
     * completed steps.
     */
    private static int stepsOfAPass(TrainingRun run) {
        int size = run.training().size();
        int batch = run.options().batchSize() == 0
                ? size
                : Math.min(size, run.options().batchSize());
        return Math.min((size + batch - 1) / batch, run.history().size());
    }

    private static List<TrainingStep> lastOf(List<TrainingStep> history, int steps) {
        return history.subList(history.size() - steps, history.size());
    }

    private static double mean(List<TrainingStep> epochs, ToDoubleFunction<TrainingStep> measure) {
        return epochs.stream().mapToDouble(measure).average().orElse(0);
    }
}
