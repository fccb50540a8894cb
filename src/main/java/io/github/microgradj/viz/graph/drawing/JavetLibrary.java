package io.github.microgradj.viz.graph.drawing;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The loader of the native V8 library. It prints nothing and leaves no files in the temporary folder. */
final class JavetLibrary {
    /** A strong reference to the logger. Loggers are weakly held, and a collected logger loses its level. */
    private static final Logger LOGGER = Logger.getLogger("com.caoccao.javet");

    private static boolean loaded;

    private JavetLibrary() {}

    /**
     * Loads the library unless it is already loaded.
     *
     * @throws IOException if the library is missing or if Java would print a warning about native access
     */
    static synchronized void load() throws IOException, JavetException {
        if (loaded) {
            return;
        }
        LOGGER.setLevel(Level.OFF);
        if (!nativeAccessIsSilent()) {
            throw new IOException("V8 needs --enable-native-access=ALL-UNNAMED");
        }
        String resource = new JavetLibLoader(JSRuntimeType.V8).getResourceFileName();
        Path folder = Files.createTempDirectory("microgradj-v8");
        Path library = folder.resolve(resource.substring(1));
        try (InputStream in = JavetLibLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            Files.copy(in, library);
            JavetLibLoader.setLibLoadingListener(new FromFolder(folder.toFile()));
            loaded = V8Host.getV8Instance().isLibraryLoaded();
        } finally {
            // The file is no longer needed once the library is loaded. On Windows, the file is locked, so it is deleted
            // at exit.
            delete(library);
            delete(folder);
        }
    }

    /**
     * Returns whether Java loads a native library without printing a warning. Since Java 24, this requires permission.
     */
    private static boolean nativeAccessIsSilent() {
        if (Runtime.version().feature() < 24) {
            return true;
        }
        try {
            return (boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(JavetLibLoader.class.getModule());
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static void delete(Path file) {
        if (!file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }

    private record FromFolder(File folder) implements IJavetLibLoadingListener {
        @Override
        public File getLibPath(JSRuntimeType type) {
            return folder;
        }

        @Override
        public boolean isDeploy(JSRuntimeType type) {
            return false;
        }
    }
}
