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
 * What a training was worth: its last pass over the data, beside the first one and beside a network that gives the same answer to
 * everything.
 *
 * @param kind what it comes to
 * @param evidence the numbers that show it, in words; empty if the network has learned
 * @param reach the largest absolute value of a feature
 */
public record Verdict(Kind kind, String evidence, double reach) {
    /** What a training comes to. */
    public enum Kind {
        /** The network classifies more samples right than a constant answer does. */
        LEARNED,
        /** It does not, or by no more than chance: its accuracy is within a standard error of the share of the largest class. */
        NO_BETTER_THAN_CONSTANT,
        /** The loss is no finite number, or more than ten times as large as at the start and as that of a constant answer. */
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

    /** Whether the features are far from the size for which initial weights and usual learning rates are made. */
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

    /** One, unless a step sees a part of the samples; then as many as see them all, if that many were made. */
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
     * The best answer that does not look at the sample.
     *
     * @param name the largest class
     * @param share its part of the samples
     * @param standardError that of an accuracy on so many samples
     * @param loss the least loss of a network with constant outputs
     * @param formula {@code " = ln 2"}, if that is what the loss is
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
