package io.github.microgradj.language.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A node of the syntax tree of a cell. The names are those of Python's own {@code ast} module where Java has none. */
sealed interface Syntax {
    Span span();

    /** An expression, which has a value. */
    sealed interface Expression extends Syntax {}

    /** A statement. */
    sealed interface Statement extends Syntax {}

    record Name(Span span, String name) implements Expression {}

    record WholeNumber(Span span, BigInteger value) implements Expression {}

    record FloatNumber(Span span, double value) implements Expression {}

    record StringLiteral(Span span, String value) implements Expression {}

    /** {@code None}, {@code True} or {@code False}. */
    record Constant(Span span, String name) implements Expression {}

    record Ellipsis(Span span) implements Expression {}

    /** An f-string, whose parts are {@link StringLiteral}s and {@link Placeholder}s. */
    record FormatString(Span span, List<Expression> parts) implements Expression {}

    /** <code>{value!conversion:specification}</code> in an f-string. */
    record Placeholder(Span span, Expression value, String conversion, List<Expression> specification)
            implements Expression {}

    /** {@code -a}, {@code +a}, {@code ~a} or {@code not a}. */
    record Unary(Span span, String operator, Expression operand) implements Expression {}

    record Binary(Span span, String operator, Expression left, Expression right) implements Expression {}

    /** {@code a and b} or {@code a or b}. */
    record Logical(Span span, String operator, Expression left, Expression right) implements Expression {}

    /** {@code a < b <= c}, with one operator fewer than operands. */
    record Comparison(Span span, List<Expression> operands, List<String> operators) implements Expression {}

    record Conditional(Span span, Expression then, Expression condition, Expression otherwise) implements Expression {}

    record Lambda(Span span, List<Parameter> parameters, Expression body) implements Expression {}

    record ListDisplay(Span span, List<Expression> elements) implements Expression {}

    record TupleDisplay(Span span, List<Expression> elements) implements Expression {}

    record SetDisplay(Span span, List<Expression> elements) implements Expression {}

    record DictDisplay(Span span, List<Expression> keys, List<Expression> values) implements Expression {}

    /** What a comprehension makes. */
    enum Collected {
        LIST,
        SET,
        DICT,
        GENERATOR
    }

    /** A comprehension or generator; only a dict has a value as well as an element, which is then its key. */
    record Comprehension(
            Span span, Collected collected, Expression element, Optional<Expression> value, List<Clause> clauses)
            implements Expression {}

    /** {@code for target in iterable if condition if condition}. */
    record Clause(Expression target, Expression iterable, List<Expression> conditions) {}

    record Call(Span span, Expression function, List<Argument> arguments) implements Expression {}

    /** An argument; the keyword is empty for a positional one, and {@code *} or {@code **} for one that is unpacked. */
    record Argument(Span span, String keyword, Expression value) {}

    record Attribute(Span span, Expression object, String name) implements Expression {}

    record Index(Span span, Expression object, Expression index) implements Expression {}

    record Slice(Span span, Optional<Expression> start, Optional<Expression> stop, Optional<Expression> step)
            implements Expression {}

    record Starred(Span span, Expression value) implements Expression {}

    /** A parameter of a function or lambda, whose name may start with {@code *} or {@code **}. */
    record Parameter(Span span, String name, Optional<Expression> standard) {}

    record ExpressionStatement(Span span, Expression value) implements Statement {}

    /** {@code first = second = value}. */
    record Assignment(Span span, List<Expression> targets, Expression value) implements Statement {}

    /** {@code target += value}; the operator is {@code +}. */
    record AugmentedAssignment(Span span, Expression target, String operator, Expression value) implements Statement {}

    record If(Span span, Expression condition, List<Statement> body, List<Statement> otherwise) implements Statement {}

    record While(Span span, Expression condition, List<Statement> body, List<Statement> otherwise)
            implements Statement {}

    record For(Span span, Expression target, Expression iterable, List<Statement> body, List<Statement> otherwise)
            implements Statement {}

    /** A {@code def}. Its span is its header. */
    record Function(Span span, String name, List<Parameter> parameters, List<Statement> body) implements Statement {}

    /** A {@code class}. Its span is its header. */
    record ClassDefinition(Span span, String name, List<Expression> bases, List<Statement> body) implements Statement {}

    record Return(Span span, Optional<Expression> value) implements Statement {}

    record Assert(Span span, Expression condition, Optional<Expression> message) implements Statement {}

    record Raise(Span span, Optional<Expression> exception) implements Statement {}

    /** {@code pass}, {@code break} or {@code continue}. */
    record Simple(Span span, String keyword) implements Statement {}

    record Delete(Span span, List<Expression> targets) implements Statement {}

    /** {@code global a, b} or {@code nonlocal a, b}. */
    record Declared(Span span, String keyword, List<String> names) implements Statement {}

    /** {@code import a.b as c}, or {@code from a.b import name as c}; the name is empty in the first form. */
    record Import(Span span, String module, String name, String as) implements Statement {}

    record Magic(Span span, String line) implements Statement {}
}
