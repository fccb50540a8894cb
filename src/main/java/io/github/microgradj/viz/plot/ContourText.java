package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.plot.Contour.Arrow;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A contour plot in the characters of a terminal. It shows bands of colour if the terminal has Unicode and enough
 * colours. Otherwise, it shows contour lines in braille, or shades in ASCII.
 */
final class ContourText {
    private static final String ARROWS = "→↗↑↖←↙↓↘";
    private static final String ASCII_ARROWS = ">^<v";
    private static final String SHADES = ".,:;-=+*%#@";
    private static final char UPPER_HALF = '\u2580';
    private static final char LOWER_HALF = '\u2584';
    /** The number of columns between arrows. */
    private static final int ACROSS = 6;

    private static final int DOWN = 3;
    private static final String WHITE = "38;5;231";
    private static final String BLACK = "38;5;16";

    private final Contour plot;
    private final ColorLevel colors;
    private final boolean unicode;
    private final boolean banded;
    private final TextAxes axes;
    private final CellGrid cells;
    private final DotGrid dots;
    private final Surface surface;
    private final ContourLevels levels;

    ContourText(Contour plot, int columns, int rows, ColorLevel colors, boolean unicode) {
        this.plot = plot;
        this.colors = colors;
        this.unicode = unicode;
        this.banded = unicode && colors.hasShades();
        this.axes = new TextAxes(plot.x(), plot.y(), false, columns, rows, unicode);
        this.cells = new CellGrid(axes.columns(), axes.rows());
        this.dots = new DotGrid(axes.columns(), axes.rows(), unicode && !banded);
        this.surface = plot.surface(dots.width(), banded ? 2 * axes.rows() : dots.height());
        this.levels = ContourLevels.of(
                surface, unicode && !banded ? 8 : 11, plot.trail().isPresent());
    }

    List<String> lines() {
        List<TextAxes.Part> legend = new ArrayList<>();
        legend.add(heights());
        plot.trail()
                .ifPresentOrElse(
                        trail -> {
                            TrajectoryText text = new TrajectoryText(trail, axes, colors, unicode);
                            text.draw(cells, (row, column) -> banded ? inked(row, column) : text.style());
                            legend.add(text.legend(banded ? "" : text.style()));
                        },
                        () -> {
                            arrows();
                            legend.add(new TextAxes.Part(unicode ? "↗" : "^", 1, "gradient, uphill"));
                        });
        if (unicode && !banded) {
            IntStream.range(0, levels.heights().length).forEach(this::label);
        }
        if (surface.hasGaps()) {
            legend.add(new TextAxes.Part("blank:", 6, "not finite"));
        }
        return axes.around(plot.title(), cells, legend);
    }

    /** Draws the heights and returns their legend. */
    private TextAxes.Part heights() {
        if (banded) {
            bands();
            return scale(each(levels.bands(), band -> colored(levels.color(band), '█'), ""));
        }
        if (unicode) {
            contours();
            return new TextAxes.Part("⠒⠒", 2, "at " + each(levels.heights().length, levels::text, ", "));
        }
        shades();
        return scale(each(levels.bands(), band -> Character.toString(shade(band)), ""));
    }

