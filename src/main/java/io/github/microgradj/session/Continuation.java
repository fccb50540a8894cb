package io.github.microgradj.session;

import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.model.SnippetForm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules that decide whether a complete snippet continues on the next line, for example with {@code else},
 * {@code .map(...)}, {@code + 1} or {@code : 0}.
 */
final class Continuation {
    private static final Pattern CLAUSE = Pattern.compile("^\\s*(else|catch|finally)\\b.*");
    private static final Pattern OPERATOR = Pattern.compile("^\\s*(\\.|[*%&|?^=<>,;]|/(?![/*])|::|instanceof\\b).*");
    /**
     * Matches a line that starts with a plus or minus sign. Such a line continues the text if it is indented further or
     * if a space follows the sign; otherwise, it may start a new snippet.
     */
    private static final Pattern SIGN = Pattern.compile("^\\s*(\\+(?!\\+)|-(?!-)).*");

    private static final Pattern SIGN_APART = Pattern.compile("^\\s*[+-]\\s.*");
    private static final Pattern SELECTION = Pattern.compile("^\\s*\\.\\s*[a-zA-Z_$].*");
    private static final Pattern TYPE = Pattern.compile("^\\s*(?:abstract\\s+|static\\s+)*(?:class|interface)\\s.*");
    /** Matches the second half of {@code x > 0 ? 4 : 5}, such as {@code : 5} or {@code :(x)}, but not a command. */
    private static final Pattern OTHERWISE = Pattern.compile("^\\s*:(?![a-zA-Z?!]).*");

    private Continuation() {}

    /** Returns whether a line is a clause, such as {@code else}, that can only continue the statement above it. */
    static boolean isClause(String line) {
        return CLAUSE.matcher(line).matches();
    }

    /**
     * Returns the error for a clause without its statement or for modifiers without a declaration, or empty for any
     * other snippet.
     */
    static Optional<String> refusal(String text) {
        List<Token> tokens = Token.of(text);
        if (!tokens.isEmpty() && tokens.stream().allMatch(Token::isModifier)) {
            return Optional.of("expected a class, a method or a variable after " + text.strip());
        }
        String word = tokens.isEmpty() ? "" : tokens.get(0).text();
        boolean python = tokens.size() > 1 && tokens.get(1).is(":");
        return isClause(word) && !python
                ? Optional.of("there is no %2$s before this %1$s; write } %1$s on the line where the %2$s ends"
                        .formatted(word, word.equals("else") ? "if" : "try"))
                : Optional.empty();
    }

    /**
     * Returns whether a line that starts with a colon is the second half of a conditional expression that begins in the
     * text above, and not a command.
     */
    static boolean isOtherwise(CharSequence text, String line) {
        return OTHERWISE.matcher(line).matches() && hasOpenCondition(text);
    }

    /** Returns whether a line continues the text above it, although that text is complete. */
    static boolean follows(CharSequence text, String line) {
        List<Token> tokens = Token.of(text.toString());
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        if (last.is(";")) {
            return isClause(line);
        }
        if (last.is("}")) {
            return isClause(line) || SELECTION.matcher(line).matches();
        }
        return OPERATOR.matcher(line).matches()
                || SIGN_APART.matcher(line).matches()
                || (SIGN.matcher(line).matches() && indentation(line) > indentation(text.toString()))
                || (line.stripLeading().startsWith("{") && SnippetForm.mayHaveBody(tokens))
                || (last.is("sealed") && TYPE.matcher(line).matches()); // Otherwise, sealed may be a variable.
    }

    private static int indentation(String text) {
        return text.length() - text.stripLeading().length();
    }

    /**
     * Returns whether the text contains, outside brackets, the first half of a conditional expression, such as
     * {@code x > 0 ? 4}.
     */
    static boolean hasOpenCondition(CharSequence text) {
        Deque<Integer> around = new ArrayDeque<>();
        int open = 0;
        Token previous = null;
        for (Token token : Token.of(text.toString())) {
            if (token.opens()) {
                around.push(open);
                open = 0;
            } else if (token.closes() && !around.isEmpty()) {
                open = around.pop();
            } else if (token.is(":")) {
                open = Math.max(0, open - 1);
            } else if (token.is("?") && previous != null && !isWildcard(previous)) {
                open++;
            }
            previous = token;
        }
        return open > 0 && previous != null && !previous.is("?");
    }

    /** Returns whether a question mark after the given token is a wildcard, as in {@code Map<?, ?>}. */
    private static boolean isWildcard(Token before) {
        return before.is("<") || before.is(",");
    }
}
