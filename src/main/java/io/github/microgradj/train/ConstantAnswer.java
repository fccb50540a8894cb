package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The best prediction that ignores the features: the most frequent class of the training samples, or the mean of their
 * targets.
 *
 * @param answer the prediction in words
 * @param score the accuracy or R2 of the prediction on the samples that the network is evaluated on
 * @param standardError the standard error of the accuracy; 0 for regression
 * @param beside a short text with the prediction and its accuracy or, for regression, its mean absolute error and loss
 * @param loss the lowest training loss of a network with constant outputs
 * @param formula text such as {@code " = ln 2"} if the loss has such a closed form, otherwise empty
 */
record ConstantAnswer(String answer, double score, double standardError, String beside, double loss, String formula) {
    private static final int LONGEST_NAME = 40;

    static ConstantAnswer of(TrainingRun run) {
        return run.data().isRegression() ? ofMean(run) : ofLargestClass(run);
    }

    private static ConstantAnswer ofLargestClass(TrainingRun run) {
        Dataset training = run.training();
        Dataset judged = run.validation().orElse(training);
        int[] counts = training.counts();
        int largest = 0;
        for (int c = 1; c < counts.length; c++) {
            largest = counts[c] > counts[largest] ? c : largest;
        }
        double[] shares = Arrays.stream(counts)
                .mapToDouble(count -> count / (double) training.size())
                .toArray();
        double share = judged.counts()[largest] / (double) judged.size();
        double error = Math.sqrt(share * (1 - share) / judged.size());
        Loss loss = Trainer.loss(run.model(), training, run.options());
        boolean even = Arrays.stream(counts).distinct().count() == 1;
        boolean entropy = loss == Loss.BCE || loss == Loss.CROSSENTROPY;
        String formula = even && entropy ? " = ln " + counts.length : "";
        String answer = '"' + shown(training.classNames().get(largest)) + '"';
        String beside = "always " + answer + ": " + Metric.ACCURACY.text(share);
        return new ConstantAnswer(answer, share, error, beside, loss.ofConstant(shares), formula);
    }

    private static ConstantAnswer ofMean(TrainingRun run) {
        double[] targets = run.training().targets();
        double mean = Tally.mean(targets);
        double factor = Loss.factor(run.model());
        Dataset judged = run.validation().orElse(run.training());
        Tally tally = new Tally(judged);
        double[] errors = new double[judged.size()];
        for (int s = 0; s < errors.length; s++) {
            tally.add(s, new double[] {mean});
            errors[s] = Math.abs(judged.targets()[s] - mean);
        }
        double loss = Tally.variance(targets) * factor * factor;
        String answer = "the mean, " + Verdict.number(mean);
        String beside =
                "always the mean: error " + Verdict.number(Tally.mean(errors)) + ", loss " + Verdict.number(loss);
        return new ConstantAnswer(answer, tally.score(), 0, beside, loss, "");
    }

    private static String shown(String name) {
        boolean fits = name.codePointCount(0, name.length()) <= LONGEST_NAME;
        return fits ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "...";
    }

    /**
     * Returns whether a network is better than this prediction by more than a standard error of the accuracy. An
     * accuracy of 100% always counts as better. For regression, returns whether the network's mean squared error is
     * smaller than that of always predicting the mean of the evaluated targets, by more than a standard error of the
     * difference.
     *
     * @param networkScore the score of the network
     * @param predictions the predictions of the network; always present for regression
     */
    boolean isBeatenBy(double networkScore, Optional<Predictions> predictions) {
        Optional<Predictions> fit = predictions.filter(each -> each.data().isRegression());
        return fit.isPresent()
                ? isBeatenBy(fit.get().predictions(), fit.get().data().targets())
                : networkScore == 1 || networkScore > score + standardError;
    }

    private static boolean isBeatenBy(double[] predicted, double[] targets) {
        double mean = Tally.mean(targets);
        double[] gains = new double[targets.length];
        for (int s = 0; s < gains.length; s++) {
            double y = targets[s];
            gains[s] = (y - mean) * (y - mean) - (y - predicted[s]) * (y - predicted[s]);
        }
        return Tally.mean(gains) > Math.sqrt(Tally.variance(gains) / gains.length);
    }

    /** Returns a description such as {@code always answering "a" (50.0%, loss 0.6931 = ln 2)}. */
    @Override
    public String toString() {
        String share = answer.startsWith("\"") ? String.format(Locale.ROOT, "%.1f%%, ", 100 * score) : "";
        return String.format(Locale.ROOT, "always answering %s (%sloss %.4f%s)", answer, share, loss, formula);
    }
}
