package io.github.microgradj.shell.terminal;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal the program was started in. */
final class SystemTerminal {
    private SystemTerminal() {}

    /** JNI is there on every JDK and starts soonest; only where JLine lacks it for the platform are the others asked. */
    static Terminal open() throws IOException {
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
