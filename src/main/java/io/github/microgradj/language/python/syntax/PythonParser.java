package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.PythonToken.Kind;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A recursive-descent parser for cells. It reads the statements; {@link ExpressionParser} reads the expressions in
 * them. It refuses text that is not Python, and the few constructs that are not supported.
 *
 * @see <a href="https://docs.python.org/3/reference/grammar.html">Python's grammar</a>
 */
public final class PythonParser {
    private static final Set<String> AUGMENTED =
            Set.of("+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "|=", "&=", "^=", "<<=", ">>=");

    private final TokenReader tokens;
    private final ExpressionParser expressions;

    private PythonParser(TokenReader tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    /**
     * Returns the statements of a cell.
     *
     * @throws Refusal if the text is not Python, or uses a construct that is not supported
     */
    public static List<Statement> parse(String text) {
        PythonParser parser = new PythonParser(new TokenReader(text, PythonLexer.tokens(text)));
        List<Statement> statements = new ArrayList<>();
        while (!parser.tokens.is(Kind.END)) {
            parser.statement(statements);
        }
        return statements;
    }

    /** Reads a line of simple statements, or a statement with a block. */
    private void statement(List<Statement> statements) {
        PythonToken token = tokens.peek();
        switch (token.kind()) {
            case INDENT -> throw tokens.refusal("this line is indented, but the line above does not begin a block");
            case MAGIC -> {
                statements.add(new Syntax.Magic(tokens.next().span(), token.text()));
                endOfLine();
            }
            case KEYWORD -> keyword(token, statements);
            default -> simpleLine(statements);
        }
    }

    private void keyword(PythonToken token, List<Statement> statements) {
        switch (token.text()) {
            case "if" -> statements.add(choice());
            case "for" -> statements.add(repetition());
            case "while" -> statements.add(loop());
            case "def" -> statements.add(function());
            case "class" -> statements.add(classDefinition());
            case "with" ->
                throw Refusal.unsupported(
                        token.span(),
                        "with is not supported; assign the object to a variable (:open and :train read files)");
            case "try" -> statements.add(trial());
            case "async" -> throw Refusal.unsupported(token.span(), "async is not supported");
            case "elif", "else", "except", "finally" ->
                throw tokens.refusal(token.text() + " has no matching statement above it");
            default -> simpleLine(statements);
        }
    }

    private void simpleLine(List<Statement> statements) {
        if (tokens.is("@")) {
            throw Refusal.unsupported(
                    tokens.peek().span(),
                    "decorators such as @" + tokens.peekSecond().text() + " are not supported");
        }
        do {
            simple(statements);
        } while (tokens.accept(";") && !tokens.is(Kind.NEWLINE) && !tokens.is(Kind.END));
        endOfLine();
    }

    private void endOfLine() {
        if (tokens.is(Kind.NEWLINE)) {
            tokens.next();
        } else if (!tokens.is(Kind.END)) {
            throw tokens.refusal(
                    "expected the end of the line, got " + tokens.peek().shown());
        }
    }

    private void simple(List<Statement> statements) {
        PythonToken token = tokens.peek();
        int start = tokens.start();
        if (!token.is(Kind.KEYWORD)) {
            statements.add(assignment());
            return;
        }
        switch (token.text()) {
            case "pass", "break", "continue" ->
                statements.add(new Syntax.Simple(tokens.next().span(), token.text()));
            case "return" -> {
                tokens.next();
                Optional<Expression> value = optional();
                statements.add(new Syntax.Return(tokens.since(start), value));
            }
            case "raise" -> {
                tokens.next();
                Optional<Expression> exception = optional();
                if (tokens.accept("from")) {
                    expressions.expression();
                }
                statements.add(new Syntax.Raise(tokens.since(start), exception));
            }
            case "assert" -> {
                tokens.next();
                Expression condition = expressions.expression();
                Optional<Expression> message =
                        tokens.accept(",") ? Optional.of(expressions.expression()) : Optional.empty();
                statements.add(new Syntax.Assert(tokens.since(start), condition, message));
            }
            case "del" -> {
                tokens.next();
                Expression targets = expressions.expressions();
                statements.add(new Syntax.Delete(
                        tokens.since(start),
                        targets instanceof Syntax.TupleDisplay several ? several.elements() : List.of(targets)));
            }
            case "global", "nonlocal" -> statements.add(declared());
            case "import" -> imports(statements);
            case "from" -> fromImport(statements);
            default -> statements.add(assignment());
        }
    }

    private Optional<Expression> optional() {
        return tokens.is(Kind.NEWLINE) || tokens.is(Kind.END) || tokens.is(";")
                ? Optional.empty()
                : Optional.of(expressions.expressions());
    }

    private Statement declared() {
        PythonToken keyword = tokens.next();
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.expectName("after " + keyword.text()).text());
        } while (tokens.accept(","));
        return new Syntax.Declared(tokens.since(keyword.span().start()), keyword.text(), names);
    }

    /** Reads an assignment, or an expression that stands alone. */
    private Statement assignment() {
        int start = tokens.start();
        Expression first = expressions.expressions();
        if (tokens.is(Kind.OPERATOR) && AUGMENTED.contains(tokens.peek().text())) {
            Targets.checkAugmented(first);
            String operator = tokens.next().text();
            Expression value = expressions.expressions();
            return new Syntax.AugmentedAssignment(
                    tokens.since(start), first, operator.substring(0, operator.length() - 1), value);
        }
        if (tokens.is(":") && first instanceof Syntax.Name) {
            tokens.next(); // A type annotation, as in x: float = 1.
            expressions.expression();
        }
        List<Expression> targets = new ArrayList<>();
        Expression value = first;
        while (tokens.accept("=")) {
            Targets.check(value);
            targets.add(value);
            value = expressions.expressions();
        }
        return targets.isEmpty()
                ? new Syntax.ExpressionStatement(tokens.since(start), value)
                : new Syntax.Assignment(tokens.since(start), targets, value);
    }

