package io.github.microgradj.viz.plot;

/** A grid of dots. Each character contains eight dots in braille, and one dot otherwise. */
final class DotGrid {
    /** The first of the 256 braille characters. */
    static final int BRAILLE = 0x2800;
    /** The bits of a braille character, for four rows of two dots. */
    private static final int[] BITS = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};

    private static final int DASH = 3;

    private final boolean braille;
    private final int columns;
    private final int rows;
    private final int[][] bits;
    private final int[][] owners;

    DotGrid(int columns, int rows, boolean braille) {
        this.braille = braille;
        this.columns = columns;
        this.rows = rows;
        this.bits = new int[rows][columns];
        this.owners = new int[rows][columns];
    }

    /** Returns the number of dots from left to right. */
    int width() {
        return columns * (braille ? 2 : 1);
    }

    /** Returns the number of dots from top to bottom. */
    int height() {
        return rows * (braille ? 4 : 1);
    }

    /** Sets a dot if it is in view. A character belongs to the owner of the last dot that was set in it. */
    void dot(int x, int y, int owner) {
        int across = braille ? 2 : 1;
        int down = braille ? 4 : 1;
        if (x >= 0 && x < width() && y >= 0 && y < height()) {
            bits[y / down][x / across] |= BITS[y % down * 2 + x % across];
            owners[y / down][x / across] = owner;
        }
    }

    /**
     * Draws a straight line between two positions. Coordinates run from 0 to 1, from left to right and from top to
     * bottom.
     */
    void line(double x0, double y0, double x1, double y1, int owner, boolean dashed) {
        double left = x0 * (width() - 1);
        double top = y0 * (height() - 1);
        double across = (x1 - x0) * (width() - 1);
        double down = (y1 - y0) * (height() - 1);
        int steps = (int) Math.ceil(Math.max(1, Math.max(Math.abs(across), Math.abs(down))));
        for (int i = 0; i <= steps; i++) {
            int x = (int) Math.round(left + across * i / steps);
            int y = (int) Math.round(top + down * i / steps);
            if (!(dashed && braille && x / DASH % 2 == 1)) {
                dot(x, y, owner);
            }
        }
    }

    boolean isBlank(int row, int column) {
        return bits[row][column] == 0;
    }

    int owner(int row, int column) {
        return owners[row][column];
    }

    /** Returns the braille character of a cell. */
    int braille(int row, int column) {
        return BRAILLE + bits[row][column];
    }
}
