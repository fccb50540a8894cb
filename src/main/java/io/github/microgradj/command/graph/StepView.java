package io.github.microgradj.command.graph;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.editor.StepKeys;
import io.github.microgradj.editor.Window;
import io.github.microgradj.output.Frames;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.graph.BackwardWalk;
import java.util.ArrayList;
import java.util.List;

/**
 * A view that shows a backward pass step by step. In a window, the user moves between the steps with keys. Elsewhere,
 * the view prints all steps as lines.
 */
final class StepView {
    /** The minimum number of rows for the graph; with fewer, only the text is shown. */
    private static final int LEAST_ROWS = 3;

    private static final String KEYS = "right: next   left: back   q: end";

    private final BackwardWalk walk;
    private final String name;
    private final Printer printer;

    StepView(BackwardWalk walk, String name, CommandContext context) {
        this.walk = walk;
        this.name = name;
        this.printer = context.printer();
    }

    void show() {
        if (walk.isStale()) {
            printer.note("some data has changed since " + name + " was computed; repeat the computation first");
        }
        Window window = printer.window().orElse(null);
        if (window == null || window.isDumb()) {
            printer.page(lines());
        } else {
            follow(window);
        }
    }

    private String lines() {
        List<String> lines = new ArrayList<>();
        for (int stop = 0; stop < walk.size(); stop++) {
            lines.add(heading(stop));
            walk.lines(stop).forEach(line -> lines.add("    " + TextWidth.visible(line)));
        }
        return String.join("\n", lines);
    }

    private String heading(int stop) {
        return "step " + (stop + 1) + " of " + walk.size() + ": " + TextWidth.visible(walk.title(stop));
    }

    private void follow(Window window) {
        Frames frames = new Frames(printer);
        int stop = 0;
        try (StepKeys keys = window.stepKeys()) {
            int columns = 0;
            int rows = 0;
            int shown = -1;
            while (true) {
                if (shown != stop || window.columns() != columns || window.rows() != rows) {
                    columns = Math.max(1, window.columns());
                    rows = window.rows();
                    frames.show(frame(stop, columns, rows), columns);
                    shown = stop;
                }
                StepKeys.StepKey key = keys.next().orElse(null);
                if (key == StepKeys.StepKey.QUIT) {
                    return;
                }
                stop = key == null ? stop : moved(stop, key);
            }
        }
    }

    private int moved(int stop, StepKeys.StepKey key) {
        int to =
                switch (key) {
                    case NEXT -> stop + 1;
                    case BACK -> stop - 1;
                    case FIRST -> 0;
                    case LAST, QUIT -> walk.size() - 1;
                };
        return Math.max(0, Math.min(walk.size() - 1, to));
    }

    /** Returns the rows to show. There are fewer of them than the window has, because the cursor is below them. */
    private List<String> frame(int stop, int columns, int rows) {
        List<String> text = new ArrayList<>();
        for (String line : walk.lines(stop)) {
            text.addAll(TextWidth.wrapped(TextWidth.visible(line), columns - 1)
                    .lines()
                    .toList());
        }
        int room = Math.max(1, rows - 3);
        List<String> explained = text.subList(0, Math.min(text.size(), room));
        List<String> frame = new ArrayList<>();
        frame.add(printer.styled(Style.BOLD, TextWidth.cut(heading(stop), columns - 1)));
        if (room - explained.size() >= LEAST_ROWS) {
            frame.addAll(walk.picture(stop, columns - 1, room - explained.size(), printer.colours(), true));
        }
        explained.forEach(line -> frame.add(printer.styled(Style.NAME, line)));
        frame.add(printer.styled(Style.DIM, TextWidth.cut(KEYS, columns - 1)));
        return frame;
    }
}
