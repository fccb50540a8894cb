package io.github.microgradj.snippet.model;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;

/**
 * An import in the session.
 *
 * @param ofMembers whether the import is static
 * @param name the imported name, with its package; ends with a star if the import is on demand
 */
public record Import(boolean ofMembers, String name) {
    private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+(static\\s+)?([\\w.]+\\*?)");

    /**
     * Returns all imports, starting with those of the startup script. JShell reports only the first import of a snippet
     * with several, such as the startup script, so this method reads the imports from the source.
     */
    public static Stream<Import> of(JShell shell) {
        return shell.imports()
                .flatMap(each -> IMPORT.matcher(each.source()).results())
                .map(match -> new Import(match.group(1) != null, match.group(2)));
    }

    /** Returns the part of the name after the last dot. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return "import " + (ofMembers ? "static " : "") + name;
    }
}
