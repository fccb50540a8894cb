package io.github.microgradj.text;

import java.util.regex.Pattern;

/** A formatter that makes the names of types readable. */
public final class TypeNames {
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private TypeNames() {}

    /**
     * Returns the text without the packages of its type names. For example, {@code java.util.List<a.b.Value>} becomes
     * {@code List<Value>}.
     */
    public static String withoutPackages(String text) {
        return PACKAGES.matcher(text).replaceAll("");
    }
}
