package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.text.Repr;
import io.github.microgradj.train.TrainingRun.Ending;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The verdict on a training run: compares its last pass over the data with its first pass and with a network that gives
 * the same answer for every sample.
 *
 * @param kind the verdict in one word
 * @param evidence the numbers behind it, as text; empty if the network has learned
 * @param reach the largest absolute value of a feature
 */
public record Verdict(Kind kind, String evidence, double reach) {
    /** The possible verdicts. */
    public enum Kind {
        /** The network classifies more samples correctly than a constant answer. */
        LEARNED,
        /**
         * The network does not classify significantly more samples correctly: its accuracy is within a standard error
         * of the share of the largest class.
         */
        NO_BETTER_THAN_CONSTANT,
        /** The loss is not finite, or more than ten times both the loss at the start and that of a constant answer. */
        DIVERGED
    }

    private static final double GROWTH = 10;
    private static final double SMALL = 0.3;
    private static final double LARGE = 3;
    private static final int LONGEST_NAME = 40;

    static Verdict of(TrainingRun run) {
        double reach = Arrays.stream(run.data().inputs())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(1);
        int passes = run.ending() == Ending.DIVERGED ? 0 : stepsOfAPass(run);
        ConstantAnswer constant = ConstantAnswer.of(run);
        List<TrainingStep> history = run.history();
        double first = mean(history.subList(0, passes), TrainingStep::loss);
        double last = mean(lastOf(history, passes), TrainingStep::loss);
        if (passes == 0 || last > GROWTH * Math.max(first, constant.loss())) {
            String growth = passes == 0
                    ? "the loss of step " + run.last().step() + " is "
                            + Repr.of(run.last().loss())
                    : "the loss grew from " + number(first) + " to " + number(last);
            String way = ": try a learning rate below " + Repr.of(history.get(0).learningRate())
                    + ", or features of size about 1";
            return new Verdict(Kind.DIVERGED, growth + way + size(reach), reach);
        }
        double accuracy = mean(lastOf(history, passes), TrainingStep::accuracy);
        if (accuracy < 1 && accuracy <= constant.share() + constant.standardError()) {
            String beside = accuracy <= constant.share() ? "no better than " : "hardly better than ";
            return new Verdict(Kind.NO_BETTER_THAN_CONSTANT, beside + constant.text() + size(reach), reach);
        }
        return new Verdict(Kind.LEARNED, "", reach);
    }

    /** Returns whether the features are far from the size that initial weights and usual learning rates assume. */
    public boolean isFarFromOne() {
        return isFarFromOne(reach);
    }

    private static boolean isFarFromOne(double reach) {
        return reach > LARGE || reach < SMALL;
    }

    private static String size(double reach) {
        return isFarFromOne(reach) ? "; features reach " + number(reach) + ", far from 1" : "";
    }

    private static String number(double x) {
        return Repr.of(new BigDecimal(x).round(new MathContext(3)).doubleValue());
    }

    /**
     * Returns the number of steps in a pass over the samples: 1 without mini-batches; at most the number of steps
     * taken.
     */
    private static int stepsOfAPass(TrainingRun run) {
        int size = run.data().size();
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

    /**
     * The best answer that ignores the sample.
     *
     * @param name the largest class
     * @param share its share of the samples
     * @param standardError the standard error of an accuracy on this many samples
     * @param loss the lowest loss of a network with constant outputs
     * @param formula {@code " = ln 2"} if the loss has this closed form, else empty
     */
    private record ConstantAnswer(String name, double share, double standardError, double loss, String formula) {
        static ConstantAnswer of(TrainingRun run) {
            Dataset data = run.data();
            int[] counts = data.counts();
            int largest = 0;
            for (int c = 1; c < counts.length; c++) {
                largest = counts[c] > counts[largest] ? c : largest;
            }
            double[] shares = Arrays.stream(counts)
                    .mapToDouble(count -> count / (double) data.size())
                    .toArray();
            double share = shares[largest];
            double error = Math.sqrt(share * (1 - share) / data.size());
            Loss loss = Trainer.loss(run.model(), data, run.options());
            boolean even = Arrays.stream(counts).distinct().count() == 1;
            boolean entropy = loss == Loss.BCE || loss == Loss.CROSSENTROPY;
            String formula = even && entropy ? " = ln " + counts.length : "";
            return new ConstantAnswer(data.classNames().get(largest), share, error, loss.ofConstant(shares), formula);
        }

        String text() {
            boolean fits = name.codePointCount(0, name.length()) <= LONGEST_NAME;
            String shown = fits ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "...";
            return String.format(
                    Locale.ROOT, "always answering \"%s\" (%.1f%%, loss %.4f%s)", shown, 100 * share, loss, formula);
        }
    }
}
