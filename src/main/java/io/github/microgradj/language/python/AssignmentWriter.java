package io.github.microgradj.language.python;

import io.github.microgradj.language.python.JavaExpression.Level;
import io.github.microgradj.language.python.syntax.LargeNumbers;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A writer of Java code for assignments to names, attributes, indexed elements, and several targets at once. */
final class AssignmentWriter {
    private final NameScope scope;
    private final JavaLines lines;
    private final ExpressionWriter expressions;

    AssignmentWriter(NameScope scope, JavaLines lines) {
        this.scope = scope;
        this.lines = lines;
        this.expressions = new ExpressionWriter(scope);
    }

    void write(Syntax.Assignment assignment) {
        List<Expression> targets = assignment.targets();
        if (targets.size() == 1) {
            assign(targets.get(0), assignment.value());
            return;
        }
        JavaExpression value = expressions.write(assignment.value());
        JavaExpression once = Trees.isSimple(assignment.value()) ? value : keep(value, "value");
        targets.forEach(target -> assign(target, once));
    }

    private void assign(Expression target, Expression value) {
        List<Expression> targets = Trees.elements(target);
        List<Expression> values = Trees.elements(value);
        boolean pairs = !targets.isEmpty()
                && targets.size() == values.size()
                && targets.stream().noneMatch(Syntax.Starred.class::isInstance)
                && values.stream().noneMatch(Syntax.Starred.class::isInstance);
        if (pairs) {
            assignPairs(targets, values);
        } else if (!(target instanceof Syntax.Name) && Trees.mayAct(target) && !Trees.isSimple(value)) {
            assign(target, keep(expressions.write(value), "value"));
        } else {
            assign(target, grown(target, value, expressions.write(value)));
        }
    }

    /** Returns the new value of a variable, converted to an object if later values may exceed 64 bits. */
    private static JavaExpression grown(Expression target, Expression value, JavaExpression java) {
        boolean grows = java.type() == PythonType.INT
                && target instanceof Syntax.Name name
                && LargeNumbers.grows(name.name(), value);
        return grows ? java.as(PythonType.ANY) : java;
    }

    /** Writes {@code a, b = b, a} with temporary variables, and {@code a, b = 1, 2} without them. */
    private void assignPairs(List<Expression> targets, List<Expression> values) {
        if (isIndependent(targets, values)) {
            for (int i = 0; i < targets.size(); i++) {
                assign(targets.get(i), values.get(i));
            }
            return;
        }
        List<JavaExpression> kept = new ArrayList<>();
        for (Expression value : values) {
            JavaExpression java = expressions.write(value);
            boolean literal = Trees.isSimple(value) && !(value instanceof Syntax.Name);
            kept.add(literal ? java : keep(java, "value"));
        }
        for (int i = 0; i < targets.size(); i++) {
            assign(targets.get(i), kept.get(i));
        }
    }

