package io.github.microgradj.shell.infix;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What tells a line of Python from Java, by its form alone. */
final class PythonForm {
    private static final Pattern FROM_IMPORT = Pattern.compile("\\s*from\\s+[\\w.]+\\s+import\\b.*", Pattern.DOTALL);
    /** A name with dots could be a class of Java, mistyped. */
    private static final Pattern IMPORT =
            Pattern.compile("\\s*import\\s+(?:\\w+|[\\w.]+\\s+as\\s+\\w+)(?:\\s*,.*)?\\s*;?\\s*");

    private static final Pattern IMPORT_AS = Pattern.compile("\\s*import\\s+[\\w.]+\\s+as\\s+\\w+\\s*");

    private PythonForm() {}

    /** Whether a line imports something. */
    static boolean isImport(String line) {
        return FROM_IMPORT.matcher(line).matches() || IMPORT.matcher(line).matches();
    }

    /** Whether the first line of a text can be nothing but Python. */
    static boolean begins(String text) {
        String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        if (FROM_IMPORT.matcher(line).matches() || IMPORT_AS.matcher(line).matches()) {
            return true;
        }
        List<Token> tokens = Token.of(line);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("#") || isFormat(tokens, i) || isQuotedText(token) || isList(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** The index at which the first statement of a text ends, behind its semicolon; empty if a bracket is open. */
    static OptionalInt end(String text) {
        int depth = 0;
        for (Token token : Token.of(withoutComments(text))) {
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 0 && token.is(";")) {
                return OptionalInt.of(token.end());
            }
        }
        return depth > 0 ? OptionalInt.empty() : OptionalInt.of(text.length());
    }

    /** The text with blanks for comments; they begin with {@code #}, but not inside quotes. */
    static String withoutComments(String text) {
        StringBuilder kept = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int comment = Token.of(line).stream()
                    .filter(token -> token.is("#"))
                    .mapToInt(Token::start)
                    .findFirst()
                    .orElse(line.length());
            kept.append(line, 0, comment)
                    .append(" ".repeat(line.length() - comment))
                    .append('\n');
        }
        return kept.toString();
    }

    static boolean isFormat(List<Token> tokens, int i) {
        return tokens.get(i).is("f")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).kind() == Token.Kind.QUOTED
                && tokens.get(i + 1).start() == tokens.get(i).end();
    }

    /** A text in single quotes, longer than a character of Java. */
    static boolean isQuotedText(Token token) {
        return token.kind() == Token.Kind.QUOTED && token.text().matches("'([^\\\\']{2,}|)'");
    }

    /** Whether a bracket begins a list, and is not an index behind what it belongs to. */
    static boolean isList(List<Token> tokens, int i) {
        if (!tokens.get(i).is("[")) {
            return false;
        }
        return i == 0
                || tokens.get(i - 1).is("(")
                || tokens.get(i - 1).is(",")
                || tokens.get(i - 1).is("=")
                || tokens.get(i - 1).is("[");
    }
}