    private void imports(List<Statement> statements) {
        int start = tokens.next().span().start();
        do {
            String module = dottedName("after import");
            String as = tokens.accept("as") ? tokens.expectName("after as").text() : module.replaceFirst("\\..*", "");
            statements.add(new Syntax.Import(tokens.since(start), module, "", as));
        } while (tokens.accept(","));
    }

    private void fromImport(List<Statement> statements) {
        int start = tokens.next().span().start();
        String module = dottedName("after from");
        tokens.expect("import", "after the module name");
        boolean bracket = tokens.accept("(");
        do {
            if (bracket && tokens.is(")")) {
                break;
            }
            String name =
                    tokens.accept("*") ? "*" : tokens.expectName("after import").text();
            String as = tokens.accept("as") ? tokens.expectName("after as").text() : name;
            statements.add(new Syntax.Import(tokens.since(start), module, name, as));
        } while (tokens.accept(","));
        if (bracket) {
            tokens.expect(")", "after the imported names");
        }
    }

    private String dottedName(String where) {
        StringBuilder name =
                new StringBuilder(tokens.expectName("of a module " + where).text());
        while (tokens.accept(".")) {
            name.append('.').append(tokens.expectName("after the dot").text());
        }
        return name.toString();
    }

    /** Reads {@code if} or {@code elif} with the clauses that follow it. */
    private Statement choice() {
        int start = tokens.next().span().start();
        Expression condition = expressions.expression();
        TextSpan header = tokens.since(start);
        List<Statement> body = block("the condition");
        List<Statement> otherwise = tokens.is("elif") ? List.of(choice()) : otherwise();
        return new Syntax.If(header, condition, body, otherwise);
    }

    private List<Statement> otherwise() {
        return tokens.accept("else") ? block("else") : List.of();
    }

    private Statement trial() {
        int start = tokens.next().span().start();
        TextSpan header = tokens.since(start);
        List<Statement> body = block("try");
        List<Syntax.Handler> handlers = new ArrayList<>();
        while (tokens.is("except")) {
            int from = tokens.next().span().start();
            Optional<Expression> kinds = tokens.is(":") ? Optional.empty() : Optional.of(expressions.expression());
            String name = tokens.accept("as") ? tokens.expectName("after as").text() : "";
            handlers.add(new Syntax.Handler(tokens.since(from), kinds, name, block("except")));
        }
        List<Statement> otherwise = handlers.isEmpty() ? List.of() : otherwise();
        List<Statement> last = tokens.accept("finally") ? block("finally") : List.of();
        if (handlers.isEmpty() && last.isEmpty()) {
            throw tokens.refusal("expected except or finally after the try block, got "
                    + tokens.peek().shown());
        }
        return new Syntax.Try(header, body, handlers, otherwise, last);
    }

    private Statement loop() {
        int start = tokens.next().span().start();
        Expression condition = expressions.expression();
        TextSpan header = tokens.since(start);
        List<Statement> body = block("the condition");
        return new Syntax.While(header, condition, body, otherwise());
    }

    private Statement repetition() {
        int start = tokens.next().span().start();
        Expression target = expressions.targets();
        Targets.check(target);
        tokens.expect("in", "after the loop variable");
        Expression iterable = expressions.expressions();
        TextSpan header = tokens.since(start);
        List<Statement> body = block("the loop header");
        return new Syntax.For(header, target, iterable, body, otherwise());
    }

    private Statement function() {
        int start = tokens.next().span().start();
        String name = tokens.expectName("of a function after def").text();
        tokens.expect("(", "after " + name);
        List<Syntax.Parameter> parameters = expressions.parameters(")");
        tokens.expect(")", "after the parameters");
        if (tokens.accept("->")) {
            expressions.expression();
        }
        TextSpan header = tokens.since(start);
        return new Syntax.Function(header, name, parameters, block("the function header"));
    }

    private Statement classDefinition() {
        int start = tokens.next().span().start();
        String name = tokens.expectName("of a class").text();
        List<Expression> bases = new ArrayList<>();
        if (tokens.accept("(")) {
            expressions.arguments().forEach(argument -> bases.add(argument.value()));
        }
        TextSpan header = tokens.since(start);
        return new Syntax.ClassDefinition(header, name, bases, block("the class name"));
    }

    /** Reads a colon and the block after it, which is on the same line or on the indented lines below. */
    private List<Statement> block(String after) {
        PythonToken colon = tokens.expect(":", "after " + after);
        List<Statement> statements = new ArrayList<>();
        if (!tokens.is(Kind.NEWLINE)) {
            simpleLine(statements);
            return statements;
        }
        tokens.next();
        if (!tokens.is(Kind.INDENT)) {
            throw new Refusal(colon.span(), "expected an indented block below " + after);
        }
        tokens.next();
        tokens.enter();
        while (!tokens.is(Kind.DEDENT) && !tokens.is(Kind.END)) {
            statement(statements);
        }
        tokens.leave();
        tokens.next();
        return statements;
    }
}
