package io.github.microgradj.snippet.model;

import io.github.microgradj.language.infix.InfixTranslator;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A splitter that takes the first snippet from the input. A snippet is Java as JShell parses it, with the additional
 * operator {@code **}, or a whole line of Python.
 */
public final class SnippetSplitter {
    /** The state of the snippet at the start of the text. */
    public enum Completeness {
        /** The text starts with a complete snippet. */
        COMPLETE,
        /** The text starts with an incomplete snippet. */
        INCOMPLETE,
        /** The text contains only white space and comments. */
        EMPTY
    }

    /**
     * The first snippet of the input.
     *
     * @param completeness whether the snippet is complete
     * @param text the snippet as the user wrote it
     * @param source the snippet to run, with the semicolon added if the user omitted it
     * @param remaining the text after the snippet
     */
    public record Cut(Completeness completeness, String text, String source, String remaining) {}

    /** Matches a package declaration, which JShell does not support. */
    private static final Pattern PACKAGE = Pattern.compile("\\s*package\\s+[\\w.]+\\s*;");

    private SnippetSplitter() {}

    /** Returns the first snippet of the text. */
    public static Cut first(SourceCodeAnalysis analysis, String text) {
        if (InfixTranslator.isPython(text)) {
            return python(text, InfixTranslator.endOfPython(text));
        }
        Matcher ofPackage = PACKAGE.matcher(text);
        if (ofPackage.lookingAt()) {
            String own = ofPackage.group();
            return new Cut(Completeness.COMPLETE, own, own, text.substring(own.length()));
        }
        String masked = InfixTranslator.masked(text);
        CompletionInfo info = analysis.analyzeCompletion(masked);
        return switch (info.completeness()) {
            case EMPTY -> new Cut(Completeness.EMPTY, text, text, "");
            case COMPLETE, COMPLETE_WITH_SEMI -> whole(text, masked, info);
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> incomplete(text);
            case UNKNOWN -> SnippetForm.isInBlock(masked) ? incomplete(text) : complete(text);
        };
    }

    private static Cut incomplete(String text) {
        return new Cut(Completeness.INCOMPLETE, text, text, "");
    }

    private static Cut complete(String text) {
        return new Cut(Completeness.COMPLETE, text, text, "");
    }

    private static Cut python(String text, OptionalInt end) {
        if (end.isEmpty()) {
            return incomplete(text);
        }
        String own = text.substring(0, end.getAsInt());
        return new Cut(Completeness.COMPLETE, own, own, text.substring(end.getAsInt()));
    }

    /**
     * Returns the snippet with the semicolon that JShell may have added, but without JShell's other changes. A line
     * with {@code //} gets no semicolon, because {@code //} may be a division and JShell would put the semicolon before
     * it.
     */
    private static Cut whole(String text, String masked, CompletionInfo info) {
        int length = text.length() - info.remaining().length();
        String own = text.substring(0, length);
        if (SnippetForm.isUnfinished(own)) {
            return incomplete(text);
        }
        int same = 0;
        while (same < length && info.source().charAt(same) == masked.charAt(same)) {
            same++;
        }
        String semicolon = info.source().length() > length && !InfixTranslator.mayDivide(own) ? ";" : "";
        return new Cut(
                Completeness.COMPLETE,
                own,
                own.substring(0, same) + semicolon + own.substring(same),
                text.substring(length));
    }
}
