package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.PythonToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lexer for Python. It removes comments, joins continued lines, and turns the indentation of lines into tokens: an
 * {@code INDENT} before the first token of a block, and a {@code DEDENT} after the last one. The first line of the text
 * may be indented; its indentation is then that of the outermost block.
 */
final class PythonLexer {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*");
    private static final Pattern NUMBER = Pattern.compile("0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+"
            + "|(?:\\d(?:_?\\d)*\\.?(?:\\d(?:_?\\d)*)?|\\.\\d(?:_?\\d)*)(?:[eE][+-]?\\d(?:_?\\d)*)?");
    private static final Pattern OPERATOR = Pattern.compile(
            "\\*\\*=|//=|>>=|<<=|\\.\\.\\.|\\*\\*|//|>>|<<|->|:=|" + "[-+*/%@&|^=!<>]=|[-+*/%@&|^~=<>()\\[\\]{},:.;]");
    private static final Pattern OPENING = Pattern.compile("[(\\[{]");
    private static final Pattern MAGIC = Pattern.compile("[%!][^\\n]*|[\\w.]+\\?\\??(?=\\s*(?:\\n|$))");
    private static final int TAB = 8;

    private final String text;
    private final int end;
    private final List<PythonToken> tokens = new ArrayList<>();
    /** The open brackets. Inside brackets, a newline is white space. */
    private final Deque<PythonToken> brackets = new ArrayDeque<>();

    private final Deque<Integer> indentations = new ArrayDeque<>();
    private int at;

    private PythonLexer(String text, TextSpan span) {
        this.text = text;
        this.at = span.start();
        this.end = span.end();
    }

    /** Returns the tokens of a cell. */
    static List<PythonToken> tokens(String text) {
        PythonLexer lexer = new PythonLexer(text, new TextSpan(0, text.length()));
        lexer.lines();
        return lexer.tokens;
    }

    /** Returns the tokens of an expression inside a string. */
    static List<PythonToken> tokensOfExpression(String text, TextSpan span) {
        PythonLexer lexer = new PythonLexer(text, span);
        lexer.brackets.push(new PythonToken(Kind.OPERATOR, "{", span)); // Newlines are white space.
        while (lexer.skipBlanks()) {
            lexer.token();
        }
        lexer.add(Kind.END, lexer.at);
        return lexer.tokens;
    }

    private void lines() {
        boolean startOfLine = true;
        while (skipBlanks()) {
            if (text.charAt(at) == '\n') {
                if (!startOfLine) {
                    add(Kind.NEWLINE, at + 1);
                }
                at++;
                startOfLine = true;
                continue;
            }
            if (startOfLine) {
                indent();
                startOfLine = false;
                if (magic()) {
                    continue;
                }
            }
            token();
        }
        if (!brackets.isEmpty()) {
            PythonToken open = brackets.peek();
            throw new Refusal(open.span(), "the bracket " + open.text() + " is not closed");
        }
        if (!startOfLine) {
            add(Kind.NEWLINE, at);
        }
        while (indentations.size() > 1) {
            indentations.pop();
            add(Kind.DEDENT, at);
        }
        add(Kind.END, at);
    }

    /** Skips white space, comments and escaped newlines. Returns false at the end of the text. */
    private boolean skipBlanks() {
        while (at < end) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < end && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == '\\' && at + 1 < end && text.charAt(at + 1) == '\n') {
                at += 2;
            } else if (c == ' ' || c == '\t' || c == '\f' || c == '\r' || (c == '\n' && !brackets.isEmpty())) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Adds the tokens for the change in indentation between the previous line and the current one. */
    private void indent() {
        int column = column();
        if (indentations.isEmpty()) {
            indentations.push(column);
        }
        if (column > indentations.peek()) {
            indentations.push(column);
            add(Kind.INDENT, at);
        }
        while (column < indentations.peek()) {
            indentations.pop();
            if (indentations.isEmpty() || column > indentations.peek()) {
                int lineEnd = text.indexOf('\n', at);
                throw new Refusal(
                        new TextSpan(at, lineEnd < 0 ? end : lineEnd),
                        "this line is indented less than the line above but does not line up with any outer block");
            }
            add(Kind.DEDENT, at);
        }
    }

    private int column() {
        int column = 0;
        for (int i = text.lastIndexOf('\n', at - 1) + 1; i < at; i++) {
            column = text.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
        }
        return column;
    }

    private boolean magic() {
        Matcher matcher = matcher(MAGIC);
        boolean found = matcher.lookingAt();
        if (found) {
            add(Kind.MAGIC, matcher.end());
        }
        return found;
    }

    private void token() {
        int stringEnd = StringLexer.end(text, at, end);
        if (stringEnd > at) {
            add(Kind.STRING, stringEnd);
            return;
        }
        if (find(NAME)) {
            PythonToken name = tokens.get(tokens.size() - 1);
            if (PythonToken.KEYWORDS.contains(name.text())) {
                tokens.set(tokens.size() - 1, new PythonToken(Kind.KEYWORD, name.text(), name.span()));
            }
        } else if (find(NUMBER)) {
            checkNumberEnds();
        } else if (find(OPERATOR)) {
            bracket(tokens.get(tokens.size() - 1));
        } else {
            String character = text.substring(at, text.offsetByCodePoints(at, 1));
            throw new Refusal(new TextSpan(at, at + character.length()), "unexpected character " + character);
        }
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, end);
    }

    private boolean find(Pattern pattern) {
        Matcher matcher = matcher(pattern);
        boolean found = matcher.lookingAt();
        if (found) {
            Kind kind = pattern == NAME ? Kind.NAME : pattern == NUMBER ? Kind.NUMBER : Kind.OPERATOR;
            add(kind, matcher.end());
        }
        return found;
    }

    private void checkNumberEnds() {
        Matcher rest = matcher(NAME);
        if (rest.lookingAt() && !PythonToken.KEYWORDS.contains(rest.group())) {
            TextSpan number = tokens.get(tokens.size() - 1).span();
            TextSpan whole = new TextSpan(number.start(), rest.end());
            boolean imaginary = rest.group().equalsIgnoreCase("j");
            throw new Refusal(
                    whole,
                    imaginary
                            ? "complex numbers such as " + whole.of(text) + " are not supported"
                            : whole.of(text) + " is not a number");
        }
    }

    private void bracket(PythonToken token) {
        if (OPENING.matcher(token.text()).matches()) {
            brackets.push(token);
            return;
        }
        int closing = ")]}".indexOf(token.text());
        if (closing < 0) {
            return;
        }
        if (brackets.isEmpty() || "([{".indexOf(brackets.peek().text()) != closing) {
            throw new Refusal(
                    token.span(),
                    brackets.isEmpty()
                            ? "there is no opening bracket before " + token.text()
                            : "expected the bracket that closes "
                                    + brackets.peek().text() + ", got " + token.text());
        }
        brackets.pop();
    }

    private void add(Kind kind, int to) {
        int last = Math.min(to, end);
        boolean empty = kind == Kind.INDENT || kind == Kind.DEDENT || kind == Kind.END || kind == Kind.NEWLINE;
        tokens.add(new PythonToken(kind, empty ? "" : text.substring(at, last), new TextSpan(at, last)));
        at = kind == Kind.NEWLINE ? at : last;
    }
}
