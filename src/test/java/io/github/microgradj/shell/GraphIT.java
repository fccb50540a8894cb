package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of graphs in a real pseudo-terminal. */
@Tag("long")
@DisabledOnOs(OS.WINDOWS)
class GraphIT {
    @TempDir
    Path home;

    @Test
    void terminalsThatShowImagesGetOne() throws IOException, InterruptedException {
        try (TerminalProgram shell = start("kitty", 80)) {
            shell.enter(":graph Value(2.0) * 3");
            shell.await("the image", screen -> shell.written().contains("m=0;"));
            shell.awaitPrompt();
            Matcher chunk =
                    Pattern.compile("\033_G[^;]*;([A-Za-z0-9+/=]*)\033\\\\").matcher(shell.written());
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            while (chunk.find()) {
                png.write(Base64.getDecoder().decode(chunk.group(1)));
            }
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
            assertThat(image.getWidth()).isGreaterThan(2 * image.getHeight());
        }
    }

    @Test
    void plotsAreImagesTooDecisionBoundariesAmongThem() throws IOException, InterruptedException {
        try (TerminalProgram shell = start("iterm2", 80)) {
            shell.enter(":train moons --steps 2 --quiet");
            shell.awaitPrompt();
            for (String plot : List.of("boundary", "weights", "(x, y) -> x*y")) {
                int before = images(shell).size();
                shell.enter(":plot " + plot);
                shell.await("the image of " + plot, screen -> images(shell).size() > before);
                shell.awaitPrompt();
                byte[] png = Base64.getDecoder().decode(images(shell).get(before));
                assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth())
                        .isGreaterThan(1000);
            }
        }
    }

    private static List<String> images(TerminalProgram shell) {
        return Pattern.compile("\033]1337;File=[^:]*:([A-Za-z0-9+/=]*)\007")
                .matcher(shell.written())
                .results()
                .map(image -> image.group(1))
                .toList();
    }

    @Test
    void othersGetADrawingThatFits() throws IOException, InterruptedException {
        try (TerminalProgram shell = start("none", 40)) {
            shell.enter("var g = Value(2.0) * 3");
            shell.awaitPrompt();
            shell.enter(":graph g");
            shell.await("\u2551 g  6.0000   \u2551");
            shell.awaitPrompt();
            assertThat(shell.screen().lines()).allMatch(line -> line.length() <= 40);
        }
    }

    @Test
    void longDrawingSaysSoAndCanBeStopped() throws IOException, InterruptedException {
        try (TerminalProgram shell = start("none", 80)) {
            shell.enter(
                    "Value tangle(int n) { var random = new Random(1); var all = new ArrayList<>(List.of(Value(1)));"
                            + " for (int i = 1; i < n; i++) all.add(all.get(i - 1).mul(all.get(random.nextInt(i))));"
                            + " return all.get(n - 1); }");
            shell.awaitPrompt();
            shell.enter(":graph tangle(900) tangle.svg");
            shell.await("drawing for 1 s; Ctrl-C stops");
            shell.type("\003");
            shell.await("stopped");
            shell.awaitPrompt();
            assertThat(home.resolve("tangle.svg")).doesNotExist();
        }
    }

    private TerminalProgram start(String images, int columns) throws IOException, InterruptedException {
        TerminalProgram shell = TerminalProgram.start(home, columns, 40, Map.of("MICROGRADJ_IMAGES", images));
        shell.awaitPrompt();
        return shell;
    }
}
