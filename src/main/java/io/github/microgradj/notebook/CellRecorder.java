package io.github.microgradj.notebook;

import io.github.microgradj.notebook.Notebook.Output;
import io.github.microgradj.viz.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A recorder of the output of cells, for {@code :save}. Pictures are drawn only when they are saved. */
public final class CellRecorder {
    /** The maximum number of printed characters that are kept for one cell. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final Pattern ESCAPES = Pattern.compile("\033\\[[0-9;?]*[ -/]*[@-~]|\033[@-Z\\\\^_]");

    /** One output: printed text, a value, or a picture. */
    private record Shown(
            String text, boolean isValue, @Nullable Picture picture) {}

    private final List<Shown> shown = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int characters;

    /** Creates a recorder. */
    public CellRecorder() {}

    /** Records printed text. */
    public synchronized void print(String printed) {
        int room = MOST_CHARACTERS - characters;
        characters += printed.length();
        if (room > 0) {
            text.append(printed, 0, Math.min(room, printed.length()));
            if (printed.length() > room) {
                text.append("\n... (the rest is left out)\n");
            }
        }
    }

    /** Records a value that was shown as text. The value of a cell is the last one; earlier ones are left out. */
    public synchronized void value(String plain, @Nullable Object value) {
        endText();
        shown.removeIf(Shown::isValue);
        shown.add(new Shown(plain, true, value instanceof Picture picture ? picture : null));
    }

    /** Records a picture. */
    public synchronized void picture(Picture picture) {
        endText();
        shown.add(new Shown(picture.toString(), false, picture));
    }

    private void endText() {
        if (!text.isEmpty()) {
            shown.add(new Shown(ESCAPES.matcher(text).replaceAll(""), false, null));
            text.setLength(0);
        }
    }

    /** Returns whether a value has been shown. */
    public synchronized boolean hasValue() {
        return shown.stream().anyMatch(Shown::isValue);
    }

    /** Forgets the value shown so far, because the cell continues after it. */
    public synchronized void goOn() {
        shown.removeIf(Shown::isValue);
    }

    /** Returns a mark to pass to {@link #rollback}: the number of outputs recorded so far. */
    public synchronized int mark() {
        endText();
        return shown.size();
    }

    /** Forgets what was recorded after a mark. */
    public synchronized void rollback(int mark) {
        endText();
        shown.subList(Math.min(mark, shown.size()), shown.size()).clear();
    }

    /** Ends a cell and returns what it showed. */
    public synchronized Recording take() {
        endText();
        List<Shown> taken = List.copyOf(shown);
        shown.clear();
        characters = 0;
        return () -> taken.stream()
                .map(each -> new Output(
                        each.text(),
                        each.isValue(),
                        each.picture() == null ? Optional.empty() : CellImages.of(each.picture())))
                .toList();
    }

    /** The outputs of a cell, whose pictures are not drawn yet. */
    public interface Recording {
        /** Draws the pictures, and returns the outputs in order. */
        List<Output> outputs();
    }
}
