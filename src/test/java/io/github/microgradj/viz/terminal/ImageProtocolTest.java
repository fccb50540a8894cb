package io.github.microgradj.viz.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of image protocols: the output is decoded as the documents of the protocols specify. */
class ImageProtocolTest {
    @ParameterizedTest
    @CsvSource({
        "TERM=xterm-kitty, KITTY",
        "TERM=xterm-256color KITTY_WINDOW_ID=1, KITTY",
        "TERM=xterm-ghostty, KITTY",
        "TERM=xterm-256color KONSOLE_VERSION=230804, KITTY",
        "TERM=xterm-256color TERM_PROGRAM=iTerm.app, ITERM2",
        "TERM=xterm-256color TERM_PROGRAM=WezTerm, ITERM2",
        "TERM=xterm-256color LC_TERMINAL=iTerm2, ITERM2",
        "TERM=foot-extra, SIXEL",
        "TERM=mlterm, SIXEL",
        "TERM=xterm-256color, none",
        "TERM=dumb, none",
        "'', none",
        "TERM=tmux-256color KITTY_WINDOW_ID=1, none",
        "TERM=xterm-kitty TMUX=/tmp/tmux-0, none",
        "TERM=xterm-kitty MICROGRADJ_IMAGES=none, none",
        "TERM=xterm MICROGRADJ_IMAGES=sixel, SIXEL"
    })
    void isKnownByTheEnvironment(String environment, String expected) {
        Map<String, String> variables = new java.util.HashMap<>();
        for (String setting : environment.split(" ", -1)) {
            variables.put(setting.replaceFirst("=.*", ""), setting.replaceFirst("^[^=]*=?", ""));
        }
        assertThat(ImageProtocol.of(variables).map(Enum::name).orElse("none")).isEqualTo(expected);
    }

    /**
     * Expects sequences ESC _ G keys ; data ESC \. Each has at most 4096 characters of data. All but the last have a
     * multiple of four characters, and m=1.
     */
    @ParameterizedTest
    @ValueSource(ints = {4, 120, 700})
    void kittyGetsThePngInChunks(int size) throws IOException {
        byte[] png = png(noise(size, size));
        Matcher chunks =
                Pattern.compile("\033_G([^;]*);([^\033]*)\033\\\\").matcher(ImageProtocol.KITTY.encode(png, 20));
        StringBuilder data = new StringBuilder();
        boolean more = true;
        int end = 0;
        for (int i = 0; chunks.find(); i++) {
            assertThat(more).isTrue();
            assertThat(chunks.start()).isEqualTo(end);
            end = chunks.end();
            more = chunks.group(1).endsWith("m=1");
            assertThat(chunks.group(1)).matches(i == 0 ? "a=T,f=100,q=2,c=\\d+,m=[01]" : "q=2,m=[01]");
            assertThat(chunks.group(2)).hasSizeLessThanOrEqualTo(4096);
            assertThat(more ? chunks.group(2).length() % 4 : 0).isZero();
            data.append(chunks.group(2));
        }
        assertThat(more).isFalse();
        assertThat(Base64.getDecoder().decode(data.toString())).isEqualTo(png);
        assertThat(end).isEqualTo(ImageProtocol.KITTY.encode(png, 20).length());
    }

    /** Expects ESC ] 1337 ; File = key=value;... : base64 BEL. */
    @Test
    void iterm2GetsThePngWithItsSize() throws IOException {
        byte[] png = png(noise(360, 90));
        Matcher file = Pattern.compile("\033]1337;File=([^:]*):([A-Za-z0-9+/=]*)\007")
                .matcher(ImageProtocol.ITERM2.encode(png, 80));
        assertThat(file.matches()).isTrue();
        assertThat(file.group(1).split(";", -1))
                .containsExactlyInAnyOrder("inline=1", "size=" + png.length, "width=20", "preserveAspectRatio=1");
        assertThat(Base64.getDecoder().decode(file.group(2))).isEqualTo(png);
    }

    @Test
    void wideImagesAreShrunkToTheTerminal() throws IOException {
        byte[] png = png(noise(3600, 10));
        assertThat(ImageProtocol.KITTY.encode(png, 79)).contains(",c=79,");
        assertThat(ImageProtocol.ITERM2.encode(png, 79)).contains(";width=79;");
        assertThat(SixelReader.read(ImageProtocol.SIXEL.encode(png, 79)).getWidth())
                .isEqualTo(79 * 9);
    }

    @Test
    void sixelsOfFewColoursAreTheImageItself() {
        BufferedImage image = new BufferedImage(37, 20, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        Color[] colors = {Color.WHITE, Color.BLACK, new Color(0, 102, 204), new Color(255, 51, 153)};
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colors[x < 20 ? 0 : random.nextInt(4)].getRGB());
            }
        }
        assertSame(SixelReader.read(Sixel.encode(image)), image, 0);
    }

    @Test
    void sixelsOfManyColoursAreNearlyTheImage() {
        BufferedImage image = new BufferedImage(120, 45, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.ORANGE, 120, 45, Color.BLUE));
        g.fillRect(0, 0, 120, 45);
        g.dispose();
        assertSame(SixelReader.read(Sixel.encode(image)), image, 20);
        BufferedImage noise = noise(64, 64);
        assertSame(SixelReader.read(Sixel.encode(noise)), noise, 64);
    }

    private static void assertSame(BufferedImage actual, BufferedImage expected, int tolerance) {
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int difference = (actual.getRGB(x, y) >> shift & 255) - (expected.getRGB(x, y) >> shift & 255);
                    assertThat(Math.abs(difference))
                            .as("channel %d at %d, %d", shift, x, y)
                            .isLessThanOrEqualTo(tolerance);
                }
            }
        }
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
