package io.github.microgradj.archive;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A background check of the archive. If the archive is missing or outdated, the check starts the launcher, which
 * creates a new archive for the next session.
 */
public final class ArchiveUpdater {
    /** The delay before the check. It is long enough for the first prompt to appear and the first snippet to run. */
    private static final long MOMENT_MILLIS = 2_000;

    private ArchiveUpdater() {}

    /** Starts the check after a delay if the launcher has passed its own path and the path of the archive. */
    public static void begin() {
        String launcher = System.getProperty("microgradj.launcher", "");
        String file = System.getProperty("microgradj.archive", "");
        if (launcher.isEmpty() || file.isEmpty()) {
            return;
        }
        Thread thread = new Thread(() -> renew(launcher, Path.of(file)), "updating the class archive");
        thread.setDaemon(true);
        thread.start();
    }

    private static void renew(String launcher, Path file) {
        try {
            Thread.sleep(MOMENT_MILLIS);
            if (!new ClassArchive(file).isCurrent() && isWritable(file)) {
                List<String> command = new ArrayList<>(List.of(launcher, "--warm"));
                if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
                    command.add("--vector");
                }
                ProcessBuilder start = new ProcessBuilder(command);
                start.environment().put("MICROGRADJ_JAVA", System.getProperty("java.home"));
                start.redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
            }
        } catch (IOException | InterruptedException e) {
            return; // The only consequence is that the next start is slow, too.
        }
    }

    private static boolean isWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && Files.isWritable(folder);
    }
}
