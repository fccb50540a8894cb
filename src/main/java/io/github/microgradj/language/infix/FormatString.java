package io.github.microgradj.language.infix;

import io.github.microgradj.language.infix.PythonTranslator.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A translator from the contents of an f-string to a concatenation of Java strings. */
final class FormatString {
    /**
     * Matches the end of a replacement field, after its expression: an optional {@code =}, an optional conversion and
     * an optional format specification.
     */
    private static final Pattern TAIL = Pattern.compile("(?s)(\\s*(?<![=!<>])=\\s*)?(?:!([rsa]))?(?::(.*))?");

    private final String contents;
    private final UnaryOperator<String> expressions;
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    /**
     * Creates a translator.
     *
     * @param contents the text between the quotes
     * @param expressions translates a Python expression to Java
     */
    FormatString(String contents, UnaryOperator<String> expressions) {
        this.contents = contents;
        this.expressions = expressions;
    }

    String java() {
        while (at < contents.length()) {
            char c = contents.charAt(at);
            boolean doubled = at + 1 < contents.length() && contents.charAt(at + 1) == c;
            if (c == '}' && !doubled) {
                throw new Unreadable("unmatched } in an f-string; write }} for a literal brace");
            }
            if (c == '{' && !doubled) {
                field();
            } else {
                literal.append(c);
                at += c == '{' || c == '}' ? 2 : 1;
            }
        }
        endLiteral();
        String sum = parts.isEmpty() ? "\"\"" : String.join(" + ", parts);
        return parts.size() > 1 ? "(" + sum + ")" : sum;
    }

    private void endLiteral() {
        if (literal.length() > 0) {
            parts.add('"' + PythonTranslator.quoted(literal.toString()) + '"');
            literal.setLength(0);
        }
    }

    private void field() {
        int start = at + 1;
        int split = endOfExpression(start);
        int end = closer(split);
        String code = contents.substring(start, split);
        Matcher tail = TAIL.matcher(contents.substring(split, end));
        if (code.isBlank() || !tail.matches()) {
            throw new Unreadable("cannot read the f-string field {" + contents.substring(start, end)
                    + "}; write one such as {x}, {x:.4f}, {x=} or {x!r}");
        }
        if (tail.group(1) != null) {
            literal.append(code).append(tail.group(1));
        }
        endLiteral();
        boolean plain = tail.group(2) == null && (tail.group(1) == null || tail.group(3) != null);
        String value = expressions.apply(DivisionOperators.marked(code.strip(), name -> true));
        String converted =
                plain ? value : (("s".equals(tail.group(2)) ? "Python.text(" : "Python.repr(") + value + ")");
        String specification = tail.group(3) == null ? "" : tail.group(3);
        parts.add("Python.format(" + converted + ", " + new FormatString(specification, expressions).java() + ")");
        at = end + 1;
    }

    /**
     * Returns the end of the expression that starts at the given index. It is followed by {@code =}, {@code !r}, a
     * colon or the closing brace.
     */
    private int endOfExpression(int start) {
        int depth = 0;
        for (Token token : Token.of(contents.substring(start).replace("//", " /"))) {
            int here = start + token.start();
            if (depth == 0 && (token.is("}") || token.is(":") || token.is("!") || token.is("="))) {
                return here;
            }
            depth += token.nesting();
        }
        throw new Unreadable("unclosed { in an f-string; write {{ for a literal brace");
    }

    /**
     * Returns the index of the brace that closes a replacement field. The format specification may contain other
     * fields.
     */
    private int closer(int from) {
        int depth = 1;
        for (int i = from; i < contents.length(); i++) {
            depth += contents.charAt(i) == '{' ? 1 : contents.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new Unreadable("unclosed { in an f-string; write {{ for a literal brace");
    }
}
