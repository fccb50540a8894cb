package io.github.microgradj.output;

import io.github.microgradj.text.TextWidth;
import java.util.List;

/**
 * An animation whose frames consist of lines of text. Each frame is drawn over the previous one. To avoid flicker, a
 * frame is written in one piece as a synchronized update, without unchanged lines. The cursor stays below the frame.
 */
public final class Frames {
    /** The escape sequences that begin a synchronized update and hide the cursor. */
    private static final String BEGIN = "\033[?2026h\033[?25l";

    private static final String END = "\033[?25h\033[?2026l";

    private final Printer printer;
    private List<String> shown = List.of();
    private int columns;

    /** Creates an animation. */
    public Frames(Printer printer) {
        this.printer = printer;
    }

    /** Shows a frame in a window that is {@code columns} wide. */
    public void show(List<String> lines, int columns) {
        boolean resized = columns != this.columns;
        StringBuilder frame = new StringBuilder(BEGIN).append('\r');
        int height = resized ? height(columns) : shown.size();
        if (height > 0) {
            frame.append("\033[").append(height).append('A');
        }
        if (resized) {
            frame.append("\033[J");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (resized || i >= shown.size() || !lines.get(i).equals(shown.get(i))) {
                frame.append(lines.get(i)).append("\033[K");
            }
            frame.append('\n');
        }
        printer.raw(frame.append("\033[J").append(END).toString());
        this.shown = lines;
        this.columns = columns;
    }

    /**
     * Returns the number of rows that the last frame occupies. A line that a narrower window has wrapped occupies
     * several rows.
     */
    private int height(int columns) {
        return shown.stream()
                .mapToInt(line -> 1 + Math.max(0, TextWidth.styled(line) - 1) / columns)
                .sum();
    }
}
