package io.github.microgradj.command;

import io.github.microgradj.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The values of the settings. They are stored in a file of {@code name=value} lines, which the launcher (a shell
 * script) reads and a user can edit. Comments, and settings that only a later version knows, are preserved.
 */
public final class Settings {
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final Map<Setting, List<Consumer<String>>> followers = new EnumMap<>(Setting.class);
    private Optional<Path> file = Optional.empty();

    /** Returns the value of a setting. */
    public String get(Setting setting) {
        return values.getOrDefault(setting, setting.choices().get(0));
    }

    /** Returns whether an on-off setting is on. */
    public boolean isOn(Setting setting) {
        return get(setting).equals("on");
    }

    /**
     * Changes a setting for this session.
     *
     * @throws IllegalArgumentException if the setting does not allow the value
     */
    public void set(Setting setting, String value) {
        values.put(setting, setting.checked(value));
        followers.getOrDefault(setting, List.of()).forEach(follower -> follower.accept(value));
    }

    /** Passes the value of a setting to a listener, now and after every change. */
    public void follow(Setting setting, Consumer<String> follower) {
        followers.computeIfAbsent(setting, key -> new ArrayList<>()).add(follower);
        follower.accept(get(setting));
    }

    /**
     * Reads the settings from a file if it exists. From then on, {@link #keep} saves settings in that file. Passes a
     * message to {@code faults} for each invalid line, or a single message if the file cannot be read.
     */
    public void open(Path settings, Consumer<String> faults) {
        file = Optional.of(settings);
        try {
            int number = 0;
            for (String line : lines(settings)) {
                number++;
                read(line.strip(), settings + ":" + number + ": ", faults);
            }
        } catch (CharacterCodingException e) {
            faults.accept(settings + " is ignored: it is not UTF-8 text");
        } catch (IOException e) {
            faults.accept("cannot read " + settings + ": " + e.getMessage());
        }
    }

    private void read(String line, String where, Consumer<String> faults) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] parts = line.split("=", 2);
        try {
            if (parts.length < 2) {
                throw new IllegalArgumentException("expected name=value, got " + line);
            }
            set(Setting.named(parts[0].strip()), parts[1].strip());
        } catch (IllegalArgumentException e) {
            faults.accept(where + e.getMessage());
        }
    }

    private static List<String> lines(Path settings) throws IOException {
        return Files.exists(settings) ? Files.readAllLines(settings) : List.of();
    }

    /**
     * Saves one setting in the file. The other lines are read again and kept, because another shell may have changed
     * them.
     */
    public void keep(Setting setting) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(lines(file.get()));
        lines.removeIf(line -> line.strip().matches(setting + "\\s*=.*"));
        lines.add(setting + "=" + get(setting));
        Files.createDirectories(file.get().toAbsolutePath().getParent());
        AtomicFile.write(file.get(), String.join("\n", lines) + "\n");
    }
}
