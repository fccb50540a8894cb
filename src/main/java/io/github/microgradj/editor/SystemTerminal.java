package io.github.microgradj.editor;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** The terminal the program was started in. */
final class SystemTerminal {
    private static final Size DEFAULT_SIZE = new Size(80, 24);

    private SystemTerminal() {}

    /** @param type the value of TERM, if it is set; a terminal that nothing is known of counts as one like xterm */
    static Terminal open(@Nullable String type) throws IOException {
        LibraryLogs.silence();
        if (type != null) {
            InfoCmp.setDefaultInfoCmp(type, () -> InfoCmp.getDefaultInfoCmp("xterm-256color"));
        }
        Terminal terminal = build();
        if (terminal instanceof DumbTerminal) { // which has no signals of its own, so that Ctrl-C would end the JVM
            Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
        } else {
            giveSize(terminal);
        }
        return terminal;
    }

    /** A serial line, for one, has no size of its own, and JLine has no room to draw in; programs then assume 80x24. */
    private static void giveSize(Terminal terminal) {
        Size size = terminal.getSize();
        if (size.getColumns() == 0 || size.getRows() == 0) {
            terminal.setSize(DEFAULT_SIZE);
        }
    }

    /** JNI is there on every JDK and starts soonest; only where JLine lacks it for the platform are the others asked. */
    private static Terminal build() throws IOException {
        try {
            return TerminalBuilder.builder()
                    .system(true)
                    .provider("jni")
                    .dumb(false)
                    .build();
        } catch (IllegalStateException e) {
            return TerminalBuilder.builder().system(true).build();
        }
    }
}
