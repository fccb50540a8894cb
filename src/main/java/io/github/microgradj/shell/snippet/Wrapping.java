package io.github.microgradj.shell.snippet;

import io.github.microgradj.shell.snippet.Evaluation.Problem;
import io.github.microgradj.shell.snippet.Evaluation.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to a snippet that is good Java, but no longer is where JShell's wrapping puts it. */
final class Wrapping {
    /** JShell makes a record public, and so its canonical constructor has to be. */
    private static final String HIDDEN_CONSTRUCTOR = "compiler.err.invalid.canonical.constructor.in.record";

    private static final String WRONG_TYPE = "compiler.err.prob.found.req";
    /** JShell writes a type down that is near to the one inferred, {@code List<Number & Comparable<...>>}. */
    private static final Pattern UNWRITABLE = Pattern.compile("(?s).*&.* cannot be converted to ([^&\n]+)");

    private Wrapping() {}

    /** The snippet as JShell takes it; empty if the problem is another. */
    static Optional<Attempt> mended(String source, Rejected rejected) {
        return rejected.problems().stream()
                .map(Wrapping::insertions)
                .filter(insertions -> !insertions.isEmpty())
                .findFirst()
                .map(insertions -> Attempt.of(source, insertions));
    }

    private static List<Insertion> insertions(Problem problem) {
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

    /** A text that is put into a snippet. */
    record Insertion(int at, String text) {}

    /** A snippet with insertions, the last one first. */
    record Attempt(String source, List<Insertion> insertions) {
        private static Attempt of(String source, List<Insertion> insertions) {
            StringBuilder text = new StringBuilder(source);
            insertions.forEach(each -> text.insert(each.at, each.text));
            return new Attempt(text.toString(), insertions);
        }

        /** The verdict, with the places in the snippet as it was. */
        Evaluation told(Evaluation evaluation) {
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
