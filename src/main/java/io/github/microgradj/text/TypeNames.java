package io.github.microgradj.text;

import java.util.regex.Pattern;

/** Names of types as a reader wants them. */
public final class TypeNames {
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private TypeNames() {}

    /** The text with the packages taken off its type names: {@code List<Value>} of {@code java.util.List<a.b.Value>}. */
    public static String withoutPackages(String text) {
        return PACKAGES.matcher(text).replaceAll("");
    }
}
