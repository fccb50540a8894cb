package io.github.microgradj.viz.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingSnapshot;
import io.github.microgradj.train.TrainingSnapshots;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.viz.picture.PageTest;
import io.github.microgradj.viz.plot.ClassGrid;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Tests of reports as a reader sees and uses them. */
class TrainingReportTest extends PageTest {
    private List<TrainingSnapshot> moments = List.of();

    private TrainingRun train(Dataset data, int steps) {
        TrainingOptions options = TrainingOptions.defaults().withSteps(steps);
        MLP model = Trainer.model(data, options);
        TrainingSnapshots snapshots = new TrainingSnapshots(model, 100);
        TrainingRun run = Trainer.train(model, data, options, snapshots);
        moments = snapshots.of(run);
        return run;
    }

    private void open(TrainingRun run, int width, int height) {
        Map<String, String> settings =
                new LinkedHashMap<>(Map.of("data", run.data().name()));
        settings.put("optimizer", "sgd");
        TrainingReport report = new TrainingReport(
                run,
                moments,
                settings,
                Map.of("In the shell", ":train moons", "In Java", "var a = 1 < 2;\nvar b = 2;"));
        open(report.save(folder.resolve("report.html")), width, height);
    }

    @Test
    void sliderStepsThroughTheRecordedNumbersAndBoundaries() throws IOException {
        TrainingRun run = train(Datasets.moons(100, 0.1, 1337), 100);
        open(run, 1100, 800);
        assertThat(moments).hasSizeBetween(51, 101);
        assertThat(property("slider", "max")).isEqualTo(String.valueOf(moments.size() - 1));
        MLP twin = run.model().copy();
        press(Keys.HOME);
        for (int i = 0; i < moments.size(); i++) {
            TrainingSnapshot moment = moments.get(i);
            TrainingStep epoch = run.history().get(Math.min(moment.step(), 99));
            assertThat(property("slider", "value")).isEqualTo(String.valueOf(i));
            assertThat(List.of(text("step"), text("loss"), text("accuracy"), text("rate")))
                    .containsExactly(
                            String.valueOf(epoch.step()),
                            TrainingReport.number(epoch.loss()),
                            TrainingReport.number(100 * epoch.score()) + "%",
                            TrainingReport.number(epoch.learningRate()));
            if (i % 20 == 0 || i == moments.size() - 1) {
                moment.restore(twin);
                checkImage(run.data(), twin);
            }
            press(Keys.ARROW_RIGHT);
        }
        assertThat(text("title")).isEqualTo("After 100 of 100 updates");
        assertThat(elements(".plane .sample")).hasSize(100);
        screenshot("report.png");
    }

