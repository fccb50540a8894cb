package io.github.microgradj.snippet.model;

import java.util.List;

/**
 * A place in the user's own code that an exception passed.
 *
 * @param method what ran, such as {@code f} or {@code Point.norm}; empty for the snippet itself, outside of all methods
 * @param file the script it is in; empty for what was typed
 * @param line the number of the line, in the script or in the snippet that was typed
 * @param text the line as the user wrote it; empty if it cannot be told
 */
public record Frame(String method, String file, int line, String text) {
    /** A frame as JShell gives it, which counts the lines of the Java that was run: the user's own, as a rule. */
    public static Frame of(StackTraceElement element, Origin origin, String java) {
        int index = element.getLineNumber() - 1;
        List<String> lines = origin.text().lines().toList();
        boolean known = index >= 0
                && index < lines.size()
                && lines.size() == java.stripTrailing().lines().count();
        return new Frame(
                method(element),
                origin.file(),
                index + origin.line(),
                known ? lines.get(index).strip() : "");
    }

    private static String method(StackTraceElement element) {
        // Classes without a name are numbered.
        String type =
                element.getClassName().replaceAll("(?<![^$])\\d+(\\$|$)", "").replaceAll("\\$$", "");
        String within = type.isEmpty() ? "" : type.replace('$', '.') + ".";
        String method = element.getMethodName();
        if (method.equals("<init>") || method.equals("<clinit>")) {
            return type.isEmpty() ? "a class" : type.replace('$', '.');
        }
        if (method.startsWith("lambda$")) {
            String around = method.split("\\$", -1)[1];
            return around.equals("do_it") ? "a lambda" : "a lambda in " + within + around.replace("new", type);
        }
        return within + method;
    }
}
