package io.github.microgradj.editor.text;

import io.github.microgradj.language.infix.Token;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The indentation rules for Java. */
public final class Indentation {
    private static final String STEP = "    ";
    private static final Set<String> HEADS = Set.of("if", "for", "while");

    private Indentation() {}

    /** Returns the indentation of the line that follows the text. */
    public static String after(String text) {
        List<Token> tokens = Token.withComments(text);
        if (tokens.isEmpty() || text.stripLeading().startsWith(":")) {
            return "";
        }
        Token last = tokens.get(tokens.size() - 1);
        int line = lineStart(text, text.length());
        if (last.start() < line && last.end() == text.length()) {
            return blanks(text, line); // Inside a text block or a comment.
        }
        Deque<Token> open = Brackets.open(tokens);
        String base = open.isEmpty() ? "" : blanks(text, open.peek().start()) + STEP;
        if (awaitsStatement(tokens)) {
            return blanks(text, last.start()) + STEP;
        }
        boolean continues = open.isEmpty() && !last.is(";") && !last.is("}") && last.kind() != Token.Kind.COMMENT;
        return continues ? STEP : base;
    }

    /**
     * Returns the indentation of a bracket that closes the innermost open block. It is the indentation of the line that
     * opens the block.
     */
    public static String closing(String text) {
        Token opener = Brackets.open(Token.withComments(text)).peek();
        return opener == null ? "" : blanks(text, opener.start());
    }

    /**
     * Returns whether the text ends with {@code else}, {@code do}, or the head of an {@code if}, {@code for} or
     * {@code while}, in which case exactly one statement must follow.
     */
    private static boolean awaitsStatement(List<Token> tokens) {
        int end = tokens.size() - 1;
        Token last = tokens.get(end);
        if (last.is("else") || last.is("do")) {
            return true;
        }
        OptionalInt opener = last.is(")") ? Token.partner(tokens, end) : OptionalInt.empty();
        return opener.isPresent()
                && opener.getAsInt() > 0
                && HEADS.contains(tokens.get(opener.getAsInt() - 1).text());
    }

    private static int lineStart(String text, int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /** Returns the indentation of the line that contains the given index. */
    private static String blanks(String text, int index) {
        int start = lineStart(text, index);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }
}
