package io.github.microgradj.editor;

import java.util.concurrent.Callable;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/**
 * The terminal's echo of keys, which is off while the shell uses the terminal. Keys that are typed while something runs
 * are shown when they are read, after the prompt, rather than in the middle of the output.
 */
final class Echo {
    private final Terminal terminal;
    /** The attributes of the terminal when the shell started. */
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
     * Shows that Ctrl-C was pressed, as the terminal would, unless something draws on the whole window. If another
     * program was using the terminal, the terminal has already shown it, even if that program ended before this call.
     */
    void interrupt() {
        Attributes now = terminal.getAttributes();
        if (now.getLocalFlag(LocalFlag.ICANON)) {
            terminal.writer().print(lent ? "\r\n" : "^C");
            terminal.flush();
        }
    }

    /** Lets another program use the terminal in the state in which the shell found it. */
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

    /** Takes the terminal back, because a line has been read. */
    void reclaim() {
        lent = false;
    }
}
