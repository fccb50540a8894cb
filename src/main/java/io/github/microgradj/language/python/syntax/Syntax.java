package io.github.microgradj.language.python.syntax;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A node of the syntax tree of a cell. Terms that Java does not have, such as display and comprehension, are those of
 * Python's language reference.
 */
public sealed interface Syntax {
    TextSpan span();

    /** An expression, which has a value. */
    sealed interface Expression extends Syntax {}

    /** A statement. */
    sealed interface Statement extends Syntax {}

    record Name(TextSpan span, String name) implements Expression {}

    record WholeNumber(TextSpan span, BigInteger value) implements Expression {}

    record FloatNumber(TextSpan span, double value) implements Expression {}

    record StringLiteral(TextSpan span, String value) implements Expression {}

    /** {@code None}, {@code True} or {@code False}. */
    record Constant(TextSpan span, String name) implements Expression {}

    record Ellipsis(TextSpan span) implements Expression {}

    /** An f-string, whose parts are {@link StringLiteral}s and {@link Placeholder}s. */
    record FormatString(TextSpan span, List<Expression> parts) implements Expression {}

    /** <code>{value!conversion:specification}</code> in an f-string. */
    record Placeholder(TextSpan span, Expression value, String conversion, List<Expression> specification)
            implements Expression {}

    /** {@code -a}, {@code +a}, {@code ~a} or {@code not a}. */
    record Unary(TextSpan span, String operator, Expression operand) implements Expression {}

    record Binary(TextSpan span, String operator, Expression left, Expression right) implements Expression {}

    /** {@code a and b} or {@code a or b}. */
    record Logical(TextSpan span, String operator, Expression left, Expression right) implements Expression {}

    /** {@code a < b <= c}, with an operator between each operand and the next. */
    record Comparison(TextSpan span, List<Expression> operands, List<String> operators) implements Expression {}

    record Conditional(TextSpan span, Expression then, Expression condition, Expression otherwise)
            implements Expression {}

    record Lambda(TextSpan span, List<Parameter> parameters, Expression body) implements Expression {}

    /** {@code (name := value)}. */
    record Named(TextSpan span, Name target, Expression value) implements Expression {}

    record ListDisplay(TextSpan span, List<Expression> elements) implements Expression {}

    record TupleDisplay(TextSpan span, List<Expression> elements) implements Expression {}

    record SetDisplay(TextSpan span, List<Expression> elements) implements Expression {}

    record DictDisplay(TextSpan span, List<Expression> keys, List<Expression> values) implements Expression {}

    /** The kinds of objects that a comprehension creates. */
    enum Collected {
        LIST,
        SET,
        DICT,
        GENERATOR
    }

    /** A comprehension or generator. Only a dict comprehension has a {@code value}; its {@code element} is the key. */
    record Comprehension(
            TextSpan span, Collected collected, Expression element, Optional<Expression> value, List<Clause> clauses)
            implements Expression {}

    /** {@code for target in iterable if condition if condition}. */
    record Clause(Expression target, Expression iterable, List<Expression> conditions) {}

    record Call(TextSpan span, Expression function, List<Argument> arguments) implements Expression {}

    /**
     * An argument. The keyword is empty for a positional argument, and {@code *} or {@code **} for an argument that is
     * unpacked.
     */
    record Argument(TextSpan span, String keyword, Expression value) {}

    record Attribute(TextSpan span, Expression object, String name) implements Expression {}

    record Index(TextSpan span, Expression object, Expression index) implements Expression {}

    record Slice(TextSpan span, Optional<Expression> start, Optional<Expression> stop, Optional<Expression> step)
            implements Expression {}

    record Starred(TextSpan span, Expression value) implements Expression {}

    /** A parameter of a function or lambda. Its name may start with {@code *} or {@code **}. */
    record Parameter(TextSpan span, String name, Optional<Expression> standard) {}

    record ExpressionStatement(TextSpan span, Expression value) implements Statement {}

    /** {@code first = second = value}. */
    record Assignment(TextSpan span, List<Expression> targets, Expression value) implements Statement {}

    /** An assignment such as {@code target += value}, whose operator is {@code +}. */
    record AugmentedAssignment(TextSpan span, Expression target, String operator, Expression value)
            implements Statement {}

    record If(TextSpan span, Expression condition, List<Statement> body, List<Statement> otherwise)
            implements Statement {}

    record While(TextSpan span, Expression condition, List<Statement> body, List<Statement> otherwise)
            implements Statement {}

    record For(TextSpan span, Expression target, Expression iterable, List<Statement> body, List<Statement> otherwise)
            implements Statement {}

    /** A {@code def}. The span is that of the header. */
    record Function(TextSpan span, String name, List<Parameter> parameters, List<Statement> body)
            implements Statement {}

    /** A {@code class}. The span is that of the header. */
    record ClassDefinition(TextSpan span, String name, List<Expression> bases, List<Statement> body)
            implements Statement {}

    /** A {@code try}. The span is that of the keyword. */
    record Try(
            TextSpan span,
            List<Statement> body,
            List<Handler> handlers,
            List<Statement> otherwise,
            List<Statement> last)
            implements Statement {}

    /** {@code except kinds as name}, where the name may be empty. The span is that of the header. */
    record Handler(TextSpan span, Optional<Expression> kinds, String name, List<Statement> body) {}

    record Return(TextSpan span, Optional<Expression> value) implements Statement {}

    record Assert(TextSpan span, Expression condition, Optional<Expression> message) implements Statement {}

    record Raise(TextSpan span, Optional<Expression> exception) implements Statement {}

    /** {@code pass}, {@code break} or {@code continue}. */
    record Simple(TextSpan span, String keyword) implements Statement {}

    record Delete(TextSpan span, List<Expression> targets) implements Statement {}

    /** {@code global a, b} or {@code nonlocal a, b}. */
    record Declared(TextSpan span, String keyword, List<String> names) implements Statement {}

    /** {@code import a.b as c}, or {@code from a.b import name as c}; the name is empty in the first form. */
    record Import(TextSpan span, String module, String name, String as) implements Statement {}

    record Magic(TextSpan span, String line) implements Statement {}
}
