package io.github.microgradj.shell;

import io.github.microgradj.shell.infix.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Whether a snippet that could end goes on nevertheless: with {@code else}, {@code .map(...)}, {@code + 1}, {@code : 0}. */
final class Continuation {
    private static final Pattern CLAUSE = Pattern.compile("^\\s*(else|catch|finally)\\b.*");
    private static final Pattern OPERATOR = Pattern.compile("^\\s*(\\.|[*%&|?^=<>]|/(?![/*])).*");
    /** An operator where it is indented; else it may just as well begin a snippet. */
    private static final Pattern SIGN = Pattern.compile("^\\s*(\\+(?!\\+)|-(?!-)).*");
    /** The other half of {@code x > 0 ? 4 : 5}, and no command: {@code : 5} or {@code :(x)}. */
    private static final Pattern OTHERWISE = Pattern.compile("^\\s*:(?![a-zA-Z?!]).*");

    private Continuation() {}

    /** Whether a line can only be a part of what is above it, even of a whole statement. */
    static boolean isClause(String line) {
        return CLAUSE.matcher(line).matches();
    }

    /** Whether a line that would be a command is the other half of a condition in what is above it. */
    static boolean isOtherwise(CharSequence text, String line) {
        return OTHERWISE.matcher(line).matches() && hasOpenCondition(text);
    }

    /** Whether a line goes on with the text above it, which could end there. */
    static boolean follows(CharSequence text, String line) {
        String before = text.toString().stripTrailing();
        boolean terminated = before.endsWith(";") || before.endsWith("}");
        return terminated
                ? isClause(line)
                : OPERATOR.matcher(line).matches()
                        || (SIGN.matcher(line).matches() && indentation(line) > indentation(before));
    }

    private static int indentation(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** Whether a text has {@code x > 0 ? 4} and no colon yet, outside of its brackets. */
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

    /** As in {@code Map<?, ?>}. */
    private static boolean isWildcard(Token before) {
        return before.is("<") || before.is(",");
    }
}
