package io.github.microgradj.viz.training;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.text.Repr;
import io.github.microgradj.train.EvenSample;
import io.github.microgradj.train.Metric;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingSnapshot;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.train.Validation;
import io.github.microgradj.viz.picture.Json;
import io.github.microgradj.viz.picture.PageTemplate;
import io.github.microgradj.viz.picture.PictureFile;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.plot.DecisionBoundary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A report of a training run as a single HTML file: curves of the loss, the accuracy and the learning rate, the
 * decision boundary of two features or the fit of a regression at each snapshot, the settings, and code to repeat the
 * run. The numbers of each step were recorded during training and are shown with six significant digits.
 */
public final class TrainingReport {
    private static final int CURVE = 1000;

    private final TrainingRun run;
    private final List<TrainingSnapshot> snapshots;
    private final Map<String, String> settings;
    private final Map<String, String> code;

    /**
     * Creates the report of a training run.
     *
     * @param run the training run
     * @param snapshots at least one snapshot of the network, in order
     * @param settings the values of the settings, by name
     * @param code the code that repeats the run, by title
     */
    public TrainingReport(
            TrainingRun run, List<TrainingSnapshot> snapshots, Map<String, String> settings, Map<String, String> code) {
        this.run = run;
        this.snapshots = List.copyOf(snapshots);
        this.settings = new LinkedHashMap<>(settings);
        this.code = new LinkedHashMap<>(code);
    }

    /**
     * Checks that a report can be written to a file; call this before training.
     *
     * @throws IllegalArgumentException if the file name does not end in {@code .html}, the file is a folder, or its
     *      folder does not exist
     */
    public static void check(Path file) {
        if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new IllegalArgumentException("expected a file name that ends in .html, got " + file);
        }
        PictureFile.checkPlace(file);
    }

    /**
     * Writes the page, completely or not at all.
     *
     * @return the file
     * @throws IllegalArgumentException under the same conditions as for {@link #check}
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Path save(Path file) {
        check(file);
        PictureFile.write(file, () -> PictureFile.utf8(html()));
        return file;
    }

    /** Returns a number as text for a report, with six significant digits. */
    public static String number(double x) {
        return Repr.of(
                Double.isFinite(x) ? new BigDecimal(x).round(new MathContext(6)).doubleValue() : x);
    }

    private String html() {
        Dataset data = run.data();
        List<SvgCurve> curves = curves();
        Optional<SnapshotPicture> picture = picture();
        boolean held = run.split().isPresent();
        Map<String, String> parts = Map.ofEntries(
                Map.entry("summary", TextFormat.xml(run.message())),
                Map.entry("plane", picture.map(TrainingReport::plane).orElse("")),
                Map.entry("metric", run.last().metric().toString()),
                Map.entry("validation", held ? "<dt>validation</dt><dd id=\"validation\"></dd>" : ""),
                Map.entry("lossTitle", "Loss" + legend()),
                Map.entry(
                        "scoreTitle",
                        (percent() ? "Accuracy, %" : run.last().metric().toString()) + legend()),
                Map.entry("loss", curves.get(0).svg()),
                Map.entry("accuracy", curves.get(1).svg()),
                Map.entry("rate", curves.get(2).svg()),
                Map.entry("settings", settings()),
                Map.entry("code", code()),
                Map.entry("data", Json.of(Map.of("moments", moments(curves, picture)))));
        return PageTemplate.page(
                TrainingReport.class, "report", TextFormat.xml("Training on " + TextFormat.elided(data.name())), parts);
    }

    private Optional<SnapshotPicture> picture() {
        if (run.data().isRegression()) {
            return Optional.of(new FitFrames(run));
        }
        return DecisionBoundary.isPossible(run.data()) ? Optional.of(new BoundaryFrames(run.data())) : Optional.empty();
    }

    private List<SvgCurve> curves() {
        EvenSample<TrainingStep> some = new EvenSample<>(CURVE);
        run.history().forEach(epoch -> some.offer(epoch.step(), () -> epoch));
        List<TrainingStep> epochs = new ArrayList<>(some.items());
        if (epochs.get(epochs.size() - 1).step() < run.last().step()) {
            epochs.add(run.last());
        }
        return List.of(
                new SvgCurve("Loss", epochs, TrainingStep::loss, held(Validation::loss)),
                new SvgCurve(
                        percent() ? "Accuracy" : run.last().metric().toString(),
                        epochs,
                        epoch -> shown(epoch.score()),
                        held(validation -> shown(validation.score()))),
                new SvgCurve("Learning rate", epochs, TrainingStep::learningRate));
    }

    private static ToDoubleFunction<TrainingStep> held(ToDoubleFunction<Validation> measure) {
        return epoch -> epoch.validation().map(measure::applyAsDouble).orElse(Double.NaN);
    }

    private boolean percent() {
        return run.last().metric() == Metric.ACCURACY;
    }

    private double shown(double score) {
        return percent() ? 100 * score : score;
    }

    private String score(double score) {
        return number(shown(score)) + (percent() ? "%" : "");
    }

    /** Returns a legend that distinguishes the two curves, or an empty string if there is only one. */
    private String legend() {
        return run.split().isPresent()
                ? ": <span class=\"of training\">training</span> <span class=\"of held\">validation</span>"
                : "";
    }

    private static String plane(SnapshotPicture picture) {
        return "<figure><div class=\"plane\"><img id=\"field\" alt=\"" + TextFormat.xml(picture.alternative()) + "\">"
                + picture.overlay() + "</div><figcaption>" + picture.legend() + "</figcaption></figure>";
    }

    private List<Object> moments(List<SvgCurve> curves, Optional<SnapshotPicture> picture) {
        MLP twin = run.model().copy();
        List<Object> moments = new ArrayList<>();
        for (TrainingSnapshot snapshot : snapshots) {
            snapshot.restore(twin);
            TrainingStep epoch =
                    run.history().get(Math.min(snapshot.step(), run.last().step()));
            Map<String, Object> moment = new LinkedHashMap<>();
            moment.put("updates", snapshot.step());
            moment.put("step", String.valueOf(epoch.step()));
            moment.put("loss", number(epoch.loss()));
            moment.put("accuracy", score(epoch.score()));
            epoch.validation()
                    .ifPresent(held -> moment.put("validation", number(held.loss()) + ", " + score(held.score())));
            moment.put("rate", number(epoch.learningRate()));
            moment.put("across", curves.get(0).across(epoch));
            moment.put("down", curves.stream().map(curve -> curve.down(epoch)).toList());
            picture.ifPresent(plane -> moment.put("image", plane.image(twin)));
            moments.add(moment);
        }
        return moments;
    }

    private String settings() {
        return settings.entrySet().stream()
                .map(setting -> "<dt>" + TextFormat.xml(setting.getKey()) + "</dt><dd>"
                        + TextFormat.xml(setting.getValue()) + "</dd>")
                .collect(Collectors.joining("\n"));
    }

    /**
     * Returns the code as HTML. Each line is escaped separately, because escaping replaces line terminators with
     * spaces.
     */
    private String code() {
        return code.entrySet().stream()
                .map(text -> "<h3>" + TextFormat.xml(text.getKey()) + "</h3>\n<pre tabindex=\"0\">"
                        + text.getValue().lines().map(TextFormat::xml).collect(Collectors.joining("\n")) + "</pre>")
                .collect(Collectors.joining("\n"));
    }
}
