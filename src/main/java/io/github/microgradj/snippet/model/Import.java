package io.github.microgradj.snippet.model;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;

/**
 * An import of the session.
 *
 * @param ofMembers whether it is static
 * @param name what is imported, with packages; at its end a star if it is all there is
 */
public record Import(boolean ofMembers, String name) {
    private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+(static\\s+)?([\\w.]+\\*?)");

    /** All of them, those of the startup script first: it is one snippet, of which JShell knows the first import alone. */
    public static Stream<Import> of(JShell shell) {
        return shell.imports()
                .flatMap(each -> IMPORT.matcher(each.source()).results())
                .map(match -> new Import(match.group(1) != null, match.group(2)));
    }

    /** The last part of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return "import " + (ofMembers ? "static " : "") + name;
    }
}
