package io.github.microgradj.notebook;

import java.util.List;
import java.util.Optional;

/**
 * A notebook.
 *
 * @param language the language of its code, in lower case, such as {@code python}
 */
public record Notebook(String language, List<NotebookCell> cells) {
    /** Copies the cells. */
    public Notebook {
        cells = List.copyOf(cells);
    }

    /** The kinds of cells. */
    public enum CellKind {
        CODE,
        MARKDOWN,
        RAW
    }

    /**
     * A cell.
     *
     * @param source its text, without trailing white space
     * @param outputs its outputs, in order; empty for a cell that was read from a file
     */
    public record NotebookCell(CellKind kind, String source, List<Output> outputs) {
        /** Copies the outputs. */
        public NotebookCell {
            outputs = List.copyOf(outputs);
        }

        /** Returns whether there is code to run. */
        public boolean hasCode() {
            return kind == CellKind.CODE && !source.isBlank();
        }
    }

    /**
     * An output of a cell.
     *
     * @param text the printed text or, for a value or a picture, its text form
     * @param isValue whether it is the value of the cell
     */
    public record Output(String text, boolean isValue, Optional<Image> image) {}

    /**
     * An image.
     *
     * @param mime its MIME type, {@code image/svg+xml} or {@code image/png}
     * @param data SVG as text, PNG in Base64
     */
    public record Image(String mime, String data) {}
}
