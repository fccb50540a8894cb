package io.github.microgradj.io;

import java.util.Locale;

/** The operating system that this program runs on. */
public final class OperatingSystem {
    private OperatingSystem() {}

    /** Returns whether it is Windows. */
    public static boolean isWindows() {
        return begins("windows");
    }

    /** Returns whether it is macOS. */
    public static boolean isMac() {
        return begins("mac");
    }

    private static boolean begins(String name) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith(name);
    }
}
