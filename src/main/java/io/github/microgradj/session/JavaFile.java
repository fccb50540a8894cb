package io.github.microgradj.session;

import io.github.microgradj.command.Evaluator;
import io.github.microgradj.command.UserError;
import io.github.microgradj.language.infix.Token;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Java file whose declarations have run. {@code main} is the method that {@code java File.java} would run: the one in
 * the first type or, in a compact source file, at the top level. It may be a static method or an instance
 * method, with or without parameters.
 */
record JavaFile(List<Token> tokens) {
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

    static JavaFile of(String text) {
        return new JavaFile(Token.of(text));
    }

    /** Returns the snippet that calls {@code main} with {@code args}, or empty if there is no {@code main}. */
    Optional<String> call(Evaluator evaluator) throws UserError {
        Optional<String> outside = callOutside();
        Optional<String> type = firstType();
        if (outside.isPresent() || type.isEmpty()) {
            return outside;
        }
        return evaluator.value(type.get() + ".class") instanceof Class<?> declared
                ? callOf(declared, type.get())
                : Optional.empty();
    }

    private Optional<String> callOutside() {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (depth == 0 && isAt(i, "void") && isAt(i + 1, "main") && isAt(i + 2, "(")) {
                return Optional.of(isAt(i + 3, ")") ? "main();" : "main(args);");
            }
            depth += tokens.get(i).nesting();
        }
        return Optional.empty();
    }

    private Optional<String> firstType() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (TYPES.contains(tokens.get(i).text()) && tokens.get(i + 1).kind() == Token.Kind.WORD) {
                return Optional.of(tokens.get(i + 1).text());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> callOf(Class<?> type, String name) {
        return Stream.of(new Class<?>[] {String[].class}, new Class<?>[0])
                .flatMap(parameters -> method(type, parameters).stream())
                .findFirst()
                .map(main -> (Modifier.isStatic(main.getModifiers()) ? name : "new " + name + "()")
                        + (main.getParameterCount() == 0 ? ".main();" : ".main(args);"));
    }

    private static Optional<Method> method(Class<?> type, Class<?>... parameters) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            try {
                Method main = each.getDeclaredMethod("main", parameters);
                if (!Modifier.isPrivate(main.getModifiers())) {
                    return Optional.of(main);
                }
            } catch (NoSuchMethodException e) {
                // The main method may be inherited.
            }
        }
        return Optional.empty();
    }

    private boolean isAt(int index, String text) {
        return index < tokens.size() && tokens.get(index).is(text);
    }
}