    private static String each(int count, IntFunction<String> text, String between) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(between));
    }

    private TextAxes.Part scale(String mark) {
        String text = levels.text(0) + " to " + levels.text(levels.heights().length - 1);
        return new TextAxes.Part(mark, levels.bands(), text);
    }

    private String colored(TerminalColor swatch, int character) {
        StyledLine line = new StyledLine();
        line.append(colors.select(swatch, false), character);
        return line.end();
    }

    /**
     * Draws two cells in each character. The text colour shows the upper cell, and the background shows the lower one.
     * If only one of them has a band, the text colour shows that cell.
     */
    private void bands() {
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                int upper = levels.band(surface.at(column, 2 * row));
                int lower = levels.band(surface.at(column, 2 * row + 1));
                if (upper >= 0 && lower >= 0) {
                    cells.put(row, column, UPPER_HALF, fore(upper) + ";" + back(lower));
                } else if (upper >= 0 || lower >= 0) {
                    cells.put(row, column, upper >= 0 ? UPPER_HALF : LOWER_HALF, fore(Math.max(upper, lower)));
                }
            }
        }
    }

    private String fore(int band) {
        return colors.select(levels.color(band), false);
    }

    private String back(int band) {
        return colors.select(levels.color(band), true);
    }

    /** Draws the lines between bands. */
    private void contours() {
        for (int y = 0; y < surface.rows(); y++) {
            for (int x = 0; x < surface.columns(); x++) {
                int band = levels.band(surface.at(x, y));
                int right = levels.band(surface.at(Math.min(x + 1, surface.columns() - 1), y));
                int below = levels.band(surface.at(x, Math.min(y + 1, surface.rows() - 1)));
                if (Math.min(band, Math.min(right, below)) >= 0 && (band != right || band != below)) {
                    dots.dot(x, y, Math.max(band, Math.max(right, below)) - 1);
                }
            }
        }
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                if (!dots.isBlank(row, column)) {
                    cells.put(row, column, dots.braille(row, column), fore(dots.owner(row, column)));
                }
            }
        }
    }

    /** Writes the level of a contour line onto the line, as close to the horizontal centre as possible. */
    private void label(int level) {
        String text = levels.text(level);
        int best = -1;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < cells.rows() * cells.columns(); i++) {
            int row = i / cells.columns();
            int start = i % cells.columns() - text.length() / 2;
            double distance = Math.abs(i % cells.columns() - 0.5 * cells.columns());
            if (distance < nearest
                    && dots.owner(row, i % cells.columns()) == level
                    && !dots.isBlank(row, i % cells.columns())
                    && hasRoom(row, start, text.length())) {
                best = row * cells.columns() + start;
                nearest = distance;
            }
        }
        for (int i = 0; best >= 0 && i < text.length(); i++) {
            cells.put(best / cells.columns(), best % cells.columns() + i, text.charAt(i), "");
        }
    }

    /**
     * Returns whether a range of cells and the cells next to it contain nothing but lines or blanks and will not get an
     * arrow.
     */
    private boolean hasRoom(int row, int start, int length) {
        if (start < 1 || start + length >= cells.columns() || Contour.isArrowRow(row, cells.rows(), DOWN)) {
            return false;
        }
        return IntStream.range(start - 1, start + length + 1)
                .map(column -> cells.character(row, column))
                .allMatch(c -> c == 0 || c >= DotGrid.BRAILLE);
    }

    private void shades() {
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                int band = levels.band(surface.at(column, row));
                if (band >= 0) {
                    cells.put(row, column, shade(band), "");
                }
            }
        }
    }

    private char shade(int band) {
        return SHADES.charAt(levels.bands() == 1 ? 0 : band * (SHADES.length() - 1) / (levels.bands() - 1));
    }

    private void arrows() {
        List<Arrow> arrows = plot.arrows(cells.columns(), cells.rows(), ACROSS, DOWN);
        double steepest = arrows.stream()
                .mapToDouble(arrow -> Math.hypot(arrow.dx(), arrow.dy()))
                .max()
                .orElse(0);
        for (Arrow arrow : arrows) {
            int row = arrow.row();
            int column = arrow.column();
            boolean flat = Math.hypot(arrow.dx(), arrow.dy()) <= 1e-9 * steepest;
            cells.put(row, column, flat ? (unicode ? '·' : 'o') : arrow(arrow), banded ? inked(row, column) : "");
            if (!banded) {
                // Arrows need space around them to be visible among the lines or shades.
                cells.put(row, Math.max(0, column - 1), ' ', "");
                cells.put(row, Math.min(cells.columns() - 1, column + 1), ' ', "");
            }
        }
    }

    private char arrow(Arrow arrow) {
        String arrows = unicode ? ARROWS : ASCII_ARROWS;
        double turns = Math.atan2(arrow.dy(), arrow.dx()) / (2 * Math.PI);
        return arrows.charAt((int) Math.floorMod(Math.round(turns * arrows.length()), (long) arrows.length()));
    }

    /** Returns a style that is readable on the band of a character. */
    private String inked(int row, int column) {
        int band = Math.max(levels.band(surface.at(column, 2 * row)), levels.band(surface.at(column, 2 * row + 1)));
        return band < 0 ? "" : (levels.isDark(band) ? WHITE : BLACK) + ";" + back(band);
    }
}
