package io.github.microgradj.learn;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer: the text that the learner typed, and its value.
 *
 * @param typed the text
 * @param it a Java expression for the answer's last value, or empty if the answer has no value
 */
public record Answer(String typed, Optional<String> it) {
    /** Matches a string literal, which stays unchanged, or one of the two words that refer to the answer. */
    private static final Pattern WORD =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|(?<![\\w.$])(?:it|typed)\\b(?:\\s+(?=instanceof\\b))?");

    /** Matches a name or a field, such as {@code c.grad}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w.$]*\\s*;?");

    /** Matches the characters that a comparison of two answers ignores, such as the {@code .0} of {@code 2.0}. */
    private static final String NO_MATTER = "[\\s;]|(?<=\\d)\\.0\\b";

    private static final Pattern BRACES = Pattern.compile("\\{\\{(.*?)}}");

    /** The largest difference between a right prediction and the value, relative to the value. */
    private static final double TOLERANCE = 0.01;

    private static final double SMALLEST = 1e-6;

    /**
     * Returns an expression from a lesson with {@code it} and {@code typed} replaced, or empty if the expression uses
     * {@code it} and the answer has no value.
     */
    public Optional<String> in(String expression) {
        Matcher words = WORD.matcher(expression);
        StringBuilder replaced = new StringBuilder();
        while (words.find()) {
            String word = words.group();
            if (word.startsWith("it") && it.isEmpty()) {
                return Optional.empty();
            }
            words.appendReplacement(replaced, Matcher.quoteReplacement(replacement(word)));
        }
        return Optional.of(words.appendTail(replaced).toString());
    }

    private String replacement(String word) {
        if (!word.startsWith("it")) {
            return word.equals("typed") ? literal() : word;
        }
        String value = it.map(Answer::grouped).orElseThrow();
        return word.equals("it") ? value : "((Object) " + value + ") "; // A primitive needs the cast.
    }

    private static String grouped(String expression) {
        return expression.matches("[\\w.$]+") && !expression.matches("\\d.*") ? expression : "(" + expression + ")";
    }

    private String literal() {
        return "\"" + typed.strip().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /**
     * Returns the text of a hint. In each expression in double braces, {@code it} and {@code typed} stand for the
     * answer's value and text, and are replaced.
     */
    public String inText(String markdown) {
        return BRACES.matcher(markdown)
                .replaceAll(braces ->
                        Matcher.quoteReplacement("{{" + in(braces.group(1)).orElse(braces.group(1)) + "}}"));
    }

    /** Returns whether a condition in a lesson uses the text of the answer. */
    public static boolean isAboutText(String expression) {
        return WORD.matcher(expression).results().anyMatch(word -> word.group().equals("typed"));
    }

    /** Returns whether the learner only looked at a value, such as {@code c.grad}, which is not an answer. */
    public boolean isLook() {
        String name = typed.strip();
        return NAME.matcher(name).matches() && !name.matches("true|false");
    }

    /** Returns whether the answer is the given code, apart from spaces, semicolons and whole decimals. */
    public boolean isSameAs(String code) {
        return typed.replaceAll(NO_MATTER, "").equals(code.replaceAll(NO_MATTER, ""));
    }

    /** Returns whether a prediction is right: the same value or, for numbers, within 1%. */
    public static boolean isClose(Object predicted, Object value) {
        if (predicted instanceof Number p && value instanceof Number v) {
            double difference = Math.abs(p.doubleValue() - v.doubleValue());
            return p.equals(v) || difference <= SMALLEST + TOLERANCE * Math.abs(v.doubleValue());
        }
        return predicted.equals(value);
    }
}
