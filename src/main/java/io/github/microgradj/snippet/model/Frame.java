package io.github.microgradj.snippet.model;

import java.util.List;

/**
 * A stack frame in the user's code.
 *
 * @param method the method, such as {@code f} or {@code Point.norm}; empty for code that is not in a method
 * @param file the script; empty for typed input
 * @param line the line number in the script or in the typed snippet
 * @param text the line as the user wrote it; empty if unknown
 */
public record Frame(String method, String file, int line, String text) {
    /**
     * Converts a stack frame that JShell reports. The frame's line number refers to the executed Java code, which is
     * usually identical to the user's text.
     */
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
        // Anonymous classes have numbers instead of names.
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
