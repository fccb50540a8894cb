package io.github.microgradj.shell.infix;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is Python beyond single lines, and not understood: its form, by which Java is told from it, and what Java writes instead. */
enum PythonBlock {
    COMPREHENSION("[\\[(] .* for [\\w ,]+ in .*", "xs.stream().map(x -> ...).toList()"),
    LOOP("^for [\\w ,]+ in .*", "for (var x : xs) { ... } or for (int i = 0; i < n; i++) { ... }"),
    FUNCTION("^def \\w+ \\(.*", "Value f(Value x) { return x * x; }"),
    CLASS("^class \\w+ (\\( .*)?:.*", "class A implements Module { ... }"),
    LAMBDA("\\blambda [\\w ,]*:.*", "x -> x * x"),
    CHOICE("(?<!else)(?<![{};)]) if [^;{}]* else ", "condition ? a : b"),
    CONDITION("^(?:if|elif|else|match) .*:", "if (condition) { ... } else { ... }"),
    REPETITION("^while .*:", "while (condition) { ... }"),
    TRIAL("^(?:try|except|finally|with) .*:", "try { ... } catch (Exception e) { ... }");

    private final Pattern form;
    private final String java;

    PythonBlock(String form, String java) {
        this.form = Pattern.compile(form);
        this.java = java;
    }

    /** What to tell of a block. */
    static String refusal(String text) {
        String words = words(PythonForm.header(text));
        String java = Arrays.stream(values())
                .filter(block -> block.form.pattern().startsWith("^")
                        && block.form.matcher(words).find())
                .findFirst()
                .map(block -> block.java)
                .orElse("{ ... }");
        return "nothing of this block was run: it is Python; Java writes " + java;
    }

    private static String words(String text) {
        return Token.of(text).stream()
                .map(token -> token.kind() == Token.Kind.QUOTED ? "\"\"" : token.text())
                .collect(Collectors.joining(" "));
    }

    /** What to write instead of the Python in a text, if there is some. */
    static Optional<String> hint(String text) {
        String words = words(text);
        return Arrays.stream(values())
                .filter(block -> block.form.matcher(words).find())
                .findFirst()
                .map(block -> "this is Python; Java writes " + block.java);
    }
}