    /** Checks that every pixel has the colour of the class that the network predicts. */
    private static void checkImage(Dataset data, MLP model) throws IOException {
        String address = String.valueOf(property("field", "src"));
        byte[] png = Base64.getDecoder().decode(address.replaceFirst("^data:image/png;base64,", ""));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        ClassGrid field = ClassGrid.of(data, model::predictClass, image.getWidth(), image.getHeight());
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                assertThat(image.getRGB(column, row) & 0xFFFFFF)
                        .isEqualTo(TerminalColor.field(field.at(column, row)).rgb());
            }
        }
        assertThat(answer("document.getElementById('field').naturalWidth")).isEqualTo((long) image.getWidth());
    }

    /** The image of each moment has the points of its network, or its curve. */
    @Test
    void aRegressionHasAFitInPlaceOfTheBoundary() throws IOException {
        open(train(Datasets.sine(60, 0.1, 1), 40), 1000, 700);
        assertThat(picture()).contains("fill=\"none\" stroke-width=\"2.5\"");
        assertThat(text("title")).isEqualTo("After 40 of 40 updates");
        screenshot("report-fit.png");
        Dataset plane = Dataset.regression("plane", new double[][] {{0, 0}, {0, 1}, {1, 0}}, new double[] {1, 2, 3});
        open(train(plane, 5), 1000, 700);
        String last = picture();
        assertThat(last.split("h0", -1)).hasSize(4);
        press(Keys.HOME);
        assertThat(picture()).isNotEqualTo(last);
        assertThat(elements(".plane .equal")).hasSize(1);
        assertThat(answer("document.getElementById('field').naturalWidth")).isNotEqualTo(0L);
    }

    private String picture() {
        String address = String.valueOf(property("field", "src"));
        byte[] svg = Base64.getDecoder().decode(address.replaceFirst("^data:image/svg\\+xml;base64,", ""));
        return new String(svg, StandardCharsets.UTF_8);
    }

    @Test
    void worksByKeysAndButtons() throws InterruptedException {
        open(train(Datasets.xor(40, 0.1, 1), 7), 1000, 700);
        press(Keys.HOME);
        assertThat(text("title")).isEqualTo("Untrained");
        press(Keys.ARROW_RIGHT);
        assertThat(text("title")).isEqualTo("After 1 of 7 updates");
        element("next").click();
        assertThat(text("step")).isEqualTo("2");
        element("back").click();
        assertThat(text("step")).isEqualTo("1");
        element("last").click();
        assertThat(text("title")).isEqualTo("After 7 of 7 updates");
        press(Keys.ARROW_RIGHT);
        assertThat(property("slider", "value")).isEqualTo("7");
        element("first").click();
        assertThat(text("title")).isEqualTo("Untrained");
        driver().executeScript("document.activeElement.blur()");
        press(" ");
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!text("title").equals("After 7 of 7 updates") && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(text("title")).isEqualTo("After 7 of 7 updates");
        press(Keys.TAB);
        checkFocusIsSeen();
    }

    @Test
    void worksAtTheWidthOfAPhoneInTheDark() throws IOException {
        open(train(Datasets.blobs(60, 5, 3), 20), 400, 800);
        driver().executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        checkFits(400, List.of("field", "slider", "first", "back", "next", "last", "play", "loss"));
        assertThat(answer("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(20, 25, 31)");
        screenshot("report-400.png");
        driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    @Test
    void hostileTextIsOnlyText() {
        String hostile =
                "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>{{code}} \"'&\u2028\ud83d\ude00";
        Dataset data = new Dataset(
                hostile, new double[][] {{0, 0, 1}, {1, 1, 0}}, new int[] {0, 1}, List.of(hostile, "x".repeat(10_000)));
        TrainingRun run = train(data, 3);
        open(
                new TrainingReport(run, moments, Map.of(hostile, hostile), Map.of(hostile, hostile + "\nsecond"))
                        .save(folder.resolve("hostile.html")),
                400,
                700);
        assertThat(elements("img")).isEmpty();
        assertThat(driver().getTitle()).startsWith("Training on </script>");
        assertThat(driver().findElement(By.cssSelector(".settings dd")).getText())
                .contains("onerror=alert(1)>{{code}} \"'&");
        assertThat(driver().findElement(By.tagName("pre")).getText())
                .contains("</script>")
                .endsWith("\nsecond");
        checkFits(400, List.of());
    }

    @Test
    void aDivergedTrainingHasGapsInItsCurves() {
        TrainingRun good = train(Datasets.moons(20, 0.1, 1), 3);
        List<TrainingStep> history = List.of(
                good.history().get(0), new TrainingStep(1, 1e300, 0.5, 1), new TrainingStep(2, Double.NaN, 0, 1));
        TrainingRun run = new TrainingRun(
                good.model(),
                good.initial(),
                good.data(),
                good.split(),
                good.options(),
                history,
                TrainingRun.Ending.DIVERGED);
        open(run, 800, 600);
        press(Keys.END);
        assertThat(text("loss")).isEqualTo("nan");
        assertThat(driver().findElement(By.cssSelector(".curve .line")).getDomAttribute("d"))
                .doesNotContain("NaN")
                .startsWith("M");
    }

    @Test
    void otherFilesAreRefusedBeforeTheTraining() {
        open(Path.of("LICENSE").toAbsolutePath(), 400, 400);
        assertThatThrownBy(() -> TrainingReport.check(Path.of("report.pdf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a file name that ends in .html, got report.pdf");
        assertThatThrownBy(() -> TrainingReport.check(folder.resolve("none").resolve("report.html")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no folder ");
    }
}
