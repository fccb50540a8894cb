package io.github.microgradj.snippet.model;

import io.github.microgradj.language.infix.InfixTranslator;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts a text into snippets: Java as JShell sees it, {@code **} as one more operator, a line of Python as a whole. */
public final class SnippetSplitter {
    /** How a text begins. */
    public enum Completeness {
        /** With a whole snippet. */
        COMPLETE,
        /** With a snippet that goes on. */
        INCOMPLETE,
        /** With nothing but white space and comments. */
        EMPTY
    }

    /**
     * The first snippet of a text.
     *
     * @param completeness whether it is whole
     * @param text the snippet as it was written
     * @param source the snippet as it is run: with the semicolon that was left out
     * @param remaining what follows it
     */
    public record Cut(Completeness completeness, String text, String source, String remaining) {}

    /** JShell knows none. */
    private static final Pattern PACKAGE = Pattern.compile("\\s*package\\s+[\\w.]+\\s*;");

    private SnippetSplitter() {}

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

    /** JShell may have put a semicolon in; all else is the user's own. It would end what {@code //} is to divide. */
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
