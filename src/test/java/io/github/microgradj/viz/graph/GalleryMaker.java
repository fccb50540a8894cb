package io.github.microgradj.viz.graph;

import io.github.microgradj.data.Datasets;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.viz.graph.view.Fold;
import io.github.microgradj.viz.graph.view.GraphTheme;
import io.github.microgradj.viz.picture.Browser;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.plot.Plots;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/** The maker of the graphs in {@code docs/gallery.md}. Only {@code docs/make-pictures} runs it. */
class GalleryMaker {
    static final Path GALLERY = Path.of("docs/gallery.md");

    /** A comment that names a drawing and its width, then the block below it. */
    private static final Pattern DRAWING =
            Pattern.compile("(<!-- (\\w+) in (\\d+) columns -->\n```\n)(.*?)(```\n)", Pattern.DOTALL);

    private static final Path FOLDER = Path.of("docs/pictures");

    @Test
    void graphs() {
        Neurons.named().legend().save(FOLDER.resolve("neuron.svg"));
        Neurons.named().topToBottom().theme(GraphTheme.DARK).save(FOLDER.resolve("neuron-dark.png"));
        Neurons.named().digits(6).theme(GraphTheme.DARK).save(FOLDER.resolve("neuron-values.svg"));
        Neurons.readme().depth(4).save(FOLDER.resolve("depth.svg"));
    }

    @Test
    void folded() {
        MLP model = new MLP(new PythonRandom(1337), 2, 16, 16, 1);
        var data = Datasets.moons(100, 0.1, 1337);
        Value loss = new Value(0);
        for (int i = 0; i < data.size(); i++) {
            Value score = model.forward(data.inputs()[i])[0];
            loss = loss.add(score.mul(data.labels()[i] == 1 ? -1 : 1).add(1).relu());
        }
        loss = loss.mul(1.0 / data.size());
        loss.backward();
        GraphDot.of(loss)
                .name("model", model)
                .name("loss", loss)
                .fold(Fold.LAYER)
                .save(FOLDER.resolve("layers.svg"));
        MLP small = new MLP(new PythonRandom(1337), 2, 4, 4, 1);
        Value y = small.forward(1, -2)[0];
        y.backward();
        GraphDot.of(y).name("model", small).name("y", y).fold(Fold.NEURON).save(FOLDER.resolve("neurons.svg"));
    }

    @Test
    void page(@TempDir Path folder) throws IOException {
        Path page = Neurons.named().save(folder.resolve("page.html"));
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            browser.open(page, 900, 620);
            browser.driver()
                    .findElement(By.id("slider"))
                    .sendKeys(Keys.END, Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT);
            Files.write(FOLDER.resolve("page.png"), browser.driver().getScreenshotAs(OutputType.BYTES));
            browser.open(page, 400, 760);
            browser.driver()
                    .findElement(By.id("slider"))
                    .sendKeys(Keys.END, Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT);
            Files.write(FOLDER.resolve("page-phone.png"), browser.driver().getScreenshotAs(OutputType.BYTES));
        }
    }

    @Test
    void drawings() throws IOException {
        Files.writeString(GALLERY, drawnAnew(Files.readString(GALLERY)));
    }

    /** Returns the text of the gallery with its drawings redrawn. */
    static String drawnAnew(String gallery) {
        return DRAWING.matcher(gallery)
                .replaceAll(block -> Matcher.quoteReplacement(block.group(1) + drawing(block) + block.group(5)));
    }

    private static String drawing(MatchResult block) {
        Picture picture =
                switch (block.group(2)) {
                    case "neuron" -> Neurons.named();
                    case "readme" -> Neurons.readme();
                    default -> Objects.requireNonNull(Plots.all().get(block.group(2)), block.group(2));
                };
        return String.join("\n", picture.terminal(Integer.parseInt(block.group(3)), ColorLevel.NONE, true)) + "\n";
    }
}
