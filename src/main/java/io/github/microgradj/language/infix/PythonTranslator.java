package io.github.microgradj.language.infix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A translator of single lines of Python to Java. It supports what users paste from micrograd's README and notebooks,
 * but neither blocks nor comprehensions. It copies any other text unchanged, so that the compiler can check it.
 */
final class PythonTranslator {
    private static final Pattern SEVERAL = Pattern.compile(
            "(\\w+)\\s*,\\s*(\\w+)\\s*=\\s*([^=,()\\[\\]]+),([^=,()\\[\\]]+)|(\\w+)\\s*=\\s*(\\w+)\\s*=(?!=)\\s*(.*)");
    private static final Map<String, String> WORDS =
            Map.of("True", "true", "False", "false", "None", "null", "and", "&&", "or", "||", "not", "!", "is", "==");
    private static final Map<String, String> FUNCTIONS = Map.of(
            "len",
            "Python.len",
            "str",
            "Python.text",
            "draw_dot",
            "drawDot",
            "repr",
            "Python.repr",
            "float",
            "Python.number",
            "int",
            "Python.whole");
    private static final Map<String, String> CONSTANTS = Map.of(
            "pi",
            "Math.PI",
            "e",
            "Math.E",
            "tau",
            "(2 * Math.PI)",
            "inf",
            "Double.POSITIVE_INFINITY",
            "nan",
            "Double.NaN");
    private static final Set<String> MODULES = Set.of("nn", "engine", "micrograd", "random", "math", "np");
    private static final Set<String> KEYWORDS = Set.of("data", "label");
    private static final Set<String> CLASSES = Set.of("Value", "Neuron", "Layer", "MLP");

    private static final String F_STRING = "f'{x:.4f}'";

    private final String text;
    private final List<Token> tokens;
    private final Predicate<String> isVariable;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private PythonTranslator(String text, Predicate<String> isVariable) {
        this.text = text;
        this.tokens = Token.of(text);
        this.isVariable = isVariable;
    }

    /** The error for a line of Python that cannot be translated. The message says what to type instead. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * Returns the line as Java. The Optional is empty if the line contains no Python. The string is empty if the line
     * has no effect.
     */
    static Optional<String> translated(String line, Predicate<String> isVariable) {
        String code = PythonForm.withoutComments(line).strip().replaceFirst(";$", "");
        if (PythonForm.isImport(code) || code.startsWith("np.random.seed(")) {
            return Optional.of("");
        }
        if (PythonForm.end(code).isEmpty() || Token.of(code).stream().anyMatch(Token::isUnclosed)) {
            return Optional.empty();
        }
        checkOneAssignment(code, isVariable);
        String java = new PythonTranslator(code, isVariable).translate();
        return java.equals(line.strip().replaceFirst(";$", ""))
                ? Optional.empty()
                : Optional.of(java.isEmpty() ? "" : java + ";");
    }

    /** Rejects {@code a, b = 1, 2}, and {@code p = q = 3} if {@code q} is unknown. */
    private static void checkOneAssignment(String code, Predicate<String> isVariable) {
        Matcher several = SEVERAL.matcher(code);
        if (several.matches() && several.group(1) != null) {
            throw new Unreadable("write separate assignments: %s = %s; %s = %s"
                    .formatted(
                            several.group(1),
                            several.group(3).strip(),
                            several.group(2),
                            several.group(4).strip()));
        }
        if (several.matches() && !isVariable.test(several.group(6))) {
            throw new Unreadable("write separate assignments: %2$s = %3$s; %1$s = %2$s"
                    .formatted(several.group(5), several.group(6), several.group(7)));
        }
    }

    /** Rejects Python syntax that Java would interpret differently. */
    private void checkReadable(Token token) {
        Token before = at == 0 ? token : tokens.get(at - 1);
        if (token.kind() == Token.Kind.QUOTED && nextIs(1, ".") && nextIs(2, "format") && nextIs(3, "(")) {
            throw new Unreadable(
                    "the shell does not support format() of strings; write an f-string, such as " + F_STRING);
        }
        if (token.is("%") && before.kind() == Token.Kind.QUOTED) {
            throw new Unreadable(
                    "the shell does not format strings with the operator %; write an f-string, such as " + F_STRING);
        }
        if (token.is("@")
                && DivisionOperators.endsOperand(before)
                && !text.contains("{")) { // Otherwise, it is an annotation.
            throw new Unreadable("the matrix product @ is not supported; write out the sum of products");
        }
        if (token.is("_backward") && before.is(".") && at > 1) {
            String value = tokens.get(at - 2).text();
            throw new Unreadable("a Value has no _backward(); :graph " + value
                    + " page.html steps through the backward pass, and :java " + value + " --backward shows its code");
        }
    }

    /** Translates the text from the current token to the end. */
    private String translate() {
        while (at < tokens.size()) {
            next();
        }
        return java.toString();
    }

