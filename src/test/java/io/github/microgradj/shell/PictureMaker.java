package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.viz.picture.Browser;
import io.github.microgradj.viz.plot.DecisionBoundary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

/** The maker of the README's pictures; only run by {@code docs/make-pictures}. */
class PictureMaker {
    private static final Path FOLDER = Path.of("docs/pictures").toAbsolutePath();

    @TempDir
    Path home;

    @Test
    void shell() throws IOException, InterruptedException {
        try (TerminalProgram shell = TerminalProgram.start(home, 90, 40, Map.of("COLORTERM", ""))) {
            shell.awaitPrompt();
            enter(shell, "var a = Value(-4.0)");
            enter(shell, "var b = Value(2.0)");
            enter(shell, "var d = a.mul(b).add(b.pow(3))");
            enter(shell, "d.backward()");
            enter(shell, "b.grad");
            enter(shell, ":graph d d.svg");
            enter(shell, ":train moons");
            String picture = shell.picture("A session of microgradj: an expression, its gradients, training");
            assertThat(picture.length()).isLessThan(150_000);
            Files.writeString(FOLDER.resolve("shell.svg"), picture);
        }
    }

    @Test
    void plots() throws IOException, InterruptedException {
        plot("contour", "A plot of a function of two variables", 24, ":plot (x, y) -> x*x + y*y - x*y");
        plot("descend", "A walk by gradient descent", 40, ":descend (x, y) -> x*x + y*y - x*y --from 3,1 --lr 0.2");
        plot("activations", "Activations and their derivatives", 30, ":plot activations");
    }

    private void plot(String name, String title, int rows, String line) throws IOException, InterruptedException {
        try (TerminalProgram shell = TerminalProgram.start(home, 80, rows, Map.of("COLORTERM", "truecolor"))) {
            shell.awaitPrompt();
            shell.enter(":clear");
            shell.await("a clear screen", screen -> screen.equals("mg>"));
            enter(shell, line);
            Files.writeString(FOLDER.resolve("terminal-" + name + ".svg"), shell.picture(title));
        }
    }

    @Test
    void dashboard() throws IOException, InterruptedException {
        try (TerminalProgram shell = TerminalProgram.start(home, 100, 30, Map.of("COLORTERM", "truecolor"))) {
            shell.awaitPrompt();
            shell.enter(":clear");
            shell.await("a clear screen", screen -> screen.equals("mg>"));
            enter(shell, ":train spirals --activation tanh --optimizer adam --steps 300");
            String picture =
                    shell.picture("Training: loss and accuracy as curves, the plane as the network divides it");
            assertThat(picture.length()).isLessThan(200_000);
            Files.writeString(FOLDER.resolve("dashboard.svg"), picture);
        }
    }

    @Test
    void report() throws IOException, InterruptedException {
        Path page = home.resolve("moons.html");
        try (TerminalProgram shell = TerminalProgram.start(home, 100, 30, Map.of())) {
            shell.awaitPrompt();
            enter(shell, ":train moons --report moons.html");
        }
        try (Browser browser = Browser.start(home.resolve("profile"))) {
            browser.open(page, 900, 800);
            String back = "for (let i = 0; i < 70; i++) document.getElementById('back').click()";
            browser.driver().executeScript(back);
            Files.write(FOLDER.resolve("report.png"), browser.driver().getScreenshotAs(OutputType.BYTES));
            browser.open(page, 400, 800);
            browser.driver().executeScript(back);
            Files.write(FOLDER.resolve("report-phone.png"), browser.driver().getScreenshotAs(OutputType.BYTES));
        }
    }

    private static void enter(TerminalProgram shell, String line) throws InterruptedException {
        shell.enter(line);
        shell.await(line, screen -> screen.contains("mg> " + line + "\n"));
        shell.awaitPrompt();
    }

    @Test
    void moons() {
        Dataset moons = Datasets.moons(100, 0.1, 1337);
        var model = Trainer.train(moons, TrainingOptions.defaults()).model();
        DecisionBoundary.of(moons, model::predictClass).save(FOLDER.resolve("moons.png"));
    }
}
