package io.github.microgradj.shell;

/** The versions of microgradj and of Java. */
final class Version {
    private Version() {}

    /** Returns a line such as {@code microgradj 0.1.0 on Java 17.0.15 (Debian)}. */
    static String line() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "microgradj " + (version == null ? "(development)" : version) + " on Java "
                + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
    }
}
