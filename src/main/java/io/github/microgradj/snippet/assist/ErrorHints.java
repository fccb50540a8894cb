package io.github.microgradj.snippet.assist;

import io.github.microgradj.documentation.Members;
import io.github.microgradj.documentation.OtherNames;
import io.github.microgradj.engine.Value;
import io.github.microgradj.snippet.execution.JShellSession;
import io.github.microgradj.snippet.model.Evaluation.Problem;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.TypeNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Hints for compiler errors: similar names for a name that does not exist, and the signatures of a method that was
 * called with the wrong arguments. JShell provides the names that are possible at the position of the error.
 */
public record ErrorHints(JShellSession session, String source) {
    private static final Pattern SYMBOL = Pattern.compile("symbol: +(?:variable|method|class) ([\\w$]+)");

    private static final Pattern CALL = Pattern.compile("symbol: +method ([\\w$]+)\\((.*)\\)");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w$]+) does not exist");
    private static final Pattern PRIVATE = Pattern.compile("(\\w+) has private access in ");

    /** Returns the errors, with a hint added to the first one if possible. */
    public List<Problem> explained(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.equals(problems.get(0)) ? explained(problem) : problem)
                .toList();
    }

    private Problem explained(Problem problem) {
        Matcher symbol = SYMBOL.matcher(problem.message());
        if (problem.code().startsWith("compiler.err.cant.resolve") && symbol.find()) {
            String name = symbol.group(1);
            String guess = type(name, problem.message())
                    .orElseGet(() -> guess(name, problem.message(), Math.max(problem.position(), problem.start())));
            return problem.withHint(guess.isEmpty() ? otherCall(problem.message()) : guess);
        }
        Matcher place = PACKAGE.matcher(problem.message()); // In Sytem.out, javac takes the typo for a package.
        if (place.lookingAt()) {
            return problem.withHint(guess(place.group(1), problem.message(), problem.start()));
        }
        Matcher hidden = PRIVATE.matcher(problem.message());
        if (hidden.lookingAt()) {
            return problem.withHint(
                    guess(hidden.group(1), problem.message(), Math.max(problem.position(), problem.start())));
        }
        if (problem.code().startsWith("compiler.err.cant.apply")) {
            return problem.withHint(choices(problem.position()));
        }
        return problem;
    }

    /** Returns a hint for a type that has another name in Java or has not been imported. */
    private static Optional<String> type(String name, String message) {
        if (message.contains("symbol:   method") || message.contains("location: variable")) {
            return Optional.empty();
        }
        Optional<String> other = OtherNames.type(name);
        if (other.isPresent()) {
            return Optional.of("; did you mean " + other.get() + "?");
        }
        List<String> imports = Character.isUpperCase(name.charAt(0)) ? JdkTypes.named(name) : List.of();
        return imports.isEmpty()
                ? Optional.empty()
                : Optional.of("; write "
                        + imports.stream()
                                .limit(3)
                                .map(each -> "import " + each + ";")
                                .collect(Collectors.joining(" or ")));
    }

    /**
     * Returns a hint for a call such as {@code relu(x)} instead of {@code x.relu()}, or {@code Random(3)} instead of
     * {@code new Random(3)}.
     */
    private String otherCall(String message) {
        Matcher call = CALL.matcher(message);
        if (!call.find()) {
            return "";
        }
        String name = call.group(1);
        boolean ofValue = call.group(2).equals(Value.class.getName())
                && Stream.of(Value.class.getMethods())
                        .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == 0);
        String cast = "((" + name + ") null)";
        boolean type = session.analysis().analyzeType(cast, cast.length()) != null;
        return ofValue ? "; write x." + name + "()" : type ? "; write new " + name + "(...)" : "";
    }

    private static boolean ofValue(String message) {
        return message.contains("class " + Value.class.getName());
    }

    private String guess(String name, String message, int position) {
        int at = source.indexOf(name, position);
        if (at < 0 || name.length() < 2) {
            return "";
        }
        boolean member = source.substring(0, at).stripTrailing().endsWith(".");
        Map<String, String> known = new LinkedHashMap<>();
        if (!member) {
            session.variables().forEach(variable -> known.put(variable.name(), variable.name()));
        }
        // After a dot, an empty prefix yields every member. Elsewhere, it would yield every class, so keep one letter.
        String begun = source.substring(0, member ? at : at + 1);
        for (Suggestion suggestion : session.analysis().completionSuggestions(begun, begun.length(), new int[1])) {
            String whole = suggestion.continuation();
            known.putIfAbsent(whole.replaceFirst("[(<].*", ""), whole.endsWith("(") ? whole + "...)" : whole);
        }
        if (!member && Character.isLowerCase(name.charAt(0))) { // The user may mean String or System.
            String upper = begun.substring(0, at) + Character.toUpperCase(name.charAt(0));
            for (Suggestion suggestion : session.analysis().completionSuggestions(upper, upper.length(), new int[1])) {
                if (suggestion.continuation().equalsIgnoreCase(name)) {
                    return "; did you mean " + suggestion.continuation() + "?";
                }
            }
        }
        if (member && known.isEmpty() && ofValue(message)) { // JShell has no completions after infix arithmetic.
            Members.of(Value.class, "Value").names().forEach(each -> known.put(each, each));
        }
        known.remove(name, name);
        Optional<String> ours = member ? OtherNames.ours(name, known.keySet()) : Optional.empty();
        if (ours.isPresent()) {
            return "; did you mean " + ours.get() + "?";
        }
        return DidYouMean.didYouMean(name, known.keySet(), meant -> known.getOrDefault(meant, meant));
    }

    /** Returns the signatures of an overloaded method as a hint. */
    private String choices(int position) {
        int bracket = source.indexOf('(', Math.max(0, position));
        if (bracket < 0) {
            return "";
        }
        List<String> signatures =
                session.analysis().documentation(source.substring(0, bracket + 1), bracket + 1, false).stream()
                        .map(Documentation::signature)
                        .map(signature -> TypeNames.withoutPackages(signature).replaceFirst("^.*?([\\w$]+\\()", "$1"))
                        .distinct()
                        .toList();
        return signatures.size() < 2 ? "" : "; there are " + String.join(", ", signatures);
    }
}
