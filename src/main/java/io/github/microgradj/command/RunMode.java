package io.github.microgradj.command;

/** How a text is run. */
public enum RunMode {
    /** Typed or pasted: values are echoed, and the text goes on after an error. */
    INTERACTIVE,
    /** A script: nothing is echoed, and the first error ends it. */
    SCRIPT,
    /** A one-liner: values of expressions are printed plainly, and the first error ends it. */
    ONE_LINER
}
