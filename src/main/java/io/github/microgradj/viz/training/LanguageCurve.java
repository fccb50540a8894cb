package io.github.microgradj.viz.training;

import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.viz.plot.Curves;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss of a language model by step. Some documents are easier than others, so each point on the curve of a long run
 * is the mean loss of several consecutive steps.
 */
public final class LanguageCurve {
    private static final int MOST_POINTS = 50;

    private LanguageCurve() {}

    /**
     * Returns the curve of the mean loss.
     *
     * @param history the steps, at least one
     */
    public static Curves of(List<LanguageStep> history) {
        int stride = (history.size() + MOST_POINTS - 1) / MOST_POINTS;
        List<double[]> points = new ArrayList<>();
        for (int from = 0; from + stride <= history.size(); from += stride) {
            List<LanguageStep> some = history.subList(from, from + stride);
            double mean =
                    some.stream().mapToDouble(LanguageStep::loss).average().orElse(Double.NaN);
            points.add(new double[] {some.get(0).step() + (stride - 1) / 2, mean});
        }
        String title = "loss by step" + (stride == 1 ? "" : " (mean of " + stride + ")");
        return Curves.titled(title, "step")
                .with(
                        "loss",
                        points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray());
    }
}
