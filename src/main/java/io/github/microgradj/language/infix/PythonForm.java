package io.github.microgradj.language.infix;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules that recognize Python by its syntax alone. */
final class PythonForm {
    private static final Pattern FROM_IMPORT = Pattern.compile("\\s*from\\s+[\\w.]+\\s+import\\b.*", Pattern.DOTALL);
    private static final Pattern IMPORT_AS = Pattern.compile("\\s*import\\s+[\\w.]+\\s+as\\s+\\w+\\s*");

    private static final Set<String> HEADERS = Set.of(
            "if", "elif", "else", "for", "while", "def", "class", "with", "try", "except", "finally", "async", "match");
    private static final Pattern CLAUSE = Pattern.compile("\\s*(?:elif|else|except|finally)\\b[^{]*:.*");
    /**
     * Matches a line that starts like a block header and ends with a colon. Excludes lines that end at the
     * colon of Java's {@code for (Value x : xs)} or of a conditional expression {@code a ? b : c}.
     */
    private static final Pattern MISTYPED = Pattern.compile(
            "\\s*+(?!\\w+\\s*=|.*\\bfor\\s*\\((?!.*\\bin\\b))(?:" + String.join("|", HEADERS) + ")\\b[^;?]*:\\s*");

    /**
     * Matches any other line that ends with a colon. Excludes labels, cases, and Java statements that continue after
     * the colon.
     */
    private static final Pattern COLON = Pattern.compile(
            "\\s*+(?!\\w+\\s*:|(?:assert|case|default)\\b|.*\\bfor\\s*\\(|.*->)\\w[^;?{}]*[^:;?{}]:\\s*");

    private static final Pattern DECORATORS =
            Pattern.compile("\\A(?:\\s*+@[^\\n]*\\n)+(?=\\s*+(?:def|class|async)\\s)");

    private PythonForm() {}

    /**
     * Returns whether the text starts with the header of a Python block. The header ends with a colon, and the indented
     * lines below it belong to the block.
     */
    static boolean isBlock(String text) {
        return !header(text).isEmpty();
    }

    /** Returns the block header at the start of the text, including its colon, or an empty string if there is none. */
    static String header(String text) {
        String code = withoutComments(DECORATORS.matcher(text).replaceFirst(""));
        String header = wellFormedHeader(code);
        return header.isEmpty() ? mistypedHeader(code) : header;
    }

    /**
     * Returns the first line if it looks like a block header with a mistake, such as a missing bracket or a misspelled
     * keyword, and otherwise an empty string. The indented lines below such a header belong to its block.
     */
    private static String mistypedHeader(String code) {
        String line = code.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        boolean balanced =
                line.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum() == 0;
        boolean header =
                MISTYPED.matcher(line).matches() || (COLON.matcher(line).matches() && isIndentedBelow(code, line));
        return balanced && header ? line.strip() : "";
    }

    /** Returns whether the text below a line is indented further than the line. */
    private static boolean isIndentedBelow(String code, String line) {
        String below = code.substring(code.indexOf(line) + line.length());
        return !below.isBlank() && indentation(below) > indentation(line);
    }

    /**
     * Returns the block header at the start of the text if its brackets are balanced, and otherwise an empty string. In
     * Java, the keywords in {@code HEADERS} are not followed by a colon outside brackets.
     */
    private static String wellFormedHeader(String code) {
        List<Token> tokens = Token.of(code);
        if (tokens.isEmpty()
                || !HEADERS.contains(tokens.get(0).text())
                || (tokens.size() > 1 && tokens.get(1).is("="))) {
            return "";
        }
        int depth = 0;
        int end = tokens.get(0).start();
        for (Token token : tokens) {
            boolean nextLine = depth == 0 && code.substring(end, token.start()).contains("\n");
            if (nextLine || token.is(";") || (depth == 0 && (token.is("?") || token.is("{")))) {
                return "";
            }
            depth += token.nesting();
            end = token.end();
            if (depth == 0 && token.is(":")) {
                return code.substring(tokens.get(0).start(), end);
            }
        }
        return "";
    }

