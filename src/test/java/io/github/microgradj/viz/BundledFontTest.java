package io.github.microgradj.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BundledFontTest {
    @Test
    void vizJsIsToldTheWidthsOfTheFont() throws IOException {
        String script =
                new String(BundledFont.class.getResourceAsStream("draw.js").readAllBytes(), StandardCharsets.UTF_8);
        List<Integer> told = Pattern.compile("(?m)\\d+(?=,|$)")
                .matcher(script.substring(script.indexOf("\n[\n"), script.indexOf("\n]")))
                .results()
                .map(width -> Integer.valueOf(width.group()))
                .toList();
        assertThat(BundledFont.sized(1).getFamily()).isEqualTo(BundledFont.NAME);
        assertThat(told)
                .isEqualTo(IntStream.rangeClosed(' ', '~')
                        .mapToObj(c -> width((char) c))
                        .toList());
    }

    private static Integer width(char c) {
        Font font = BundledFont.sized(2048);
        FontRenderContext context = new FontRenderContext(null, true, true);
        return Math.round(font.createGlyphVector(context, new char[] {c})
                .getGlyphMetrics(0)
                .getAdvanceX());
    }
}
