package io.github.microgradj.shell.infix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of Python as Java: what micrograd's README and notebooks consist of, for pasting. Not a Python: no blocks, no
 * comprehensions; what is not known is copied, and the compiler judges.
 */
final class PythonLine {
    private static final Pattern FIELD = Pattern.compile("\\{\\{|}}|\\{([^{}:!]+)(?:![rs])?(?::([^{}]*))?}");
    private static final Map<String, String> WORDS =
            Map.of("True", "true", "False", "false", "None", "null", "and", "&&", "or", "||", "not", "!", "is", "==");
    private static final Map<String, String> FUNCTIONS =
            Map.of("len", "Python.len", "str", "Python.text", "draw_dot", "drawDot", "abs", "Math.abs");
    private static final Set<String> MODULES = Set.of("nn", "engine", "micrograd", "random", "math", "np");
    private static final Set<String> CLASSES = Set.of("Value", "Neuron", "Layer", "MLP");

    private final String text;
    private final List<Token> tokens;
    private final Predicate<String> isVariable;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private PythonLine(String text, Predicate<String> isVariable) {
        this.text = text;
        this.tokens = Token.of(text);
        this.isVariable = isVariable;
    }

    /** The line as Java; empty if there is nothing of Python in it; an empty text if it does nothing. */
    static Optional<String> translated(String line, Predicate<String> isVariable) {
        String code = PythonForm.withoutComments(line).strip().replaceFirst(";$", "");
        if (PythonForm.isImport(code) || code.startsWith("np.random.seed(")) {
            return Optional.of("");
        }
        if (PythonForm.end(code).isEmpty() || Token.of(code).stream().anyMatch(Token::isUnclosed)) {
            return Optional.empty();
        }
        String java = new PythonLine(code, isVariable).translate();
        return java.equals(line.strip().replaceFirst(";$", ""))
                ? Optional.empty()
                : Optional.of(java.isEmpty() ? "" : java + ";");
    }

    /** Translates from the current token to the end. */
    private String translate() {
        while (at < tokens.size()) {
            next();
        }
        return java.toString();
    }

    private void next() {
        Token token = tokens.get(at);
        if (PythonForm.isFormat(tokens, at)) {
            copyBlank();
            java.append(formatted(contents(tokens.get(at + 1))));
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

    /** Writes something for the current token and goes on. */
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
        } else if (word.equals("label") && nextIs(1, "=") && !nextIs(2, "=")) {
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

    /** {@code nn.MLP(..)} is {@code MLP(..)}, {@code random.seed(1)} the shell's, {@code math.exp(1)} Java's. */
    private void module() {
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

    /** {@code (2, [16, 16, 1])}: the sizes are arguments of their own in Java. */
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

    /** Translates what stands between two brackets, the first of which is the current token. */
    private void bracketed(String opening, String closing) {
        int closer = closer(at);
        put(opening);
        while (at < closer) {
            next();
        }
        put(closing);
    }

    private int closer(int opener) {
        int depth = 0;
        for (int i = opener; i < tokens.size(); i++) {
            depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private boolean nextIs(int distance, String symbol) {
        return at + distance < tokens.size() && tokens.get(at + distance).is(symbol);
    }

    private static String contents(Token quoted) {
        int quote = quoted.quote().length();
        return quoted.text().substring(quote, quoted.text().length() - quote);
    }

    /** {@code zero_grad} is {@code zeroGrad}. */
    private static String camelCase(String name) {
        return Pattern.compile("(?<=\\w)_([a-z])").matcher(name).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT));
    }

    /** An f-string as a sum of texts. */
    private String formatted(String contents) {
        List<String> parts = new ArrayList<>();
        Matcher field = FIELD.matcher(contents);
        StringBuilder literal = new StringBuilder();
        int copied = 0;
        while (field.find()) {
            literal.append(contents, copied, field.start());
            copied = field.end();
            if (field.group(1) == null) {
                literal.append(field.group().charAt(0));
                continue;
            }
            addLiteral(literal, parts);
            String value = new PythonLine(field.group(1).strip(), isVariable).translate();
            parts.add("Python.format(" + value + ", \"" + Objects.toString(field.group(2), "") + "\")");
        }
        addLiteral(literal.append(contents.substring(copied)), parts);
        String sum = parts.isEmpty() ? "\"\"" : String.join(" + ", parts);
        return parts.size() > 1 ? "(" + sum + ")" : sum;
    }

    private static void addLiteral(StringBuilder literal, List<String> parts) {
        if (literal.length() > 0) {
            parts.add('"' + quoted(literal.toString()) + '"');
            literal.setLength(0);
        }
    }

    private static String quoted(String text) {
        return text.replaceAll("(?<!\\\\)\"", "\\\\\"");
    }
}