    /** Returns the index at which the block at the start of the text ends, or empty if the block may continue. */
    private static OptionalInt endOfBlock(String text) {
        String header = header(text);
        String[] lines = text.split("\n", -1);
        StringBuilder block = new StringBuilder();
        boolean begun = false;
        boolean blank = false;
        for (String line : lines) {
            blank = line.isBlank();
            begun = begun || (!header.isEmpty() && isBlock(block.toString()));
            if (begun && !blank && !goesOn(block.toString(), line)) {
                return OptionalInt.of(block.length());
            }
            block.append(block.length() == 0 ? "" : "\n").append(line);
        }
        boolean oneLiner = !withoutComments(text).strip().endsWith(":") && lines.length == 1;
        return blank || oneLiner || header.isEmpty() ? OptionalInt.of(text.length()) : OptionalInt.empty();
    }

    /**
     * Returns whether a line belongs to the block above it. A line does if it is indented further than the block's
     * header, is a comment, starts a clause such as {@code else}, or is inside brackets or a string.
     */
    static boolean goesOn(String block, String line) {
        return indentation(line) > indentation(block)
                || line.startsWith("#")
                || CLAUSE.matcher(line).matches()
                || isOpen(block);
    }

    private static boolean isOpen(String block) {
        String code = withoutComments(block);
        boolean mistyped =
                wellFormedHeader(DECORATORS.matcher(code).replaceFirst("")).isEmpty();
        List<Token> tokens =
                Token.of(mistyped ? code.replaceFirst(".*", "") : code); // A mistyped header may have an open bracket.
        return depth(tokens) > 0
                || (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isUnclosed());
    }

    /** Returns the indentation of the first nonblank line of the text. */
    private static int indentation(String text) {
        int first = text.length() - text.stripLeading().length();
        return first - text.lastIndexOf('\n', first - 1) - 1;
    }

    /** Returns whether the first line of the text can only be Python. */
    static boolean begins(String text) {
        String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        if (FROM_IMPORT.matcher(line).matches() || IMPORT_AS.matcher(line).matches()) {
            return true;
        }
        if (isBlock(text) || (DivisionOperators.hasFloor(line) && hidesBracket(line))) {
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

    /**
     * Returns whether the closing bracket of a Python expression is inside what Java reads as a comment, as in
     * {@code (a // b)}.
     */
    private static boolean hidesBracket(String line) {
        return depth(Token.of(line)) > depth(Token.of(DivisionOperators.marked(line, name -> true)));
    }

    private static int depth(List<Token> tokens) {
        return tokens.stream().mapToInt(Token::nesting).sum();
    }

    /** Returns the index after the first statement of the text, or empty if the statement is incomplete. */
    static OptionalInt end(String text) {
        if (isBlock(text)) {
            return endOfBlock(text);
        }
        int depth = 0;
        for (Token token : Token.of(DivisionOperators.marked(withoutComments(text), name -> true))) {
            depth += token.nesting();
            if (depth == 0 && token.is(";")) {
                return OptionalInt.of(token.end());
            }
        }
        return depth > 0 ? OptionalInt.empty() : OptionalInt.of(text.length());
    }

    /** Returns the text with Python's comments, which start with {@code #} outside quotes, replaced by spaces. */
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

    /**
     * Returns whether a line is Python that Java would misinterpret, such as {@code x = 'e'}, {@code not True} or
     * {@code "{}".format("a")}.
     */
    static boolean isOfPython(String line, boolean python) {
        List<Token> tokens = Token.of(line);
        boolean texts = python && line.matches("(?s)\\s*(?:\\w+\\s*=(?!=)|print\\s*\\().*");
        if (tokens.stream().anyMatch(Token::isUnclosed)) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean quoted = token.kind() == Token.Kind.QUOTED;
            boolean formats = quoted
                    && i + 2 < tokens.size()
                    && tokens.get(i + 1).is(".")
                    && tokens.get(i + 2).is("format");
            if (formats || (texts && quoted && token.text().matches("'[^']*'"))) {
                return true;
            }
        }
        return tokens.size() > 1
                && tokens.get(0).is("not")
                && (tokens.get(1).isWord() || tokens.get(1).is("("));
    }

    static boolean isFormat(List<Token> tokens, int i) {
        return tokens.get(i).is("f")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).kind() == Token.Kind.QUOTED
                && tokens.get(i + 1).start() == tokens.get(i).end();
    }

    /** Returns whether a token is a single-quoted string that is not a Java character literal. */
    static boolean isQuotedText(Token token) {
        return token.kind() == Token.Kind.QUOTED && token.text().matches("'([^\\\\']{2,}|)'");
    }

    /** Returns whether a bracket starts a list rather than an index. */
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
