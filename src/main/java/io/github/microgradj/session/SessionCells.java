package io.github.microgradj.session;

import io.github.microgradj.language.infix.Assignment;
import io.github.microgradj.notebook.CellRecorder;
import io.github.microgradj.notebook.Notebook;
import io.github.microgradj.notebook.Notebook.CellKind;
import io.github.microgradj.notebook.Notebook.NotebookCell;
import io.github.microgradj.session.SessionLog.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The cells of a session's notebook: one for each input, with what the input printed and showed. */
final class SessionCells {
    /** A cell's text, and the parts of it that ran. */
    private static final class Begun {
        final String text;
        final List<LogEntry> entries = new ArrayList<>();
        CellRecorder.Recording recording = List::of;
        boolean failed;

        Begun(String text) {
            this.text = text;
        }
    }

    private final CellRecorder recorder;
    private final List<Begun> cells = new ArrayList<>();
    private Begun current = new Begun("");
    private int mark;

    SessionCells(CellRecorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Begins a cell.
     *
     * @param text the input, which becomes the text of the cell if all of it runs; may be empty
     */
    void begin(String text) {
        end();
        current = new Begun(text);
    }

    private void end() {
        CellRecorder.Recording recording = recorder.take();
        if (!current.entries.isEmpty()) {
            current.recording = recording;
            cells.add(current);
        }
    }

    /**
     * Begins a unit of the cell.
     *
     * @param ownCell whether it becomes a cell of its own
     */
    void beginUnit(boolean ownCell) {
        if (ownCell) {
            begin("");
        }
        recorder.goOn();
        mark = recorder.mark();
    }

    /** Ends a unit. Discards the recorded output of a unit that failed, and the recorded value of an assignment. */
    void endUnit(String text, boolean succeeded) {
        if (recorder.hasValue() && Assignment.target(text).isPresent()) {
            recorder.goOn();
        }
        if (!succeeded) {
            current.failed = true;
            recorder.rollback(mark);
        }
    }

    /** Ends an input that runs as a whole. If it failed, the cell has only the statements that ran. */
    void endWhole(boolean succeeded) {
        current.failed |= !succeeded;
    }

    /** Adds an executed snippet or command to the cell. */
    void add(LogEntry entry) {
        current.entries.add(entry);
    }

    /** Forgets all cells. */
    void forget() {
        recorder.take();
        cells.clear();
        current = new Begun("");
    }

    /**
     * Returns the notebook.
     *
     * @param kept returns whether an entry belongs in the notebook
     * @param code returns the code of an entry
     */
    Notebook notebook(Predicate<LogEntry> kept, Function<LogEntry, String> code) {
        current.failed = true; // Only the lines before :save have run.
        begin("");
        List<NotebookCell> all = new ArrayList<>();
        for (Begun cell : cells) {
            List<LogEntry> entries = cell.entries.stream().filter(kept).toList();
            if (!entries.isEmpty()) {
                all.add(new NotebookCell(CellKind.CODE, source(cell, entries, code), cell.recording.outputs()));
            }
        }
        return new Notebook("java", all);
    }

    /** Returns the input as typed or, if a part of it did not run or must change, the code of the parts that ran. */
    private static String source(Begun cell, List<LogEntry> entries, Function<LogEntry, String> code) {
        boolean whole = !cell.failed
                && !cell.text.isBlank()
                && entries.size() == cell.entries.size()
                && entries.stream().allMatch(entry -> code.apply(entry).equals(entry.text()));
        return whole
                ? cell.text.strip()
                : entries.stream()
                        .map(code)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"))
                        .strip();
    }
}
