package io.github.microgradj.snippet.compiler;

import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Evaluation.Problem;
import io.github.microgradj.snippet.model.Evaluation.Rejected;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes to snippets that are valid Java but not valid inside JShell's wrapper class. */
public final class Wrapping {
    /**
     * The error for a record whose constructor is less accessible than the record. JShell makes records public, so the
     * canonical constructor must be public, too.
     */
    private static final String HIDDEN_CONSTRUCTOR = "compiler.err.invalid.canonical.constructor.in.record";

    /**
     * The error for a constant in an anonymous class. Before Java 19, JShell moves the constant's value out of its
     * declaration.
     */
    private static final String CONSTANT = "compiler.err.cant.assign.val.to.final.var";

    private static final String WRONG_TYPE = "compiler.err.prob.found.req";
    /**
     * Matches an error that occurs where JShell writes out an inferred type that Java cannot express, such as
     * {@code List<Number & Comparable<...>>}.
     */
    private static final Pattern UNWRITABLE = Pattern.compile("(?s).*&.* cannot be converted to ([^&\n]+)");

    private Wrapping() {}

    /**
     * Returns a form of the snippet without the causes of its errors, or empty if none of the causes can be removed.
     */
    public static Optional<Attempt> mended(String source, Rejected rejected) {
        List<Insertion> insertions = rejected.problems().stream()
                .flatMap(problem -> insertions(source, problem).stream())
                .distinct()
                .sorted(Comparator.comparing(Insertion::at).reversed())
                .toList();
        return insertions.isEmpty() ? Optional.empty() : Optional.of(Attempt.of(source, insertions));
    }

    private static List<Insertion> insertions(String source, Problem problem) {
        if (problem.code().equals(CONSTANT)) {
            return isAssignedOnce(source, lastWord(problem.message())) ? constants(source) : List.of();
        }
        if (problem.code().equals(HIDDEN_CONSTRUCTOR) && problem.message().contains("was public")) {
            return List.of(new Insertion(problem.start(), "public "));
        }
        Matcher unwritable = UNWRITABLE.matcher(problem.message());
        return problem.code().equals(WRONG_TYPE) && unwritable.matches()
                ? List.of(
                        new Insertion(problem.end(), ")"),
                        new Insertion(problem.start(), "(" + unwritable.group(1) + ") (Object) ("))
                : List.of();
    }

    private static String lastWord(String message) {
        return message.substring(message.lastIndexOf(' ') + 1);
    }

    private static boolean isAssignedOnce(String source, String name) {
        Pattern assignment = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*=(?!=)");
        return assignment.matcher(source).results().count() == 1;
    }

    /** Returns the insertions that comment out {@code final} next to {@code static}. */
    private static List<Insertion> constants(String source) {
        List<Token> tokens = Token.of(source);
        return IntStream.range(1, tokens.size())
                .filter(i -> tokens.get(i).is("final") || tokens.get(i).is("static"))
                .filter(i -> tokens.get(i - 1).is("final") || tokens.get(i - 1).is("static"))
                .mapToObj(i -> tokens.get(tokens.get(i).is("final") ? i : i - 1))
                .flatMap(word -> Stream.of(new Insertion(word.end(), "*/"), new Insertion(word.start(), "/*")))
                .toList();
    }

    /** A piece of text that is inserted into a snippet. */
    record Insertion(int at, String text) {}

    /** A snippet that contains inserted text, and the insertions, ordered from last to first. */
    public record Attempt(String source, List<Insertion> insertions) {
        static Attempt of(String source, List<Insertion> insertions) {
            StringBuilder text = new StringBuilder(source);
            insertions.forEach(each -> text.insert(each.at, each.text));
            return new Attempt(text.toString(), insertions);
        }

        /** Returns the evaluation with error positions that refer to the original snippet. */
        public Evaluation mappedBack(Evaluation evaluation) {
            if (!(evaluation instanceof Rejected rejected)) {
                return evaluation;
            }
            return new Rejected(rejected.problems().stream().map(this::moved).toList());
        }

        private Problem moved(Problem problem) {
            Problem moved = problem;
            for (int i = insertions.size() - 1; i >= 0; i--) {
                Insertion each = insertions.get(i);
                moved = moved.moved(each.at, each.text.length());
            }
            return moved;
        }
    }
}
