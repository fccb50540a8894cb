package io.github.microgradj.snippet.model;

import io.github.microgradj.language.infix.Token;
import java.util.List;
import java.util.Set;

/**
 * Analyses of a snippet's tokens. They determine whether a snippet is incomplete although JShell considers it complete,
 * and whether it is a declaration.
 */
public final class SnippetForm {
    private static final Set<String> ADDED = Set.of("public", "protected", "private", "static");
    private static final Set<String> DECLARING = Set.of("class", "interface", "enum", "import", "package");
    /** The words that start a declaration only if another word follows. */
    private static final Set<String> CONTEXTUAL = Set.of("record", "sealed");

    private static final Set<String> STATEMENTS = Set.of("new", "return", "throw", "else", "yield");
    private static final Set<String> OF_TYPES = Set.of(".", "[", "]", "<", ">", "?", ",", "&");

    private SnippetForm() {}

    /**
     * Returns whether the snippet must continue, because a bracket, a quote or a comment is open, because the text
     * consists only of annotations and modifiers, or because it ends with {@code new int[]}, {@code = switch (x)} or
     * the colon of a conditional expression.
     */
    static boolean isUnfinished(String text) {
        List<Token> tokens = Token.withComments(text);
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isUnclosed()) {
            return true;
        }
        tokens.removeIf(token -> token.kind() == Token.Kind.COMMENT);
        return depth(tokens, "([{", ")]}") > 0
                || (!tokens.isEmpty() && head(tokens) >= tokens.size())
                || lacksBraces(tokens)
                || endsInChoice(tokens);
    }

    /**
     * Returns whether text that JShell cannot parse has an open block, in which case its remaining lines must not run
     * separately. An unclosed quote may hide the end of the block.
     */
    static boolean isInBlock(String text) {
        List<Token> tokens = Token.of(text);
        return depth(tokens, "{", "}") > 0 && tokens.stream().noneMatch(Token::isUnclosed);
    }

    /**
     * Returns whether the text ends with the colon of {@code condition ? a : b}. JShell would add a semicolon there.
     */
    private static boolean endsInChoice(List<Token> tokens) {
        return endsWith(tokens, ":") && tokens.stream().anyMatch(token -> token.is("?"));
    }

    /**
     * Returns the text with {@code public} and other modifiers after {@code @a.b.Annotation} replaced by spaces. JShell
     * does not recognize them there and adds its own.
     */
    public static String withoutOverlooked(String text) {
        if (!text.contains("@")) {
            return text;
        }
        List<Token> tokens = Token.of(text);
        List<Token> head = tokens.subList(0, head(tokens));
        StringBuilder masked = new StringBuilder(text);
        if (head.stream().anyMatch(token -> token.is("."))) {
            head.stream()
                    .filter(token -> ADDED.contains(token.text()))
                    .forEach(token -> masked.replace(
                            token.start(), token.end(), " ".repeat(token.text().length())));
        }
        return masked.toString();
    }

    /**
     * Returns whether the text declares a type or a method, is an import, or is empty. Evaluating such text executes no
     * code, so it can safely be repeated.
     */
    public static boolean isDeclaration(String text) {
        List<Token> tokens = Token.of(text);
        int start = head(tokens);
        return start >= tokens.size()
                || DECLARING.contains(tokens.get(start).text())
                || tokens.get(start).is("@")
                || (CONTEXTUAL.contains(tokens.get(start).text())
                        && start + 1 < tokens.size()
                        && tokens.get(start + 1).kind() == Token.Kind.WORD)
                || (isAt(tokens, start, "non") && isAt(tokens, start + 2, "sealed"))
                || isMethod(tokens, start);
    }

    /**
     * Returns whether a method declaration starts at the given index: a type, a name, parameters and a body, as in
     * {@code List<String> f() ...}.
     */
    private static boolean isMethod(List<Token> tokens, int start) {
        int opener = start;
        while (opener < tokens.size() && isOfType(tokens.get(opener))) {
            opener++;
        }
        int body = isAt(tokens, opener, "(") ? Token.partner(tokens, opener).orElse(tokens.size()) + 1 : tokens.size();
        return opener - start > 1
                && tokens.get(opener - 1).kind() == Token.Kind.WORD
                && !tokens.get(opener - 2).is(".")
                && !STATEMENTS.contains(tokens.get(start).text())
                && (isAt(tokens, body, "{") || isAt(tokens, body, "throws"));
    }

    /** Returns whether the text ends with {@code new Type(...)}, which a class body may follow. */
    public static boolean mayHaveBody(List<Token> tokens) {
        return endsWith(tokens, ")") && isCreation(tokens, openerOfLast(tokens));
    }

    private static boolean lacksBraces(List<Token> tokens) {
        int opener = openerOfLast(tokens);
        boolean empty = opener == tokens.size() - 2;
        return endsWith(tokens, "]")
                ? empty && isCreation(tokens, opener)
                : endsWith(tokens, ")") && opener > 0 && tokens.get(opener - 1).is("switch");
    }

    private static boolean endsWith(List<Token> tokens, String symbol) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(symbol);
    }

    private static int depth(List<Token> tokens, String opening, String closing) {
        return tokens.stream()
                .mapToInt(token -> token.opens() && opening.contains(token.text())
                        ? 1
                        : token.closes() && closing.contains(token.text()) ? -1 : 0)
                .sum();
    }

    /** Returns the index after the annotations and modifiers at the start of the text. */
    private static int head(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size()) {
            if (tokens.get(at).isModifier()) {
                at++;
            } else if (tokens.get(at).is("@") && !isAt(tokens, at + 1, "interface")) {
                at = afterAnnotation(tokens, at);
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isAt(List<Token> tokens, int index, String word) {
        return index < tokens.size() && tokens.get(index).is(word);
    }

    /** Returns the index after an annotation such as {@code @a.b.Name(...)}. */
    private static int afterAnnotation(List<Token> tokens, int start) {
        int at = start + 2;
        while (isAt(tokens, at, ".")) {
            at += 2;
        }
        int after = isAt(tokens, at, "(") ? Token.partner(tokens, at).orElse(tokens.size()) + 1 : at;
        return Math.min(after, tokens.size());
    }

    /** Returns whether {@code new} and a type precede the given index. */
    private static boolean isCreation(List<Token> tokens, int index) {
        int at = index - 1;
        while (at > 0 && !tokens.get(at).is("new") && isOfType(tokens.get(at))) {
            at--;
        }
        return at >= 0 && tokens.get(at).is("new");
    }

    private static boolean isOfType(Token token) {
        return token.kind() == Token.Kind.WORD || OF_TYPES.contains(token.text());
    }

    private static int openerOfLast(List<Token> tokens) {
        return tokens.isEmpty() ? -1 : Token.partner(tokens, tokens.size() - 1).orElse(-1);
    }
}
