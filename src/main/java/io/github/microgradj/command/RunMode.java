package io.github.microgradj.command;

/** The ways to run input. */
public enum RunMode {
    /** Typed or pasted input: values are echoed, and the run continues after an error. */
    INTERACTIVE,
    /** A script: nothing is echoed, and the first error ends the run. */
    SCRIPT,
    /**
     * A cell of a notebook: the value is printed without decoration if the cell ends with an expression, and the first
     * error ends the run.
     */
    CELL,
    /** A line of code: the values of expressions are printed without decoration, and the first error ends the run. */
    ONE_LINER
}
