package io.github.microgradj.snippet.assist;

import io.github.microgradj.documentation.Facts;
import io.github.microgradj.documentation.Members;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.snippet.model.Completions;
import io.github.microgradj.snippet.model.SnippetSplitter;
import io.github.microgradj.snippet.model.SnippetSplitter.Completeness;
import io.github.microgradj.snippet.model.SnippetSplitter.Cut;
import io.github.microgradj.text.TypeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * The completions at the cursor. JShell computes them. It cannot find the type of an infix operand such as
 * {@code (a + b)} before a dot, so it receives the operand as plain Java. The types of the completions come from
 * reflection, which is immediate; JShell would take milliseconds for each type.
 */
public record Suggestions(
        SourceCodeAnalysis analysis, Scope scope, Function<String, InfixTranslator.Translation> java) {
    /** Matches a method declaration: a type, a name, parameters and a body. */
    private static final Pattern METHOD = Pattern.compile("(?s)(?!(?:new|record|return|throw|else|yield|assert)\\b)"
            + "(?:[\\w$.@<>\\[\\]?,&]+\\s+)+[\\w$]+\\s*\\([^{};=]*\\)[^{};=]*\\{.*");

    /** Returns the completions at the cursor, most likely first. */
    public Completions at(String code, int cursor) {
        String masked = InfixTranslator.masked(code).substring(0, cursor);
        Completions found = behindEarlier(masked);
        int dot = code.lastIndexOf('.', cursor - 1);
        boolean member = dot > 0
                && code.charAt(dot - 1) == ')'
                && code.substring(dot + 1, cursor).chars().allMatch(Character::isJavaIdentifierPart);
        return found.suggestions().isEmpty() && member ? ofInfix(code, dot, cursor) : found;
    }

    /**
     * Completes code that follows other snippets in the same text. Of their declarations, JShell would see only the
     * variables. The snippets are therefore placed inside a class, where JShell also sees the methods and types.
     */
    private Completions behindEarlier(String typed) {
        StringBuilder methods = new StringBuilder();
        StringBuilder others = new StringBuilder();
        String last = typed;
        for (Cut cut = SnippetSplitter.first(analysis, last);
                goesOn(cut);
                cut = SnippetSplitter.first(analysis, last)) {
            (METHOD.matcher(cut.source().strip()).matches() ? methods : others)
                    .append(cut.source())
                    .append('\n');
            last = cut.remaining();
        }
        if (methods.isEmpty() && others.isEmpty()) {
            return ofJava(typed);
        }
        String whole = "class $Earlier {\n" + methods + "{\n" + others + last;
        Completions found = ofJava(whole);
        return new Completions(found.anchor() - whole.length() + typed.length(), found.suggestions());
    }

    private static boolean goesOn(Cut cut) {
        return cut.completeness() == Completeness.COMPLETE && !cut.remaining().isBlank();
    }

    private Completions ofInfix(String code, int dot, int cursor) {
        InfixTranslator.Translation operand = java.apply(code.substring(InfixTranslator.operandBefore(code, dot), dot));
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

    /** A suggestion with its rank. A suggestion with a lower rank is more likely. */
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

    /** A ranking of the names that may occur at the cursor. */
    private interface Known {
        Ranked ranked(String continuation, boolean fits);
    }

    private Known known(String before) {
        String selected = before.stripTrailing().replaceFirst("\\.$", "");
        if (selected.length() == before.stripTrailing().length()) {
            return new Names(scope, scope.declared(), scope.staticImports());
        }
        String receiver = selected.substring(InfixTranslator.operandBefore(selected, selected.length()));
        String type = scope.variable(receiver)
                .or(() -> Optional.ofNullable(analysis.analyzeType(receiver, receiver.length())))
                .orElse(receiver);
        return scope.type(type)
                .<Known>map(found -> new MembersOf(found, Members.of(found, TypeNames.withoutPackages(type))))
                .orElse((continuation, fits) ->
                        new Ranked(continuation, Facts.NONE, MembersOf.rank(nameIn(continuation)), fits));
    }

    private static String nameIn(String continuation) {
        return continuation.replaceFirst("\\(.*", "");
    }

    private record MembersOf(Class<?> type, Members members) implements Known {
        /** The protected methods of Object. Arrays have a public clone method, and so may other types. */
        private static final Set<String> PROTECTED = Set.of("clone", "finalize");

        @Override
        public Ranked ranked(String continuation, boolean fits) {
            String name = nameIn(continuation);
            Optional<Facts> facts = members.facts(continuation);
            boolean hidden = PROTECTED.contains(name) && facts.isEmpty() && !type.isArray();
            return new Ranked(continuation, facts.orElse(Facts.NONE), hidden ? Ranked.ONLY_IF_BEGUN : rank(name), fits);
        }

        static int rank(String name) {
            boolean monitor = name.matches("wait|notify|notifyAll");
            boolean last = Members.isOfEveryObject(name) || PROTECTED.contains(name);
            return monitor ? Ranked.ONLY_IF_BEGUN : last ? Ranked.OF_EVERY_OBJECT : 0;
        }
    }

    /** A ranking of names without a receiver: first names from the session, then from the library, then from Java. */
    private record Names(Scope scope, Map<String, String> declared, List<Members> imported) implements Known {
        @Override
        public Ranked ranked(String name, boolean fits) {
            String type = declared.get(name);
            if (type != null) {
                return new Ranked(name, new Facts(type, ""), name.startsWith("$") ? 1 : 0, fits);
            }
            Optional<Facts> own = scope.own(nameIn(name));
            if (own.isPresent()) {
                return new Ranked(name, own.get(), 1, fits);
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
