package io.github.microgradj.language.python.syntax;

import java.util.Set;

/**
 * A Python token.
 *
 * @param text the token as it is written; empty for {@code NEWLINE}, {@code INDENT}, {@code DEDENT} and {@code END}
 */
record PythonToken(Kind kind, String text, TextSpan span) {
    static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** The kinds of tokens. */
    enum Kind {
        NAME,
        KEYWORD,
        NUMBER,
        STRING,
        OPERATOR,
        /** A command to the notebook, such as {@code %matplotlib inline} or {@code !pip install torch}. */
        MAGIC,
        NEWLINE,
        INDENT,
        DEDENT,
        END
    }

    boolean is(String operatorOrKeyword) {
        return (kind == Kind.OPERATOR || kind == Kind.KEYWORD) && text.equals(operatorOrKeyword);
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    /** Returns the token as it appears in messages: its text, or a description if it has none. */
    String shown() {
        return switch (kind) {
            case NEWLINE -> "the end of the line";
            case INDENT -> "an indented line";
            case DEDENT -> "the end of the block";
            case END -> "the end of the input";
            default -> text;
        };
    }
}