    private void next() {
        Token token = tokens.get(at);
        checkReadable(token);
        if (token.is(",") && endsList()) {
            at++;
        } else if (PythonForm.isFormat(tokens, at)) {
            copyBlank();
            java.append(new FormatString(
                            contents(tokens.get(at + 1)), field -> new PythonTranslator(field, isVariable).translate())
                    .java());
            at += 2;
        } else if (token.kind() == Token.Kind.QUOTED) {
            put('"' + quoted(contents(token)) + '"');
        } else if (PythonForm.isList(tokens, at)) {
            bracketed("Python.list(", ")");
        } else if (token.isWord()) {
            word(token.text(), at > 0 && tokens.get(at - 1).is("."));
        } else {
            put(token.text());
        }
    }

    /** Appends a replacement for the current token and advances. */
    private void put(String replacement) {
        copyBlank();
        java.append(replacement);
        at++;
    }

    private void copyBlank() {
        int from = at == 0 ? 0 : tokens.get(at - 1).end();
        java.append(text, from, tokens.get(at).start());
    }

    private void word(String word, boolean selected) {
        if (MODULES.contains(word) && nextIs(1, ".") && at + 2 < tokens.size() && !selected && !isVariable.test(word)) {
            module();
        } else if (KEYWORDS.contains(word) && nextIs(1, "=") && isArgument()) {
            copyBlank();
            at += 2;
        } else if (!nextIs(1, "(")) {
            put(selected ? word : WORDS.getOrDefault(word, word));
        } else if (selected) {
            put(camelCase(word));
        } else {
            call(word);
        }
    }

    private boolean isArgument() {
        return at > 0 && (tokens.get(at - 1).is("(") || tokens.get(at - 1).is(","));
    }

    /**
     * Returns whether the current comma directly precedes the closing bracket of a list or a call. Returns false for a
     * tuple such as {@code (1,)}.
     */
    private boolean endsList() {
        if (nextIs(1, "]")) {
            return true;
        }
        int opener = nextIs(1, ")") ? Token.partner(tokens, at + 1).orElse(0) : 0;
        return opener > 0
                && (tokens.get(opener - 1).isWord() || tokens.get(opener - 1).closes());
    }

    /**
     * Translates a name that is qualified with a Python module. {@code nn.MLP(..)} becomes {@code MLP(..)},
     * {@code random.seed(1)} becomes a call to the shell's random generator, and {@code math.exp(1)} becomes a call to
     * {@code Math}.
     */
    private void module() {
        String constant = CONSTANTS.get(tokens.get(at + 2).text());
        if (constant != null && !nextIs(3, "(") && !tokens.get(at).is("nn")) {
            copyBlank();
            java.append(constant);
            at += 3;
            return;
        }
        if (tokens.get(at).is("random")) {
            put("PythonRandom.shared()");
        } else if (tokens.get(at).is("math")) {
            put("Math");
        } else {
            copyBlank();
            at += 2;
            word(tokens.get(at).text(), false);
        }
    }

    private void call(String function) {
        String made = at > 0 && tokens.get(at - 1).is("new") ? function : "new " + function;
        if (function.equals("MLP")) {
            put(made);
            layers();
        } else if (CLASSES.contains(function)) {
            put(made);
        } else if (isVariable.test(function)) {
            put(function + ".forward");
        } else {
            put(WORDS.containsKey(function) ? WORDS.get(function) : FUNCTIONS.getOrDefault(function, function));
        }
    }

    /** Translates arguments such as {@code (2, [16, 16, 1])} to separate arguments, without the inner brackets. */
    private void layers() {
        int closer = closer(at);
        put("(");
        while (at < closer) {
            if (tokens.get(at).is("[") || tokens.get(at).is("]")) {
                copyBlank();
                at++;
            } else {
                next();
            }
        }
        put(")");
    }

    /** Translates the text between two brackets. The opening bracket is the current token. */
    private void bracketed(String opening, String closing) {
        int closer = closer(at);
        put(opening);
        while (at < closer) {
            next();
        }
        put(closing);
    }

    private int closer(int opener) {
        return Token.partner(tokens, opener).orElse(tokens.size() - 1);
    }

    private boolean nextIs(int distance, String symbol) {
        return at + distance < tokens.size() && tokens.get(at + distance).is(symbol);
    }

    private static String contents(Token quoted) {
        int quote = quoted.quote().length();
        return quoted.text().substring(quote, quoted.text().length() - quote);
    }

    /** Returns a name in camel case, such as {@code zeroGrad} for {@code zero_grad}. */
    private static String camelCase(String name) {
        return Pattern.compile("(?<=\\w)_([a-z])").matcher(name).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT));
    }

    static String quoted(String text) {
        return text.replaceAll("(?<!\\\\)\"", "\\\\\"");
    }
}
