package io.github.microgradj.command;

/** The way in which input is run. */
public enum RunMode {
    /** For input that is typed or pasted. Values are echoed, and the run continues after an error. */
    INTERACTIVE,
    /** For a script. Nothing is echoed, and the first error ends the run. */
    SCRIPT,
    /**
     * For a cell of a notebook. If the last piece is an expression, its value is printed plainly, and the first error
     * ends the run.
     */
    CELL,
    /** For a line of code. The values of expressions are printed plainly, and the first error ends the run. */
    ONE_LINER
}
