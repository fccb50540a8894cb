package io.github.microgradj.io;

import java.util.Locale;

/** The operating system on which this program runs. */
public final class OperatingSystem {
    private OperatingSystem() {}

    /** Returns whether the operating system is Windows. */
    public static boolean isWindows() {
        return begins("windows");
    }

    /** Returns whether the operating system is macOS. */
    public static boolean isMac() {
        return begins("mac");
    }

    private static boolean begins(String name) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith(name);
    }
}
