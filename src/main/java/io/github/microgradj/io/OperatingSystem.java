package io.github.microgradj.io;

import java.util.Locale;

/** Which operating system this runs on. */
public final class OperatingSystem {
    private OperatingSystem() {}

    /** Whether it is Windows. */
    public static boolean isWindows() {
        return begins("windows");
    }

    /** Whether it is macOS. */
    public static boolean isMac() {
        return begins("mac");
    }

    private static boolean begins(String name) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith(name);
    }
}
