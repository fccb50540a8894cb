package io.github.microgradj.language.infix;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A token of Java code or of a line of Python.
 *
 * @param kind the kind of token
 * @param start the index of the first character
 * @param text the characters of the token
 */
public record Token(Kind kind, int start, String text) {
    /** The kinds of tokens. */
    public enum Kind {
        WORD,
        NUMBER,
        /** A string, a character or a text block, even if it is not closed. */
        QUOTED,
        SYMBOL,
        /** A Java comment. */
        COMMENT
    }

    private static final Set<String> MODIFIERS = Set.of(
            "abstract",
            "final",
            "native",
            "private",
            "protected",
            "public",
            "static",
            "strictfp",
            "synchronized",
            "transient",
            "volatile");

    /** Returns the index after the last character of this token. */
    public int end() {
        return start + text.length();
    }

    /** Returns whether this token is the given word or symbol. */
    public boolean is(String other) {
        return kind != Kind.QUOTED && kind != Kind.COMMENT && text.equals(other);
    }

    /** Returns whether this token is an opening bracket. */
    public boolean opens() {
        return is("(") || is("[") || is("{");
    }

    /** Returns whether this token is a closing bracket. */
    public boolean closes() {
        return is(")") || is("]") || is("}");
    }

    /**
     * Returns the change in nesting depth at this token: 1 for an opening bracket, -1 for a closing bracket, and 0 for
     * any other token.
     */
    public int nesting() {
        return opens() ? 1 : closes() ? -1 : 0;
    }

    /**
     * Returns the index of the bracket that matches the bracket at the given index, or empty if there is none. Does not
     * distinguish between kinds of brackets.
     */
    public static OptionalInt partner(List<Token> tokens, int bracket) {
        int step = tokens.get(bracket).closes() ? -1 : 1;
        int depth = 0;
        for (int i = bracket; i >= 0 && i < tokens.size(); i += step) {
            depth += tokens.get(i).nesting();
            if (depth == 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns whether this token is a Java modifier that is also a reserved keyword. */
    public boolean isModifier() {
        return isWord() && MODIFIERS.contains(text);
    }

    /** Returns whether this token is a word: an identifier or a keyword. */
    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Returns the delimiter of a quoted token: one quotation mark, or three for a text block. */
    String quote() {
        return text.startsWith("\"\"\"") ? "\"\"\"" : text.substring(0, 1);
    }

    /** Returns whether this token is an unclosed string or block comment. */
    public boolean isUnclosed() {
        if (kind == Kind.COMMENT) {
            return text.startsWith("/*") && (text.length() < 4 || !text.endsWith("*/"));
        }
        if (kind != Kind.QUOTED) {
            return false;
        }
        int at = quote().length();
        while (at < text.length() && !text.startsWith(quote(), at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at >= text.length();
    }

    /** Returns the tokens of the text, without white space and comments. */
    public static List<Token> of(String text) {
        List<Token> tokens = withComments(text);
        tokens.removeIf(token -> token.kind == Kind.COMMENT);
        return tokens;
    }

    /** Returns the tokens of the text, including comments. Accepts any text, such as an incomplete line. */
    public static List<Token> withComments(String text) {
        return new Scanner(text).tokens();
    }

    /** A scanner that splits text into tokens. */
    private static final class Scanner {
        private static final List<String> LONG_SYMBOLS = List.of(
                "**=", "**", "++", "--", "->", "::", "+=", "-=", "*=", "/=", "==", "!=", "<=", ">=", "&&", "||");

        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        List<Token> tokens() {
            List<Token> tokens = new ArrayList<>();
            while (at < text.length()) {
                int start = at;
                if (Character.isWhitespace(text.charAt(at))) {
                    at++;
                } else {
                    Kind kind = scan();
                    tokens.add(new Token(kind, start, text.substring(start, at)));
                }
            }
            return tokens;
        }

        private boolean skippedComment() {
            if (text.startsWith("//", at)) {
                at = indexOf("\n", at);
            } else if (text.startsWith("/*", at)) {
                at = Math.min(text.length(), indexOf("*/", at + 2) + 2);
            } else {
                return false;
            }
            return true;
        }

        private int indexOf(String searched, int from) {
            int index = text.indexOf(searched, from);
            return index < 0 ? text.length() : index;
        }

        private Kind scan() {
            if (skippedComment()) {
                return Kind.COMMENT;
            }
            char first = text.charAt(at);
            if (Character.isJavaIdentifierStart(first)) {
                skipWhileWord();
                return Kind.WORD;
            }
            if (isDigit(at) || (first == '.' && isDigit(at + 1))) {
                skipNumber();
                return Kind.NUMBER;
            }
            if (first == '"' || first == '\'') {
                skipQuoted(text.startsWith("\"\"\"", at) ? "\"\"\"" : String.valueOf(first));
                return Kind.QUOTED;
            }
            at += symbolLength();
            return Kind.SYMBOL;
        }

        private int symbolLength() {
            for (String symbol : LONG_SYMBOLS) {
                if (text.startsWith(symbol, at)) {
                    return symbol.length();
                }
            }
            return 1;
        }

        private boolean isDigit(int index) {
            return index < text.length() && Character.isDigit(text.charAt(index));
        }

        private void skipWhileWord() {
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
        }

        /** Skips a number such as {@code 1_000L}, {@code 2.}, {@code .5e-3f} or {@code 0x1p-2}. */
        private void skipNumber() {
            boolean hexadecimal = text.startsWith("0x", at) || text.startsWith("0X", at);
            String exponent = hexadecimal ? "pP" : "eE";
            while (at < text.length()) {
                char c = text.charAt(at);
                boolean sign = (c == '-' || c == '+') && exponent.indexOf(text.charAt(at - 1)) >= 0;
                if (!sign && c != '.' && !Character.isJavaIdentifierPart(c)) {
                    return;
                }
                at++;
            }
        }

        private void skipQuoted(String quote) {
            at += quote.length();
            while (at < text.length() && !text.startsWith(quote, at)) {
                if (quote.length() == 1 && text.charAt(at) == '\n') {
                    return;
                }
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(text.length(), at + quote.length());
        }
    }
}
