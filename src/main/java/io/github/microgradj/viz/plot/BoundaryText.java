package io.github.microgradj.viz.plot;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A decision boundary in the characters of a terminal. */
public final class BoundaryText {
    private static final String FIELDS = ". :-=+~'";
    private static final String POINTS = "ox*#@%&$";
    private static final char UPPER_HALF = '\u2580';
    private static final char FULL_BLOCK = '\u2588';
    private static final String WHITE = "97";
    private static final int LONGEST_NAME = 16;

    private final Dataset data;
    private final ColorLevel colors;

    /** Creates a renderer of boundaries between the classes of the given data set. */
    public BoundaryText(Dataset data, ColorLevel colors) {
        this.data = data;
        this.colors = colors;
    }

    List<String> lines(Function<double[][], int[]> classesOf, int columns, int rows) {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "a terminal picture must have at least 1 column and 1 row, got " + columns + " and " + rows);
        }
        return lines(ClassGrid.of(data, classesOf, columns, rows * cellsInLine()));
    }

    /** Returns the number of vertically adjacent grid cells that a character shows. */
    public int cellsInLine() {
        return colors.hasShades() ? 2 : 1;
    }

    /** Returns the lines that show a grid, with one character for each column. */
    public List<String> lines(ClassGrid field) {
        int[] samples = samples(field);
        return IntStream.range(0, field.rows() / cellsInLine())
                .mapToObj(row -> colors.hasShades() ? halfBlocks(field, samples, row) : symbols(field, samples, row))
                .toList();
    }

    /** Returns the class of the last sample in each cell, or -1 if there is no sample in it. */
    private int[] samples(ClassGrid field) {
        int[] samples = new int[field.classes().length];
        Arrays.fill(samples, -1);
        for (int i = 0; i < data.size(); i++) {
            samples[field.cellOf(data.inputs()[i])] = data.labels()[i];
        }
        return samples;
    }

    /**
     * Returns a line in which each character shows one cell. A cell that contains a sample shows a symbol for the class
     * of the sample. Any other cell is blank or, without colours, shows a symbol for its own class.
     */
    private String symbols(ClassGrid field, int[] samples, int row) {
        StyledLine line = new StyledLine();
        for (int i = row * field.columns(); i < (row + 1) * field.columns(); i++) {
            int label = field.classes()[i];
            char blank = colors == ColorLevel.NONE ? symbol(FIELDS, label) : ' ';
            line.append(onField(label), samples[i] >= 0 ? symbol(POINTS, samples[i]) : blank);
        }
        return line.end();
    }

    private String onField(int label) {
        return colors == ColorLevel.NONE ? "" : WHITE + ";" + colors.select(TerminalColor.field(label), true);
    }

    private static char symbol(String symbols, int label) {
        return symbols.charAt(label % symbols.length());
    }

    /**
     * Returns a line in which each character shows two cells: the text colour shows the upper one, and the background
     * the lower one.
     */
    private String halfBlocks(ClassGrid field, int[] samples, int row) {
        StyledLine line = new StyledLine();
        int start = 2 * row * field.columns();
        int upper = 0;
        int lower = 0;
        String style = "";
        for (int i = start; i < start + field.columns(); i++) {
            int above = look(field, samples, i);
            int below = look(field, samples, i + field.columns());
            if (style.isEmpty() || above != upper || below != lower) { // Most neighbours look the same.
                style = colors.select(swatch(above), false) + ";" + colors.select(swatch(below), true);
                upper = above;
                lower = below;
            }
            line.append(style, UPPER_HALF);
        }
        return line.end();
    }

    /** Returns the class of a cell or, as a negative number, the class of the sample in it. */
    private static int look(ClassGrid field, int[] samples, int cell) {
        return samples[cell] >= 0 ? -1 - samples[cell] : field.classes()[cell];
    }

    private static TerminalColor swatch(int look) {
        return look < 0 ? TerminalColor.point(-1 - look) : TerminalColor.field(look);
    }

    String legend() {
        return IntStream.range(0, data.classes())
                .mapToObj(label -> mark(label) + " " + data.classNames().get(label))
                .collect(Collectors.joining("   "));
    }

    /**
     * Returns the legend within the given number of columns. Long names are truncated, and classes that do not fit are
     * left out.
     */
    public String legend(int columns) {
        StringBuilder legend = new StringBuilder();
        int used = 0;
        for (int label = 0; label < data.classes(); label++) {
            String name = TextWidth.line(data.classNames().get(label), LONGEST_NAME);
            int width = (label == 0 ? 0 : 3) + 2 + TextWidth.of(name);
            if (used + width > columns) {
                break;
            }
            legend.append(label == 0 ? "" : "   ")
                    .append(mark(label))
                    .append(' ')
                    .append(name);
            used += width;
        }
        return legend.toString();
    }

    private String mark(int label) {
        StyledLine line = new StyledLine();
        if (colors.hasShades()) {
            line.append(colors.select(TerminalColor.point(label), false), FULL_BLOCK);
        } else {
            line.append(onField(label), symbol(POINTS, label));
        }
        return line.end();
    }
}
