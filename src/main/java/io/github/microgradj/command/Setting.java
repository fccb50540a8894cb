package io.github.microgradj.command;

import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The settings that {@code :set} changes. Each row lists the possible values, the default first, and describes the
 * setting.
 */
public enum Setting {
    AUTOINDENT("on off", "indent the lines of a block automatically"),
    DECLARE("on off", "c = a + b declares c if it does not exist, as in Python"),
    ECHO("on off", "show the value of each input"),
    EDITING("emacs vi", "the key bindings of the line editor"),
    HINTS("on off", "warn about mistakes such as uncleared gradients"),
    JAVA("off on", "show the Java translation of Python code"),
    PAGER("on off", "show long output one screenful at a time"),
    SIGNATURES("on off", "show the parameters of a call while it is typed"),
    THEME("auto dark light none", "the colours for a dark or a light background"),
    VECTOR("off on", "train with vector instructions, from the next session on");

    private final String choices;
    private final String help;

    Setting(String choices, String help) {
        this.choices = choices;
        this.help = help;
    }

    /** Returns the name of the setting as the user types it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the possible values. */
    public List<String> choices() {
        return List.of(choices.split(" ", -1));
    }

    /** Returns a short description of the setting. */
    public String help() {
        return help;
    }

    /** Returns the names of all settings, sorted. */
    public static List<String> names() {
        return Stream.of(values()).map(Setting::toString).toList();
    }

    /**
     * Returns the setting with the given name.
     *
     * @throws IllegalArgumentException if there is no such setting
     */
    public static Setting named(String name) {
        return Named.find(
                name,
                List.of(values()),
                Setting::toString,
                names -> "there is no setting " + name + DidYouMean.didYouMean(name, names) + " (the settings are "
                        + String.join(", ", names) + ")");
    }

    /**
     * Returns the value if the setting allows it.
     *
     * @throws IllegalArgumentException if the setting does not allow the value
     */
    String checked(String value) {
        if (!choices().contains(value)) {
            String expected = String.join(", ", choices()).replaceFirst(", (\\w+)$", " or $1");
            throw new IllegalArgumentException(this + " must be " + expected + ", got " + value);
        }
        return value;
    }
}
