package io.github.microgradj.command.learning;

import java.io.PrintStream;

/** A redirection of what a lesson's code prints to standard output. */
final class OutputRedirect {
    private OutputRedirect() {}

    /** Runs an action whose standard output goes to the given stream. */
    static void run(PrintStream to, Runnable action) {
        PrintStream before = System.out;
        System.setOut(to);
        try {
            action.run();
        } finally {
            System.setOut(before);
        }
    }
}
