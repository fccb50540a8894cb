package io.github.microgradj.shell;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folders for files that outlive a session. On macOS and Linux, they follow the XDG convention, as the folders of
 * most command-line tools do. On Windows, they are in the application data folder.
 *
 * @param home the home folder: HOME if it is set, and otherwise Java's user.home. The launcher uses the same rule
 * @param config the folder for the settings and the startup file
 * @param state the folder for the history and the progress in lessons
 */
record UserDirectories(Path home, Path config, Path state) {
    static UserDirectories of(Map<String, String> environment) {
        return new UserDirectories(
                home(environment),
                folder(environment, "XDG_CONFIG_HOME", "APPDATA", ".config"),
                folder(environment, "XDG_STATE_HOME", "LOCALAPPDATA", ".local/state"));
    }

    private static Path folder(Map<String, String> environment, String xdg, String windows, String below) {
        String named = environment.getOrDefault(xdg, "");
        String data = environment.getOrDefault(windows, "");
        Path parent = !named.isEmpty()
                ? Path.of(named)
                : !data.isEmpty() ? Path.of(data) : home(environment).resolve(below);
        return parent.resolve("microgradj");
    }

    private static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    Path settings() {
        return config.resolve("settings");
    }

    /** Returns the startup file, whose snippets and commands run before the first prompt. */
    Path startup() {
        return config.resolve("startup.jsh");
    }

    Path history() {
        return state.resolve("history");
    }

    /** Returns the file that stores the user's progress in the lessons. */
    Path lessons() {
        return state.resolve("lessons");
    }
}
