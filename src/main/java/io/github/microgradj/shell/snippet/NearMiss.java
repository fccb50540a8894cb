package io.github.microgradj.shell.snippet;

import io.github.microgradj.data.Spelling;
import io.github.microgradj.shell.snippet.Evaluation.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What the user may have meant by a name that does not exist, or may give to a method: JShell knows what fits at the place. */
record NearMiss(JavaSession session, String source) {
    private static final Pattern SYMBOL = Pattern.compile("symbol: +(?:variable|method|class) ([\\w$]+)");

    /** The problems, with a hint to the first where there is one. */
    List<Problem> explained(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.equals(problems.get(0)) ? explained(problem) : problem)
                .toList();
    }

    private Problem explained(Problem problem) {
        Matcher symbol = SYMBOL.matcher(problem.message());
        if (problem.code().startsWith("compiler.err.cant.resolve") && symbol.find()) {
            String name = symbol.group(1);
            return problem.withHint(guess(name, Math.max(problem.position(), problem.start())));
        }
        if (problem.code().startsWith("compiler.err.cant.apply")) {
            return problem.withHint(choices(problem.position()));
        }
        return problem;
    }

    private String guess(String name, int position) {
        int at = source.indexOf(name, position);
        if (at < 0 || name.length() < 2) {
            return "";
        }
        boolean member = source.substring(0, at).stripTrailing().endsWith(".");
        Map<String, String> known = new LinkedHashMap<>();
        if (!member) {
            session.variables().forEach(variable -> known.put(variable.name(), variable.name()));
        }
        // Without a letter JShell offers every class there is; behind a dot, every member.
        String begun = source.substring(0, member ? at : at + 1);
        for (Suggestion suggestion : session.analysis().completionSuggestions(begun, begun.length(), new int[1])) {
            String whole = suggestion.continuation();
            known.putIfAbsent(whole.replaceFirst("[(<].*", ""), whole.endsWith("(") ? whole + "...)" : whole);
        }
        known.remove(name, name);
        String guess = Spelling.didYouMean(name, known.keySet());
        Matcher meant = Pattern.compile("mean ([\\w$]+)\\?").matcher(guess);
        return meant.find() ? guess.replace(meant.group(1) + "?", known.get(meant.group(1)) + "?") : guess;
    }

    /** The signatures of the method that is called, where there are several. */
    private String choices(int position) {
        int bracket = source.indexOf('(', Math.max(0, position));
        if (bracket < 0) {
            return "";
        }
        List<String> signatures =
                session.analysis().documentation(source.substring(0, bracket + 1), bracket + 1, false).stream()
                        .map(Documentation::signature)
                        .map(signature -> SnippetEngine.simple(signature).replaceFirst("^.*?([\\w$]+\\()", "$1"))
                        .distinct()
                        .toList();
        return signatures.size() < 2 ? "" : "; there are " + String.join(", ", signatures);
    }
}
