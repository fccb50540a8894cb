package io.github.microgradj.editor;

import java.util.concurrent.Callable;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/**
 * The terminal's habit of showing each key at once, which is off while the shell has the terminal: what is typed while something
 * runs is shown when it is read, behind the prompt, and not in the middle of the output.
 */
final class Echo {
    private final Terminal terminal;
    /** How the terminal was when the shell started. */
    private final Attributes found;
    /** Whether another program has or had it since the last line was read. */
    private volatile boolean lent;

    private Echo(Terminal terminal) {
        this.terminal = terminal;
        this.found = terminal.getAttributes();
    }

    static Echo off(Terminal terminal) {
        Echo echo = new Echo(terminal);
        Attributes silent = new Attributes(echo.found);
        silent.setLocalFlag(LocalFlag.ECHO, false);
        terminal.setAttributes(silent);
        return echo;
    }

    /**
     * Shows that Ctrl-C was pressed, as the terminal would; not where something draws on the whole window. To a program that had
     * the terminal it has shown that itself, and the program may be gone when this is told.
     */
    void interrupt() {
        Attributes now = terminal.getAttributes();
        if (now.getLocalFlag(LocalFlag.ICANON)) {
            terminal.writer().print(lent ? "\r\n" : "^C");
            terminal.flush();
        }
    }

    /** Lets another program have the terminal as the shell found it. */
    <T> T lend(Callable<T> program) throws Exception {
        Attributes ours = terminal.getAttributes();
        terminal.setAttributes(found);
        lent = true;
        try {
            return program.call();
        } finally {
            terminal.setAttributes(ours);
        }
    }

    /** From here on it is the shell's alone: a line has been read. */
    void reclaim() {
        lent = false;
    }
}
