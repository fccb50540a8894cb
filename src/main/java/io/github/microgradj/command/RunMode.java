package io.github.microgradj.command;

/** How a text is treated. */
public enum RunMode {
    /** Typed or pasted: values are echoed, an error does not keep the rest from running. */
    INTERACTIVE,
    /** A script: nothing is echoed, the first error ends it. */
    SCRIPT,
    /** A one-liner: values of expressions are printed plainly, the first error ends it. */
    ONE_LINER
}
