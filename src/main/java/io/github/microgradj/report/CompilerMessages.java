package io.github.microgradj.report;

import io.github.microgradj.text.TypeNames;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The most common compiler messages and their plain-language replacements, one row each. Replacements are on one line
 * and name classes without packages.
 */
public final class CompilerMessages {
    private record Row(Pattern message, String words) {}

    private static final List<Row> ROWS = List.of(
            row("cannot find symbol: method (.*?), in (?:variable \\S+ of type|class) (.+)", "$2 has no method $1"),
            row("cannot find symbol: variable (.*?), in (?:variable \\S+ of type|class) (.+)", "$2 has no field $1"),
            row("cannot find symbol: (variable|method|class) (.*)", "there is no $1 $2"),
            row(
                    "incompatible types: possible lossy conversion from (\\S+) to (\\S+)",
                    "expected $2, got $1; write ($2) before the value to convert it"),
            row("incompatible types: (.+?) cannot be converted to ([^;]+)(.*)", "expected $2, got $1$3"),
            row(
                    "incompatible types: bad return type in lambda expression; (.*)",
                    "the lambda returns the wrong type: $1"),
            row(
                    "method (\\w+) in \\w+ \\S+ cannot be applied to given types; "
                            + "required: +no arguments; found: +(.*?); reason.*",
                    "$1() takes no argument, got $2"),
            row(
                    "(?:method|constructor) (\\w+) in \\w+ \\S+ cannot be applied to given types; "
                            + "required: +(.*?); found: +(.*?); reason.*",
                    "$1 takes ($2), got ($3)"),
            row("no suitable (?:method|constructor) found for (\\w+)\\((.*?)\\)(.*)", "no $1 takes ($2)$3"),
            row(
                    "reference to (\\w+) is ambiguous; both method \\w+\\((\\w+)\\.\\.\\.\\) in \\w+ "
                            + "and method \\w+\\((\\w+)\\.\\.\\.\\) in \\w+ match",
                    "$1 takes at least one argument"),
            row("package (\\w+) does not exist", "there is no class or package $1"),
            row("missing return statement", "a path through this method ends without a return"),
            row(
                    "unreported exception (\\w+); must be caught.*",
                    "$1 must be caught here: try { ... } catch ($1 e) { ... }"),
            row(
                    "variable (\\S+) might not have been initialized",
                    "$1 may have no value here; assign a value where $1 is declared"),
            row("variable (\\S+) is already defined.*", "there is already a variable $1 here"),
            row("unreachable statement", "this statement is never reached, because the one before it never completes"),
            row(
                    "local variables referenced from (a lambda expression|an inner class) "
                            + "must be final or effectively final",
                    "$1 cannot use a local variable that is reassigned; copy it first: var copy = ..."),
            row("(\\S+) cannot be dereferenced", "$1 is not an object, so it has no methods or fields"),
            row("array required, but (.+) found", "a value of type $1 is not an array, so [ ] cannot follow it"),
            row("no interface expected here", "this is an interface; write implements instead of extends"),
            row(
                    "incompatible types: inference variable \\w+ has incompatible bounds; "
                            + "equality constraints: (.+?); +lower bounds: (.+)",
                    "expected $1, got $2"),
            row(
                    "sealed class must have subclasses",
                    "a sealed type must list its subtypes, as in sealed interface Shape permits Circle, Square {}"),
            row("code too large", "this is too much code for one Java method; read large data from a file"),
            row("not a statement", "this is not a statement: it does nothing by itself"),
            row("reached end of file while parsing", "the input ends too early: a closing brace or bracket is missing"),
            row("unclosed character literal", "the string has no closing quote"),
            row("unclosed string literal", "the string has no closing quote"),
            row("(\\S+) is abstract; cannot be instantiated", "$1 is abstract, so it cannot be instantiated with new"));

    private static final Pattern ARRAY_AS_VALUE =
            Pattern.compile("expected Value, got Value\\[\\].*|Value\\[\\] has no .*|bad operand type.*Value\\[\\].*");

    private CompilerMessages() {}

    private static Row row(String message, String words) {
        return new Row(Pattern.compile(message), words);
    }

    /**
     * Returns a compiler message in plain language. If no row matches, only puts the message on one line and removes
     * package names.
     */
    public static String of(String message) {
        String line = TypeNames.withoutPackages(message.lines()
                        .map(String::strip)
                        .filter(each -> !each.equals("location: class"))
                        .collect(Collectors.joining("\n"))
                        .replaceFirst("\nsymbol: +", ": ")
                        .replaceFirst("\nlocation: +", ", in ")
                        .replaceAll(";?\n", "; "))
                .replaceAll(",(?=[A-Za-z])", ", ");
        String words = ROWS.stream()
                .map(row -> row.message.matcher(line).matches()
                        ? row.message.matcher(line).replaceFirst(row.words)
                        : "")
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(line);
        return ARRAY_AS_VALUE.matcher(words).matches() ? words + "; it holds one Value per output, so add [0]" : words;
    }
}
