package io.github.microgradj.command.argument;

import io.github.microgradj.command.Evaluator;
import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import io.github.microgradj.snippet.execution.Declarations.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** The free variables of an expression that serves as a function, such as {@code 3*x**2 - 4*x + 5}. */
final class FreeVariables {
    private FreeVariables() {}

    /**
     * Returns the names in an expression that are not defined in the session, in alphabetical order. If the session
     * defines all names in the expression, returns whichever of x and y occur in it, because those are then the
     * variables of the function.
     */
    static List<String> of(Evaluator evaluator, String code) {
        Set<String> names = names(code);
        Set<String> free = new TreeSet<>(names);
        evaluator.engine().variables().stream().map(Variable::name).forEach(free::remove);
        evaluator.engine().declarations().types().stream()
                .map(Declaration::name)
                .forEach(free::remove);
        if (free.isEmpty()) {
            names.retainAll(List.of("x", "y"));
            free = names;
        }
        return new ArrayList<>(free);
    }

    private static Set<String> names(String code) {
        Set<String> names = new TreeSet<>();
        List<Token> tokens = Token.of(code);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String before = i == 0 ? "" : tokens.get(i - 1).text();
            String after = i + 1 == tokens.size() ? "" : tokens.get(i + 1).text();
            boolean member = List.of(".", "::", "new").contains(before);
            boolean type = after.equals("::")
                    || (after.equals(".") && Character.isUpperCase(token.text().charAt(0)));
            if (token.kind() == Token.Kind.WORD
                    && !SourceVersion.isKeyword(token.text())
                    && !member
                    && !type
                    && !after.equals("(")) {
                names.add(token.text());
            }
        }
        return names;
    }
}
