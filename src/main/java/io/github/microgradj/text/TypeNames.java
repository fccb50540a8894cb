package io.github.microgradj.text;

import java.util.regex.Pattern;

/** Names of types in a readable form. */
public final class TypeNames {
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private TypeNames() {}

    /**
     * Returns the text without the packages of its type names: {@code List<Value>} for
     * {@code java.util.List<a.b.Value>}.
     */
    public static String withoutPackages(String text) {
        return PACKAGES.matcher(text).replaceAll("");
    }
}
