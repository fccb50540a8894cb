package io.github.microgradj.command;

import io.github.microgradj.editor.StepKeys;
import io.github.microgradj.editor.Window;
import io.github.microgradj.notebook.Notebook;
import io.github.microgradj.notebook.Notebook.CellKind;
import io.github.microgradj.notebook.Notebook.NotebookCell;
import io.github.microgradj.notebook.NotebookReader;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.text.TextWidth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run of a notebook's cells, in order. Cells without code are not counted. */
public final class NotebookRun {
    private final SessionControl session;
    private final Printer printer;
    private final Notebook notebook;
    private final String name;
    private final int cells;

    private NotebookRun(SessionControl session, Printer printer, Notebook notebook, String name) {
        this.session = session;
        this.printer = printer;
        this.notebook = notebook;
        this.name = name;
        this.cells =
                (int) notebook.cells().stream().filter(NotebookCell::hasCode).count();
    }

    /** Returns whether a file is a notebook, judging by its name. */
    public static boolean isNotebook(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".ipynb");
    }

    /**
     * Reads a notebook.
     *
     * @throws UserError if the file cannot be read, is not a notebook, or is in a language that the shell does not run
     */
    public static NotebookRun of(Path file, SessionControl session, Printer printer) throws UserError {
        Notebook notebook;
        try {
            notebook = NotebookReader.read(TextFile.read(file));
        } catch (IllegalArgumentException e) {
            throw new UserError(file + " is " + e.getMessage());
        }
        if (!notebook.language().equals("python") && !notebook.language().equals("java")) {
            throw new UserError(file + " is a notebook in " + TextWidth.visible(notebook.language())
                    + "; only notebooks in Python or Java can run");
        }
        return new NotebookRun(session, printer, notebook, file.toString());
    }

    /**
     * Runs all cells.
     *
     * @param keepGoing whether to continue after a cell that fails
     * @return a success, a stop, a quit, or a failure: the first failure or, with {@code keepGoing}, a summary of all
     *     failures
     */
    public Outcome run(boolean keepGoing) {
        List<Integer> failed = new ArrayList<>();
        int number = 0;
        for (NotebookCell cell : notebook.cells()) {
            if (!cell.hasCode()) {
                continue;
            }
            number++;
            String first = cell.source().strip().lines().findFirst().orElse("");
            heading("In [" + number + "]: ", TextWidth.visible(first));
            Outcome outcome = run(cell, number);
            if (outcome instanceof Outcome.Failure) {
                failed.add(number);
            }
            if (!(outcome instanceof Outcome.Success || (outcome instanceof Outcome.Failure && keepGoing))) {
                return outcome;
            }
        }
        if (cells == 0) {
            printer.note(name + " has no code");
        }
        return failed.isEmpty() ? Outcome.SUCCESS : new Outcome.Failure(failures(failed));
    }

    private String failures(List<Integer> failed) {
        return "of " + cells + " cells, " + failed.size() + " failed: "
                + failed.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Runs the cells one by one, and waits for Enter before each. Without a terminal, does not wait. */
    public Outcome step() {
        int number = 0;
        for (NotebookCell cell : notebook.cells()) {
            if (!cell.hasCode()) {
                if (cell.kind() == CellKind.MARKDOWN && !cell.source().isBlank()) {
                    printer.note(cell.source());
                }
                continue;
            }
            number++;
            heading("In [" + number + "] of " + cells + ":", "");
            printer.line(TextWidth.visible(cell.source()));
            if (!isWanted()) {
                printer.note(
                        number == cells
                                ? "cell " + number + " did not run"
                                : "cells " + number + " to " + cells + " did not run");
                return Outcome.SUCCESS;
            }
            Outcome outcome = run(cell, number);
            if (!(outcome instanceof Outcome.Success || outcome instanceof Outcome.Failure)) {
                return outcome;
            }
        }
        return Outcome.SUCCESS;
    }

    private void heading(String number, String text) {
        int room = printer.isTerminal() ? Math.max(0, printer.columns() - 1 - number.length()) : 80;
        printer.freshLine();
        printer.unrecorded(() -> printer.line(printer.styled(Style.NAME, number)
                + printer.styled(Style.DIM, TextWidth.cut(text, Math.max(3, room)))));
    }

    private Outcome run(NotebookCell cell, int number) {
        String place = name + " cell " + number;
        return notebook.language().equals("python")
                ? session.runCell(cell.source(), place)
                : session.run(cell.source(), place, RunMode.CELL);
    }

    /** Waits for a key that continues or quits. Returns whether the cell should run. */
    private boolean isWanted() {
        Window window = printer.window().orElse(null);
        if (window == null || window.isDumb()) {
            return true;
        }
        printer.raw(printer.styled(Style.DIM, "Enter runs it, q ends"));
        try (StepKeys keys = window.stepKeys()) {
            Optional<StepKeys.StepKey> key = Optional.empty();
            while (key.isEmpty() || key.get() == StepKeys.StepKey.BACK || key.get() == StepKeys.StepKey.FIRST) {
                key = keys.next();
            }
            return key.get() != StepKeys.StepKey.QUIT;
        } finally {
            printer.raw("\r\033[K");
        }
    }
}
