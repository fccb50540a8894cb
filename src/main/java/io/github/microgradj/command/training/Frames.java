package io.github.microgradj.command.training;

import io.github.microgradj.output.Printer;
import io.github.microgradj.text.TextWidth;
import java.util.List;

/**
 * Pictures of lines, each in the place of the one before. A picture is one write, which terminals that can show at once, and
 * lines that stay the same are not written again; so nothing flickers. The cursor is below the picture.
 */
final class Frames {
    /** Synchronized output, and no cursor while it lasts. */
    private static final String BEGIN = "\033[?2026h\033[?25l";

    private static final String END = "\033[?25h\033[?2026l";

    private final Printer printer;
    private List<String> shown = List.of();
    private int columns;

    Frames(Printer printer) {
        this.printer = printer;
    }

    /** Shows a picture in a window that is {@code columns} wide now. */
    void show(List<String> lines, int columns) {
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

    /** The lines that the last picture takes: terminals break those that a window has become too narrow for. */
    private int height(int columns) {
        return shown.stream()
                .mapToInt(line -> 1 + Math.max(0, TextWidth.styled(line) - 1) / columns)
                .sum();
    }
}
