package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.Syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader of string literals. It finds a literal's end and characters, and the expressions in an f-string. */
final class StringLexer {
    private static final Pattern START = Pattern.compile("(?i)(r|u|b|f|br|rb|fr|rf|)('''|\"\"\"|'|\")");
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:(\\n)|([\\\\'\"abfnrtv])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))");
    private static final String LETTERS = "\\'\"abfnrtv";
    private static final String MEANINGS = "\\'\"\u0007\b\f\n\r\t\u000b";
    private static final Pattern LABEL = Pattern.compile("(?<![=!<>])=\\s*$");

    private final String text;
    private final String prefix;
    /** The index at which the characters of the string end. */
    private final int end;

    private int at;

    private StringLexer(String text, String prefix, TextSpan contents) {
        this.text = text;
        this.prefix = prefix;
        this.at = contents.start();
        this.end = contents.end();
    }

    /** Returns the index after the string literal that starts at {@code start}, or {@code start} if there is none. */
    static int end(String text, int start, int limit) {
        Matcher matcher = START.matcher(text).region(start, limit);
        if (!matcher.lookingAt()) {
            return start;
        }
        String quote = matcher.group(2);
        for (int i = matcher.end(); i < limit; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(quote, i)) {
                return i + quote.length();
            } else if (text.charAt(i) == '\n' && quote.length() == 1) {
                break;
            }
        }
        throw new Refusal(new TextSpan(start, matcher.end()), "the string is not closed with " + quote);
    }

    /** Returns the syntax tree of a string literal. */
    static Expression read(String text, PythonToken token) {
        Matcher matcher = START.matcher(token.text());
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException(token.text());
        }
        String prefix = matcher.group(1).toLowerCase(Locale.ROOT);
        if (prefix.contains("b")) {
            throw new Refusal(token.span(), "bytes such as " + token.text() + " are not supported");
        }
        int quote = matcher.group(2).length();
        TextSpan contents =
                new TextSpan(token.span().start() + matcher.end(), token.span().end() - quote);
        StringLexer lexer = new StringLexer(text, prefix, contents);
        return prefix.contains("f")
                ? new Syntax.FormatString(token.span(), lexer.parts(false))
                : new Syntax.StringLiteral(token.span(), lexer.unescaped(contents.of(text)));
    }

    private String unescaped(String characters) {
        return prefix.contains("r")
                ? characters
                : ESCAPE.matcher(characters).replaceAll(match -> {
                    if (match.group(1) != null) {
                        return "";
                    }
                    if (match.group(2) != null) {
                        return Matcher.quoteReplacement("" + MEANINGS.charAt(LETTERS.indexOf(match.group(2))));
                    }
                    int radix = match.group(3) != null ? 8 : 16;
                    String digits = match.group().replaceFirst("^\\\\[xuU]?", "");
                    int character = Integer.parseUnsignedInt(digits, radix);
                    return Matcher.quoteReplacement(
                            Character.isValidCodePoint(character) ? Character.toString(character) : "?");
                });
    }

    /** Reads the parts of an f-string, or of a format specification inside it. */
    private List<Expression> parts(boolean specification) {
        List<Expression> parts = new ArrayList<>();
        StringBuilder characters = new StringBuilder();
        int start = at;
        while (at < end && !(specification && text.charAt(at) == '}')) {
            char c = text.charAt(at);
            boolean twice = at + 1 < end && text.charAt(at + 1) == c && !specification;
            if ((c == '{' || c == '}') && twice) {
                characters.append(c);
                at += 2;
            } else if (c == '{') {
                addCharacters(parts, characters, start);
                placeholder(parts);
                start = at;
            } else if (c == '}') {
                throw new Refusal(new TextSpan(at, at + 1), "write }} for a } in an f-string");
            } else {
                int next = c == '\\' && !prefix.contains("r") && at + 1 < end ? at + 2 : at + 1;
                characters.append(text, at, next);
                at = next;
            }
        }
        addCharacters(parts, characters, start);
        return parts;
    }

    private void addCharacters(List<Expression> parts, StringBuilder characters, int start) {
        if (characters.length() > 0) {
            parts.add(new Syntax.StringLiteral(new TextSpan(start, at), unescaped(characters.toString())));
            characters.setLength(0);
        }
    }

    /** Reads <code>{expression=!r:specification}</code>. */
    private void placeholder(List<Expression> parts) {
        int open = at++;
        int stop = endOfExpression(open);
        String written = text.substring(at, stop);
        Matcher label = LABEL.matcher(written);
        boolean labelled = label.find();
        TextSpan code = new TextSpan(at, labelled ? at + label.start() : stop);
        if (code.of(text).isBlank()) {
            throw new Refusal(new TextSpan(open, stop), "expected an expression between { and } in the f-string");
        }
        Expression value = ExpressionParser.ofPlaceholder(text, code);
        at = stop;
        String conversion = "";
        if (text.charAt(at) == '!') {
            conversion = text.substring(at + 1, at + 2);
            at += 2;
            if (!"rsa".contains(conversion) || at >= end || ":}".indexOf(text.charAt(at)) < 0) {
                throw new Refusal(new TextSpan(at - 2, at), "expected !r, !s or !a, got !" + conversion);
            }
        }
        List<Expression> specification = List.of();
        if (text.charAt(at) == ':') {
            at++;
            specification = parts(true);
        }
        if (at >= end) {
            throw new Refusal(new TextSpan(open, open + 1), "the { in the f-string is not closed");
        }
        at++;
        if (labelled) {
            parts.add(new Syntax.StringLiteral(new TextSpan(code.start(), stop), written));
            conversion = conversion.isEmpty() && specification.isEmpty() ? "r" : conversion;
        }
        parts.add(new Syntax.Placeholder(new TextSpan(open, at), value, conversion, specification));
    }

    /** Returns the index of the {@code !}, the {@code :} or the closing brace that ends the expression. */
    private int endOfExpression(int open) {
        int depth = 0;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            int string = c == '\'' || c == '"' ? end(text, i, end) : i;
            boolean comparison = c == '!' && i + 1 < end && text.charAt(i + 1) == '=';
            if (string > i) {
                i = string - 1;
            } else if (depth == 0 && (c == '}' || c == ':' || (c == '!' && !comparison))) {
                return i;
            } else if (comparison) {
                i++;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
        }
        throw new Refusal(new TextSpan(open, open + 1), "the { in the f-string is not closed");
    }
}
