package io.github.microgradj.editor;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** The terminal in which the program was started. */
final class SystemTerminal {
    private static final Size DEFAULT_SIZE = new Size(80, 24);

    private SystemTerminal() {}

    /**
     * Opens the terminal.
     *
     * @param type the value of TERM, if it is set; an unknown terminal is treated as xterm
     */
    static Terminal open(@Nullable String type) throws IOException {
        LibraryLogs.silence();
        if (type != null) {
            InfoCmp.setDefaultInfoCmp(type, () -> InfoCmp.getDefaultInfoCmp("xterm-256color"));
        }
        Terminal terminal = build();
        if (terminal instanceof DumbTerminal) { // A dumb terminal has no signals, so Ctrl-C would end the JVM.
            Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
        } else {
            giveSize(terminal);
        }
        return terminal;
    }

    /**
     * Sets the size to the usual 80x24 if the terminal reports none, as on a serial line. JLine needs a size to draw.
     */
    private static void giveSize(Terminal terminal) {
        Size size = terminal.getSize();
        if (size.getColumns() == 0 || size.getRows() == 0) {
            terminal.setSize(DEFAULT_SIZE);
        }
    }

    /**
     * Builds the terminal with JNI, which works with every JDK and starts fastest. Uses JLine's other providers only if
     * JLine has no JNI library for the platform.
     */
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
