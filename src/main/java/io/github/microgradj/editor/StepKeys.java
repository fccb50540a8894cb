package io.github.microgradj.editor;

import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * A reader of the keys that move through steps. Until this object is closed, keys are not echoed, and Ctrl-C is an
 * ordinary key.
 */
public final class StepKeys implements AutoCloseable {
    /** The actions to which keys are bound. */
    public enum StepKey {
        NEXT,
        BACK,
        FIRST,
        LAST,
        QUIT
    }

    private static final String ESCAPE = "\033";
    /** How long to wait for a key before the caller checks the size of the window again. */
    private static final long LOOK_MILLIS = 100;
    /** How long to wait after an escape character, which may be the Escape key or the start of an arrow key. */
    private static final long ESCAPE_MILLIS = 100;

    private final Terminal terminal;
    private final Attributes before;
    private final BindingReader reader;
    private final KeyMap<StepKey> keys = new KeyMap<>();

    StepKeys(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
        Attributes raw = new Attributes(terminal.getAttributes());
        raw.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        reader = new BindingReader(terminal.reader());
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        bind(StepKey.NEXT, Capability.key_right, Capability.key_down, Capability.key_npage);
        bind(StepKey.BACK, Capability.key_left, Capability.key_up, Capability.key_ppage);
        bind(StepKey.FIRST, Capability.key_home);
        bind(StepKey.LAST, Capability.key_end);
        keys.bind(StepKey.NEXT, "\r", "\n", " ", "\033[C", "\033[B", "\033OC", "\033OB");
        keys.bind(StepKey.BACK, "\033[D", "\033[A", "\033OD", "\033OA", "\b", "\177");
        keys.bind(StepKey.FIRST, "\033[H", "\033OH");
        keys.bind(StepKey.LAST, "\033[F", "\033OF");
        keys.bind(StepKey.QUIT, "q", "Q", ESCAPE, "\003", "\004");
    }

    private void bind(StepKey step, Capability... capabilities) {
        for (Capability capability : capabilities) {
            String sequence = KeyMap.key(terminal, capability);
            if (sequence != null && !sequence.isEmpty()) {
                keys.bind(step, sequence);
            }
        }
    }

    /**
     * Waits briefly for a key and returns its action, or empty if no key was pressed or the key has no action. Returns
     * {@link StepKey#QUIT} at the end of the input.
     */
    public Optional<StepKey> next() {
        int first = reader.peekCharacter(LOOK_MILLIS);
        if (first == NonBlockingReader.READ_EXPIRED) {
            return Optional.empty();
        }
        if (first < 0) {
            return Optional.of(StepKey.QUIT);
        }
        return Optional.ofNullable(reader.readBinding(keys, null, false));
    }

    @Override
    public void close() {
        terminal.setAttributes(before);
    }
}
