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
 * The values of the settings. They are kept in a file of {@code name=value} lines, simple enough for the launcher, which is a
 * shell script, and for a person to edit; comments and lines of later versions stay as they are.
 */
public final class Settings {
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final Map<Setting, List<Consumer<String>>> followers = new EnumMap<>(Setting.class);
    private Optional<Path> file = Optional.empty();

    /** The value of a setting. */
    public String get(Setting setting) {
        return values.getOrDefault(setting, setting.choices().get(0));
    }

    /** Whether a setting of the kind on or off is on. */
    public boolean isOn(Setting setting) {
        return get(setting).equals("on");
    }

    /** Changes a setting for this session. */
    public void set(Setting setting, String value) {
        values.put(setting, setting.checked(value));
        followers.getOrDefault(setting, List.of()).forEach(follower -> follower.accept(value));
    }

    /** Tells someone the value now and whenever it changes. */
    public void follow(Setting setting, Consumer<String> follower) {
        followers.computeIfAbsent(setting, key -> new ArrayList<>()).add(follower);
        follower.accept(get(setting));
    }

    /** Takes the settings from a file, if there is one, and keeps them there from now on; hands out a line for each fault. */
    public void open(Path settings, Consumer<String> faults) {
        file = Optional.of(settings);
        try {
            int number = 0;
            for (String line : lines(settings)) {
                number++;
                read(line.strip(), settings + ":" + number + ": ", faults);
            }
        } catch (CharacterCodingException e) {
            faults.accept(settings + " is ignored: it is not a text in UTF-8");
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
                throw new IllegalArgumentException("expected name=value, was given: " + line);
            }
            set(Setting.named(parts[0].strip()), parts[1].strip());
        } catch (IllegalArgumentException e) {
            faults.accept(where + e.getMessage());
        }
    }

    private static List<String> lines(Path settings) throws IOException {
        return Files.exists(settings) ? Files.readAllLines(settings) : List.of();
    }

    /** Writes one setting to the file, and leaves the rest of the file as another shell may have written it meanwhile. */
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
