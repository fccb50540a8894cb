package io.github.microgradj.command;

/** The way in which input is run. */
public enum RunMode {
    /** Typed or pasted: values are echoed, and the run continues after an error. */
    INTERACTIVE,
    /** A script: nothing is echoed, and the first error ends it. */
    SCRIPT,
    /** A one-liner: values of expressions are printed plainly, and the first error ends it. */
    ONE_LINER
}
