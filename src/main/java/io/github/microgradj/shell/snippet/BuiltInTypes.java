package io.github.microgradj.shell.snippet;

import java.util.regex.Pattern;

/** The types of ours that a startup script imports: a user's type of such a name would break the shell. */
final class BuiltInTypes {
    private static final Pattern OUR_IMPORT = Pattern.compile("(?m)^import (io\\.github\\.microgradj\\.[\\w.*]+);");

    private BuiltInTypes() {}

    static boolean contains(String startup, String type) {
        return OUR_IMPORT
                .matcher(startup)
                .results()
                .map(match -> match.group(1).replaceFirst("\\*$", type))
                .anyMatch(name -> name.endsWith("." + type) && exists(name));
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, BuiltInTypes.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return false;
        }
    }
}