    /** Returns whether the assignments can be made one after another, without temporary variables. */
    static boolean isIndependent(List<Expression> targets, List<Expression> values) {
        Set<String> assigned = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            Expression value = values.get(i);
            boolean reads = assigned.stream().anyMatch(name -> Trees.mentions(value, name));
            boolean calls = i > 0
                    && Trees.any(
                            value,
                            each -> each instanceof Syntax.Call call
                                    && !(call.arguments().isEmpty()
                                            && call.function() instanceof Syntax.Name name
                                            && BuiltInWriter.isBuiltIn(name.name())));
            if (reads || calls || !(targets.get(i) instanceof Syntax.Name)) {
                return false;
            }
            assigned.addAll(Trees.targets(targets.get(i)));
        }
        return true;
    }

    /** Declares a temporary variable with the given value, and returns the expression that reads the variable. */
    private JavaExpression keep(JavaExpression value, String name) {
        if (value.type() == PythonType.NEVER) {
            return value;
        }
        String temporary = scope.temporary(name);
        PythonType type = value.type() == PythonType.NONE ? PythonType.ANY : value.type();
        lines.add(type.java() + " " + temporary + " = " + value.as(type).text() + ";");
        return JavaExpression.operand(temporary, type);
    }

    void assign(Expression target, JavaExpression value) {
        if (target instanceof Syntax.Name name) {
            assignName(name, value);
        } else if (target instanceof Syntax.Attribute attribute) {
            assignAttribute(attribute, value);
        } else if (target instanceof Syntax.Index index) {
            lines.add("Py.set(" + expressions.write(index.object()).boxed() + ", "
                    + expressions.write(index.index()).boxed() + ", " + value.boxed() + ");");
        } else {
            unpack(target, value);
        }
    }

    private void assignName(Syntax.Name name, JavaExpression value) {
        Optional<CellVariable> local = scope.find(name.name());
        if (local.isEmpty()) {
            CellVariable variable = scope.names().assign(name.name());
            PythonType type = variable.type().join(value.type() == PythonType.NONE ? PythonType.ANY : value.type());
            variable.setType(type);
            lines.add(variable.java() + " = " + value.as(type).text() + ";");
            return;
        }
        CellVariable variable = local.get();
        if (variable.scope() != scope) {
            variable.capture();
            variable.setReassigned();
        }
        variable.assign(value.type(), variable.scope().blocks());
        declareOrAssign(variable, value);
    }

    /**
     * Writes an assignment to a local variable. The first assignment also declares the variable, unless the variable is
     * hoisted.
     */
    private void declareOrAssign(CellVariable variable, JavaExpression value) {
        PythonType type = variable.type();
        String text = value.as(type).text();
        if (variable.isHoisted() || variable.isDeclared()) {
            lines.add(variable.read() + " = " + text + ";");
            return;
        }
        variable.setDeclared();
        lines.add(
                variable.isShared()
                        ? shared(variable, text)
                        : type.java() + " " + variable.java() + " = " + text + ";");
    }

    /** Returns the declaration of the array that holds a variable shared with lambdas. */
    static String shared(CellVariable variable, String initial) {
        return variable.type().java() + "[] " + variable.java() + " = {" + initial + "};";
    }

    private void assignAttribute(Syntax.Attribute attribute, JavaExpression value) {
        JavaExpression object = expressions.write(attribute.object());
        if (object.type() == PythonType.VALUE) {
            KnownMethods.checkSteps(attribute, attribute.object() instanceof Syntax.Name name ? name.name() : "x");
        }
        String name = attribute.name();
        boolean number = value.type().isNumber() && (name.equals("data") || name.equals("grad"));
        boolean text = value.type() == PythonType.STR && name.equals("label");
        lines.add(
                object.type() == PythonType.VALUE && (number || text)
                        ? object.in(Level.OPERAND) + "." + name + " = " + value.text() + ";"
                        : "Py.setAttr(" + object.boxed() + ", \"" + name + "\", " + value.boxed() + ");");
    }

    /** Writes {@code a, b = value}. */
    private void unpack(Expression target, JavaExpression value) {
        List<Expression> targets = Trees.elements(target);
        String parts = scope.temporary("parts");
        lines.add("Object[] " + parts + " = " + unpacked(targets, value) + ";");
        for (int i = 0; i < targets.size(); i++) {
            boolean starred = targets.get(i) instanceof Syntax.Starred;
            Expression each = targets.get(i) instanceof Syntax.Starred star ? star.value() : targets.get(i);
            JavaExpression part = JavaExpression.operand(parts + "[" + i + "]", PythonType.ANY);
            assign(each, starred ? part.as(PythonType.LIST) : part);
        }
    }

    private static String unpacked(List<Expression> targets, JavaExpression value) {
        long stars = targets.stream().filter(Syntax.Starred.class::isInstance).count();
        if (stars > 1) {
            throw new Refusal(targets.get(0).span(), "only one variable can have a *, as in first, *rest = xs");
        }
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof Syntax.Starred) {
                return "Each.unpack(" + value.boxed() + ", " + i + ", " + (targets.size() - i - 1) + ")";
            }
        }
        return "Py.unpack(" + value.boxed() + ", " + targets.size() + ")";
    }

    /** Writes the assignment of a value to new variables of a lambda. */
    void unpackNew(Expression target, JavaExpression value) {
        assign(target, value);
    }

    void write(Syntax.AugmentedAssignment assignment) {
        Expression target = assignment.target();
        if (target instanceof Syntax.Name name) {
            JavaExpression old = expressions.write(name);
            JavaExpression value = expressions.write(assignment.value());
            assignName(name, expressions.operators().augmented(assignment.operator(), old, value));
            return;
        }
        if (target instanceof Syntax.Attribute attribute) {
            Expression object = attribute.object();
            Expression once = Trees.isSimple(object) ? object : kept(object, "object");
            Syntax.Attribute simple = new Syntax.Attribute(attribute.span(), once, attribute.name());
            augment(simple, assignment);
            return;
        }
        Syntax.Index index = (Syntax.Index) target;
        Expression object = Trees.isSimple(index.object()) ? index.object() : kept(index.object(), "object");
        Expression at = Trees.isSimple(index.index()) ? index.index() : kept(index.index(), "index");
        JavaExpression old = expressions.write(new Syntax.Index(index.span(), object, at));
        JavaExpression value = expressions.write(assignment.value());
        assign(
                new Syntax.Index(index.span(), object, at),
                expressions.operators().augmented(assignment.operator(), old, value));
    }

    private void augment(Syntax.Attribute attribute, Syntax.AugmentedAssignment assignment) {
        JavaExpression object = expressions.write(attribute.object());
        JavaExpression old = expressions.write(attribute);
        JavaExpression value = expressions.write(assignment.value());
        boolean plain = object.type() == PythonType.VALUE
                && old.type() == PythonType.FLOAT
                && value.type().isNumber()
                && "+-*".contains(assignment.operator());
        if (plain) {
            lines.add(old.text() + " " + assignment.operator() + "= " + value.text() + ";");
        } else {
            assign(attribute, expressions.operators().augmented(assignment.operator(), old, value));
        }
    }

    /** Stores the value of an expression in a temporary variable, and returns the variable's name. */
    private Expression kept(Expression expression, String name) {
        JavaExpression value = keep(expressions.write(expression), name);
        CellVariable variable = scope.addTemporary(value);
        return new Syntax.Name(expression.span(), variable.java());
    }
}
