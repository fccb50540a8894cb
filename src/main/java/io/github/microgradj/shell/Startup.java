package io.github.microgradj.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The snippets that run at the start of every session: the JDK's usual imports and {@code startup/microgradj.jsh}. */
final class Startup {
    private static final String DEFAULT = """
            import java.io.*;
            import java.math.*;
            import java.net.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.prefs.*;
            import java.util.regex.*;
            import java.util.stream.*;
            """;

    private Startup() {}

    static String script() {
        try (InputStream script = Startup.class.getResourceAsStream("/startup/microgradj.jsh")) {
            if (script == null) {
                throw new IllegalStateException("the jar lacks startup/microgradj.jsh");
            }
            return DEFAULT + new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
