package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.command.Setting;
import io.github.microgradj.command.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of settings: they are kept, and a bad settings file causes only a one-line message. */
class SettingsTest {
    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();

    private Settings open(Path file) {
        Settings settings = new Settings();
        settings.open(file, faults::add);
        return settings;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("settings"), text);
    }

    @Test
    void whatIsKeptIsThereNextTime() throws IOException {
        Path file = folder.resolve("not yet there").resolve("settings");
        Settings first = open(file);
        assertThat(first.get(Setting.THEME)).isEqualTo("auto");
        first.set(Setting.THEME, "light");
        first.keep(Setting.THEME);
        first.set(Setting.ECHO, "off");
        assertThat(Files.readString(file)).isEqualTo("theme=light\n");
        Settings second = open(file);
        assertThat(second.get(Setting.THEME)).isEqualTo("light");
        assertThat(second.isOn(Setting.ECHO)).isTrue();
        assertThat(faults).isEmpty();
    }

    @Test
    void twoShellsDoNotUndoEachOther() throws IOException {
        Path file = file("# mine\nfuture=1\ntheme = none\n");
        Settings one = open(file);
        Settings other = open(file);
        one.set(Setting.EDITING, "vi");
        one.keep(Setting.EDITING);
        other.set(Setting.THEME, "light");
        other.keep(Setting.THEME);
        assertThat(Files.readString(file)).isEqualTo("# mine\nfuture=1\nediting=vi\ntheme=light\n");
    }

    @Test
    void aDamagedLineCostsALine() throws IOException {
        Path file = file("theme=light\n\nthme=dark\necho=perhaps\n\0\0\u00e4\nediting=vi");
        Settings settings = open(file);
        assertThat(settings.get(Setting.THEME)).isEqualTo("light");
        assertThat(settings.get(Setting.EDITING)).isEqualTo("vi");
        assertThat(settings.isOn(Setting.ECHO)).isTrue();
        assertThat(faults).hasSize(3);
        assertThat(faults.get(0)).startsWith(file + ":3: there is no setting thme; did you mean theme?");
        assertThat(faults.get(1)).isEqualTo(file + ":4: echo must be on or off, got perhaps");
        assertThat(faults.get(2)).startsWith(file + ":5: expected name=value");
    }

    @Test
    void whatIsNoTextIsIgnored() throws IOException {
        Path file = Files.write(folder.resolve("settings"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(open(file).get(Setting.THEME)).isEqualTo("auto");
        assertThat(faults).containsExactly(file + " is ignored: it is not UTF-8 text");
        assertThat(open(folder).get(Setting.THEME)).isEqualTo("auto");
        assertThat(faults.get(1)).startsWith("cannot read " + folder);
    }

    @Test
    void aPlaceThatCannotBeWrittenCostsThePermanenceAlone() throws IOException {
        Settings settings = open(file("").resolve("below a file"));
        settings.set(Setting.THEME, "none");
        assertThatThrownBy(() -> settings.keep(Setting.THEME)).isInstanceOf(IOException.class);
        assertThat(settings.get(Setting.THEME)).isEqualTo("none");
    }

    @Test
    void followersHearTheValueAndEveryChange() {
        List<String> heard = new ArrayList<>();
        Settings settings = new Settings();
        settings.follow(Setting.EDITING, heard::add);
        settings.set(Setting.EDITING, "vi");
        assertThatThrownBy(() -> settings.set(Setting.EDITING, "ed")).hasMessageContaining("emacs or vi, got ed");
        assertThat(heard).containsExactly("emacs", "vi");
    }

    @Test
    void homeComesBeforeWhatTheSystemCallsTheHomeFolder() {
        UserDirectories places = UserDirectories.of(Map.of("HOME", "/h"));
        assertThat(places.home()).isEqualTo(Path.of("/h"));
        assertThat(places.settings()).isEqualTo(Path.of("/h/.config/microgradj/settings"));
        assertThat(places.startup()).isEqualTo(Path.of("/h/.config/microgradj/startup.jsh"));
        assertThat(places.history()).isEqualTo(Path.of("/h/.local/state/microgradj/history"));
        assertThat(UserDirectories.of(Map.of("HOME", "")).home()).isEqualTo(Path.of(System.getProperty("user.home")));
    }

    @Test
    void placesAreThePlatforms() {
        Path home = Path.of(System.getProperty("user.home"));
        assertThat(UserDirectories.of(Map.of()).settings()).isEqualTo(home.resolve(".config/microgradj/settings"));
        assertThat(UserDirectories.of(Map.of()).history()).isEqualTo(home.resolve(".local/state/microgradj/history"));
        Map<String, String> windows = Map.of("APPDATA", "roaming", "LOCALAPPDATA", "local");
        assertThat(UserDirectories.of(windows).startup()).isEqualTo(Path.of("roaming/microgradj/startup.jsh"));
        assertThat(UserDirectories.of(windows).history()).isEqualTo(Path.of("local/microgradj/history"));
        assertThat(UserDirectories.of(Map.of("XDG_CONFIG_HOME", "/x", "APPDATA", "roaming"))
                        .config())
                .isEqualTo(Path.of("/x/microgradj"));
    }
}
