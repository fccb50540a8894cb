package io.github.microgradj.shell.snippet;

import io.github.microgradj.shell.doc.Facts;
import io.github.microgradj.shell.doc.Members;
import io.github.microgradj.shell.infix.Infix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * What may be typed at the cursor. JShell knows; but for {@code (a + b).} it has no type, so it is asked about the plain Java
 * that the operand comes to. Types come from reflection, which takes no time: JShell would need milliseconds for each.
 */
record Suggestions(SourceCodeAnalysis analysis, Scope scope, Function<String, Infix.Translation> java) {
    Completions at(String code, int cursor) {
        String masked = Infix.masked(code).substring(0, cursor);
        Completions found = ofJava(masked);
        int dot = code.lastIndexOf('.', cursor - 1);
        boolean member = dot > 0
                && code.charAt(dot - 1) == ')'
                && code.substring(dot + 1, cursor).chars().allMatch(Character::isJavaIdentifierPart);
        return found.suggestions().isEmpty() && member ? ofInfix(code, dot, cursor) : found;
    }

    private Completions ofInfix(String code, int dot, int cursor) {
        Infix.Translation operand = java.apply(code.substring(Infix.operandBefore(code, dot), dot));
        String member = code.substring(dot, cursor);
        return new Completions(
                dot + 1,
                operand.faults().isEmpty() ? ofJava(operand.java() + member).suggestions() : List.of());
    }

    private Completions ofJava(String typed) {
        int[] anchor = {typed.length()};
        Map<String, Boolean> found = new LinkedHashMap<>();
        for (Suggestion each : analysis.completionSuggestions(typed, typed.length(), anchor)) {
            found.merge(each.continuation(), each.matchesType(), Boolean::logicalOr);
        }
        boolean begun = anchor[0] < typed.length();
        List<Ranked> ranked = new ArrayList<>();
        Known known = known(typed.substring(0, anchor[0]));
        found.forEach((continuation, fits) -> ranked.add(known.ranked(continuation, fits)));
        return new Completions(
                anchor[0],
                ranked.stream()
                        .filter(each -> begun || each.rank() < Ranked.ONLY_IF_BEGUN)
                        .sorted(Comparator.comparing(Ranked::place))
                        .map(Ranked::suggestion)
                        .toList());
    }

    /** A suggestion and how likely it is meant. */
    private record Ranked(String continuation, Facts facts, int rank, boolean fits) {
        static final int OF_EVERY_OBJECT = 8;
        static final int ONLY_IF_BEGUN = 9;

        int place() {
            return rank + (fits ? 0 : OF_EVERY_OBJECT / 2);
        }

        Completions.Suggestion suggestion() {
            return new Completions.Suggestion(continuation, facts.type(), facts.summary());
        }
    }

    /** What is known of the names that may stand somewhere. */
    private interface Known {
        Ranked ranked(String continuation, boolean fits);
    }

    private Known known(String before) {
        String selected = before.stripTrailing().replaceFirst("\\.$", "");
        if (selected.length() == before.stripTrailing().length()) {
            return new Names(scope, scope.declared(), scope.staticImports());
        }
        String receiver = selected.substring(Infix.operandBefore(selected, selected.length()));
        String type = scope.variable(receiver)
                .or(() -> Optional.ofNullable(analysis.analyzeType(receiver, receiver.length())))
                .orElse(receiver);
        return scope.type(type)
                .<Known>map(found -> new MembersOf(Members.of(found, SnippetEngine.simple(type))))
                .orElse((continuation, fits) -> new Ranked(continuation, Facts.NONE, 0, fits));
    }

    private record MembersOf(Members members) implements Known {
        @Override
        public Ranked ranked(String continuation, boolean fits) {
            String name = continuation.replaceFirst("\\(.*", "");
            boolean monitor = name.matches("wait|notify|notifyAll");
            int rank = monitor ? Ranked.ONLY_IF_BEGUN : Members.isOfEveryObject(name) ? Ranked.OF_EVERY_OBJECT : 0;
            return new Ranked(continuation, members.facts(continuation).orElse(Facts.NONE), rank, fits);
        }
    }

    /** What stands alone: what the session has declared comes first, then what is ours, then Java's. */
    private record Names(Scope scope, Map<String, String> declared, List<Members> imported) implements Known {
        @Override
        public Ranked ranked(String name, boolean fits) {
            String type = declared.get(name);
            if (type != null) {
                return new Ranked(name, new Facts(type, ""), name.startsWith("$") ? 1 : 0, fits);
            }
            return imported.stream()
                    .flatMap(members -> members.facts(name).stream())
                    .findFirst()
                    .or(() -> scope.ours(name))
                    .map(facts -> new Ranked(name, facts, 2, fits))
                    .orElseGet(() -> new Ranked(name, Facts.NONE, Ranked.ONLY_IF_BEGUN, fits));
        }
    }
}
