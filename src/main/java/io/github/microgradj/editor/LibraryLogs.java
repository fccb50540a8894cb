package io.github.microgradj.editor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** A logging configuration for the JDK that omits the terminal library's logs, which would clutter the screen. */
public final class LibraryLogs {
    private static final String CONFIGURATION = "java.util.logging.config.class";
    private static final String SILENT = "\norg.jline.level = OFF\n";

    /** Reads the configuration. The JDK calls this constructor when the first record is logged. */
    public LibraryLogs() throws IOException {
        String named = System.getProperty("java.util.logging.config.file");
        Path file =
                named != null ? Path.of(named) : Path.of(System.getProperty("java.home"), "conf", "logging.properties");
        try (InputStream configured = Files.newInputStream(file)) {
            InputStream silent = new ByteArrayInputStream(SILENT.getBytes(StandardCharsets.ISO_8859_1));
            LogManager.getLogManager().readConfiguration(new SequenceInputStream(configured, silent));
        }
    }

    /** Selects this configuration. Sets only a property and loads no classes, because most sessions never log. */
    static void silence() {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, LibraryLogs.class.getName());
        }
    }
}
