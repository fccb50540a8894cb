package io.github.microgradj.snippet.execution;

import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The types that the user must not redeclare: those that JShell's wrapper classes use, and the library's types that the
 * startup script imports. A user-defined type with the same name as one of these would break the code that uses the
 * original.
 */
final class BuiltInTypes {
    private static final Set<String> OF_EVERY_SNIPPET = Set.of("Object", "Throwable");
    private static final Pattern OUR_IMPORT = Pattern.compile("(?m)^import (io\\.github\\.microgradj\\.[\\w.*]+);");

    private BuiltInTypes() {}

    static boolean contains(String startup, String type) {
        return OF_EVERY_SNIPPET.contains(type)
                || OUR_IMPORT
                        .matcher(startup)
                        .results()
                        .map(match ->
                                match.group(1).endsWith("*") ? match.group(1).replace("*", type) : match.group(1))
                        .anyMatch(name -> name.endsWith("." + type) && isPublic(name));
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, BuiltInTypes.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return false;
        }
    }
}
