package io.github.microgradj.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.output.Theme.Hue;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    /** Checks common backgrounds: black, One Dark, white and Solarized. */
    @ParameterizedTest
    @CsvSource({"DARK, 000000", "DARK, 282C34", "LIGHT, FFFFFF", "LIGHT, FDF6E3"})
    void isReadable(Theme theme, String background) {
        for (Hue hue : Hue.values()) {
            TerminalColor swatch = theme.swatch(hue);
            assertThat(contrast(swatch.rgb(), Integer.parseInt(background, 16)))
                    .as("%s in 24 bits", hue)
                    .isGreaterThan(4.5);
            assertThat(contrast(xterm(swatch.xterm()), Integer.parseInt(background, 16)))
                    .as("%s of 256", hue)
                    .isGreaterThan(4.3);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"DARK", "LIGHT"})
    void aPlaceAmong256IsNearTheColour(Theme theme) {
        for (Hue hue : Hue.values()) {
            TerminalColor swatch = theme.swatch(hue);
            TerminalColor near = new TerminalColor(xterm(swatch.xterm()), swatch.xterm(), swatch.ansi());
            assertThat(Math.abs(near.red() - swatch.red())
                            + Math.abs(near.green() - swatch.green())
                            + Math.abs(near.blue() - swatch.blue()))
                    .as("%s", hue)
                    .isLessThan(130);
        }
    }

    @Test
    void everyLevelHasItsOwnEscapeSequence() {
        assertThat(styled(ColorLevel.TRUECOLOR, "dark")).isEqualTo("\033[1;38;2;255;127;80mx\033[0m");
        assertThat(styled(ColorLevel.ANSI_256, "light")).isEqualTo("\033[1;38;5;124mx\033[0m");
        assertThat(styled(ColorLevel.ANSI_16, "auto")).isEqualTo("\033[1;31mx\033[0m");
        assertThat(styled(ColorLevel.NONE, "dark")).isEqualTo("x");
        assertThat(styled(ColorLevel.TRUECOLOR, "none")).isEqualTo("x");
    }

    private static String styled(ColorLevel colours, String theme) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true);
        Printer printer = new Printer(nowhere, nowhere, true, colours, Theme.LIGHT);
        printer.setTheme(theme);
        return printer.styled(Style.ERROR, "x");
    }

    @ParameterizedTest
    @CsvSource({"0;15, LIGHT", "15;0, DARK", "0;default;15, LIGHT", "'', DARK", "15;default, DARK", "12;8, DARK"})
    void theTerminalMayTellItsBackground(String colours, Theme theme) {
        assertThat(Theme.detected(Map.of("COLORFGBG", colours))).isEqualTo(theme);
        assertThat(Theme.detected(Map.of())).isEqualTo(Theme.DARK);
    }

    /** Returns the contrast ratio according to the Web Content Accessibility Guidelines, from 1 to 21. */
    private static double contrast(int one, int other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int rgb) {
        double[] weights = {0.0722, 0.7152, 0.2126};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear(((rgb >> (8 * i)) & 255) / 255.0))
                .sum();
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int xterm(int place) {
        int[] levels = {0, 95, 135, 175, 215, 255};
        int cube = place - 16;
        return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6];
    }
}
