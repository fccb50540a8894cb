package io.github.microgradj.language.infix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Python constructs that are recognised but not translated. Each constant has a pattern that recognises the
 * construct, and the Java equivalent to suggest.
 */
enum PythonBlock {
    COMPREHENSION("[\\[(] .* for [\\w ,]+ in .*", "xs.stream().map(x -> ...).toList()"),
    LOOP("^for [\\w ,]+ in .*", "for (var x : xs) { ... } or for (int i = 0; i < n; i++) { ... }"),
    FUNCTION("^def \\w+ \\(.*", "Value f(Value x) { return x * x; }"),
    CLASS("^class \\w+ (\\( .*)?:.*", "class A implements Module { ... }"),
    LAMBDA("\\blambda [\\w ,]*:.*", "x -> x * x"),
    /**
     * A conditional expression. Java's {@code if} does not match, because an opening bracket follows it and a semicolon
     * or a brace precedes it.
     */
    CHOICE("(?:(?<!\\belse|\\bdo|[:>)]) if |(?<=\\)) if (?!\\())(?:.* )?else ", "condition ? a : b"),
    CONDITION("^(?:if|elif|else|match) .*:", "if (condition) { ... } else { ... }"),
    REPETITION("^while .*:", "while (condition) { ... }"),
    TRIAL("^(?:try|except|finally|with) .*:", "try { ... } catch (Exception e) { ... }");

    private final Pattern form;
    private final String java;

    PythonBlock(String form, String java) {
        this.form = Pattern.compile(form);
        this.java = java;
    }

    /** Returns the error message for the given block. */
    static String refusal(String text) {
        String words = words(Token.of(PythonForm.header(text)));
        String java = Arrays.stream(values())
                .filter(block -> block.form.pattern().startsWith("^")
                        && block.form.matcher(words).find())
                .findFirst()
                .map(block -> block.java)
                .orElse("{ ... }");
        return "this block is Python, so no part of it was run; in Java, write " + java;
    }

    private static String words(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.kind() == Token.Kind.QUOTED ? "\"\"" : token.text())
                .collect(Collectors.joining(" "));
    }

    /** Returns a hint for the Python construct at the given index of the text, or empty if there is none. */
    static Optional<String> hint(String text, int place) {
        String words = words(statement(Token.of(text), place));
        return Arrays.stream(values())
                .filter(block -> block.form.matcher(words).find())
                .findFirst()
                .map(block -> "this is Python; in Java, write " + block.java);
    }

    /** Returns the tokens of the statement at the given index. Semicolons and braces delimit statements. */
    private static List<Token> statement(List<Token> tokens, int place) {
        List<Token> statement = new ArrayList<>();
        for (Token token : tokens) {
            boolean ends = token.is(";") || token.is("{") || token.is("}");
            if (ends && token.start() >= place) {
                break;
            }
            if (ends) {
                statement.clear();
            } else {
                statement.add(token);
            }
        }
        return statement;
    }
}
