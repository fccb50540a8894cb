package io.github.microgradj.editor;

import java.util.concurrent.Callable;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/**
 * The terminal's echo of typed keys. It is off while the shell uses the terminal. Keys that the user types while code
 * is running are not mixed with its output; they appear after the next prompt, when they are read.
 */
final class Echo {
    private final Terminal terminal;
    /** The terminal attributes that were in effect when the shell started. */
    private final Attributes found;
    /** Whether another program has used the terminal since the last line was read. */
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
     * Prints {@code ^C} after Ctrl-C, as the terminal itself would, unless a full-screen program is running. If another
     * program was using the terminal, only ends the line, because the terminal has already printed {@code ^C}.
     */
    void interrupt() {
        Attributes now = terminal.getAttributes();
        if (now.getLocalFlag(LocalFlag.ICANON)) {
            terminal.writer().print(lent ? "\r\n" : "^C");
            terminal.flush();
        }
    }

    /**
     * Lends the terminal to another program, with the terminal attributes that were in effect when the shell started.
     */
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

    /** Records that the shell is using the terminal again. Called when a line has been read. */
    void reclaim() {
        lent = false;
    }
}
