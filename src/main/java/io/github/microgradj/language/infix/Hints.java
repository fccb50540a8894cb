package io.github.microgradj.language.infix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compiler's messages about Values, reworded in the user's terms, with hints on what to write. */
final class Hints {
    private static final String VALUE = "io.github.microgradj.engine.Value";
    /** Matches the dividend of a quotient such as {@code 2/3}, which is 0 in Java. */
    private static final Pattern WHOLE_DIVIDEND = Pattern.compile("(?<![\\w.])(\\d+)(?=\\s*/(?![/*]))");

    /** Matches an expression that {@code .data} can follow without parentheses. */
    private static final Pattern CHAIN = Pattern.compile("[\\w.]+(\\([^()]*\\)|\\[[^\\[\\]]*\\])?");

    private static final Pattern NO_METHOD = Pattern.compile("no suitable method found for (\\w+)\\((.*)\\)");
    private static final Pattern OPERATOR = Pattern.compile("operator '(.*)'");
    private static final Pattern NUMBER_TO_VALUE =
            Pattern.compile("incompatible types: (?:byte|short|char|int|long|float|double"
                    + "|java\\.lang\\.(?:Byte|Short|Character|Integer|Long|Float|Double)) cannot be converted to "
                    + Pattern.quote(VALUE));
    private static final Pattern VALUE_TO_NUMBER = Pattern.compile("incompatible types: " + Pattern.quote(VALUE)
            + " cannot be converted to (byte|short|char|int|long|float|double|java\\.lang\\.(?:Double|Number))");

    private Hints() {}

    /**
     * Returns the given error, reworded in the user's terms, with a hint if there is one.
     *
     * @param fault an error with positions in the user's text
     * @param call whether the error is about a call that replaced an operator
     * @param source the user's text
     */
    static Diagnostic explained(Diagnostic fault, boolean call, String source) {
        String message = call ? aboutOperator(fault, source) : fault.message();
        return fault.withMessage(firstReason(message) + hint(fault, message, source));
    }

    /**
     * Returns a message such as {@code bad operand types for binary operator '+'} in place of the compiler's message
     * about a call to {@code Ops.add}.
     */
    private static String aboutOperator(Diagnostic fault, String source) {
        String operator = operatorAt(source, fault.position());
        Matcher matcher = NO_METHOD.matcher(fault.message());
        if (!matcher.lookingAt()) {
            return fault.is("ref.ambiguous")
                    ? "bad operand types for binary operator '" + operator + "'"
                    : fault.message();
        }
        List<String> types = arguments(matcher.group(2));
        return types.size() == 2
                ? "bad operand types for binary operator '" + operator + "'\n  first type:  " + types.get(0)
                        + "\n  second type: " + types.get(1)
                : "bad operand type " + matcher.group(2) + " for unary operator '" + operator + "'";
    }

    private static String operatorAt(String source, int position) {
        return Token.of(source).stream()
                .filter(token -> token.start() == position)
                .map(token -> token.text().length() > 1 ? token.text().replaceFirst("=$", "") : token.text())
                .findFirst()
                .orElse("");
    }

    /** Splits a list of types at its commas, except those inside angle brackets. */
    private static List<String> arguments(String types) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= types.length(); i++) {
            char c = i == types.length() ? ',' : types.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                arguments.add(types.substring(begin, i));
                begin = i + 1;
            }
        }
        return arguments;
    }

    /** Returns the message up to the list of candidate methods. */
    private static String firstReason(String message) {
        int candidates = message.startsWith("no suitable ") ? message.indexOf('\n') : -1;
        return candidates < 0 ? message : message.substring(0, candidates);
    }

    private static String hint(Diagnostic fault, String message, String source) {
        if (NUMBER_TO_VALUE.matcher(message).lookingAt()) {
            String number = source.substring(fault.start(), fault.end());
            return "; write new Value(" + WHOLE_DIVIDEND.matcher(number).replaceAll("$1.0") + ")";
        }
        Matcher toNumber = VALUE_TO_NUMBER.matcher(message);
        if (toNumber.lookingAt()) {
            String value = source.substring(fault.start(), fault.end());
            return value.contains("=") // such as total += a
                    ? "; write .data after the Value"
                    : "; write " + data(value, toNumber.group(1));
        }
        Matcher operator = OPERATOR.matcher(message);
        boolean ours = message.startsWith("bad operand type") && message.contains(VALUE) && operator.find();
        return ours ? operatorHint(operator.group(1), fault, message, source) : "";
    }

    /** Returns an expression for the number in a Value, cast to the given type, such as {@code (int) (a + b).data}. */
    private static String data(String value, String type) {
        String cast = type.contains(".") || type.equals("double") ? "" : "(" + type + ") ";
        return cast + (CHAIN.matcher(value).matches() ? value : "(" + value + ")") + ".data";
    }

    private static String operatorHint(String operator, Diagnostic fault, String message, String source) {
        return switch (operator) {
            case "<", ">", "<=", ">=", "==", "!=" -> "; compare .data";
            case "^" -> "; write ** for a power";
            case "++", "--" ->
                "; write " + source.substring(fault.start(), fault.end()).replace(operator, "") + " "
                        + operator.charAt(0) + "= 1";
            case "+", "-", "*", "/" -> isAssignment(fault, source) ? assignmentHint(operator, message) : "";
            default -> "";
        };
    }

    private static boolean isAssignment(Diagnostic fault, String source) {
        return fault.isOperator()
                && Token.of(source).stream()
                        .anyMatch(token -> token.start() == fault.position()
                                && token.text().endsWith("="));
    }

    /**
     * Returns the hint for a compound assignment that is not translated, because its left side must not be evaluated
     * twice.
     */
    private static String assignmentHint(String operator, String message) {
        return message.contains("first type:  " + VALUE)
                ? "; the left side of " + operator
                        + "= would be evaluated twice; first assign the part before the dot to a variable, as in"
                        + " var t = ..."
                : "; write .data after the Value";
    }
}
