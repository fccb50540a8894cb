package io.github.microgradj.viz.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void drawingsAreWhatTheProgramDraws() throws IOException {
        String gallery = Files.readString(GalleryMaker.GALLERY);
        assertThat(gallery).contains("in 80 columns").isEqualTo(GalleryMaker.drawnAnew(gallery));
    }

    /** Checks that each plot is shown with the command that makes it. */
    @Test
    void plotsAreMadeAsTheGallerySays() throws IOException {
        String gallery = Files.readString(GalleryMaker.GALLERY);
        List<String> commands = Files.readAllLines(Path.of("docs/plots.jsh")).stream()
                .filter(line -> line.contains("docs/pictures/"))
                .toList();
        assertThat(commands).hasSizeGreaterThan(10).allSatisfy(command -> assertThat(gallery)
                .contains("`" + command.replace("docs/pictures/", "") + "`")
                .contains("](" + command.substring(command.indexOf("pictures/")) + ")"));
    }

    @Test
    void picturesAreThereAndSmall() throws IOException {
        List<Path> pictures = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)")
                .matcher(Files.readString(GalleryMaker.GALLERY))
                .results()
                .map((MatchResult picture) -> Path.of("docs", picture.group(1)))
                .toList();
        assertThat(pictures).isNotEmpty().allSatisfy(picture -> assertThat(Files.size(picture))
                .isBetween(500L, 200_000L));
    }
}
