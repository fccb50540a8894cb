package io.github.microgradj.language.python;

import io.github.microgradj.language.python.NameScope.Kind;
import io.github.microgradj.language.python.PythonCell.Snippet;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import io.github.microgradj.language.python.syntax.TextSpan;
import io.github.microgradj.language.python.syntax.Trees;
import io.github.microgradj.language.python.syntax.UnboundNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A writer of Java code for a cell's top-level statements, which declare variables and methods of the session. */
final class CellWriter {
    private static final Set<String> OWN_FUNCTIONS = Set.of("trace", "draw_dot");
    private static final int MOST_ROUNDS = 20;

    private final PythonNames names;
    private final List<Statement> statements;
    private final List<Snippet> snippets = new ArrayList<>();
    /** The variables whose types are widened by later statements of the cell. */
    private final Set<String> widened = new HashSet<>();
    /** The Java types of the variables that the cell has declared so far. */
    private final Map<String, String> declared = new LinkedHashMap<>();

    CellWriter(PythonNames names, List<Statement> statements) {
        this.names = names;
        this.statements = statements;
    }

    List<Snippet> write() {
        for (Statement statement : statements) {
            boolean ahead = statement instanceof Syntax.Function function
                    && !isOwn(function)
                    && !names.isAssigned(function.name())
                    && names.variable(function.name()).isEmpty();
            if (ahead && !FunctionWriter.isMethod((Syntax.Function) statement)) {
                names.assign(((Syntax.Function) statement).name()).setType(PythonType.FUNCTION);
            } else if (ahead) {
                names.define(new FunctionWriter(names.module()).definition((Syntax.Function) statement));
            }
        }
        for (int i = 0; i < statements.size(); i++) {
            write(statements.get(i), i);
        }
        return snippets;
    }

    /** Returns the variables that must have a wider type from the start when the cell is written again. */
    Set<String> widened() {
        return widened;
    }

    private static boolean isOwn(Syntax.Function function) {
        return OWN_FUNCTIONS.contains(function.name());
    }

    private void write(Statement statement, int index) {
        if (statement instanceof Syntax.Assignment assignment && isPlain(assignment) && !hasNamed(assignment)) {
            assign(assignment);
        } else if (statement instanceof Syntax.ExpressionStatement expression && !hasNamed(expression)) {
            expression(expression, index == statements.size() - 1);
        } else if (statement instanceof Syntax.Function function) {
            function(function);
        } else if (statement instanceof Syntax.ClassDefinition definition) {
            PastedClasses.add(definition, names);
        } else if (statement instanceof Syntax.Declared
                || statement instanceof Syntax.Import
                || statement instanceof Syntax.Magic) {
            new StatementWriter(names.module(), new JavaLines()).write(statement);
        } else if (statement instanceof Syntax.Try trial
                && trial.body().stream().allMatch(Syntax.Import.class::isInstance)) {
            ErrorWriter.ofImports(trial, names.module()).forEach(each -> write(each, -1));
        } else {
            block(statement);
        }
    }

    private static boolean hasNamed(Statement statement) {
        return Trees.any(statement, Syntax.Named.class::isInstance);
    }

    /** Returns whether an assignment assigns only to names and needs no temporary variables. */
    private static boolean isPlain(Syntax.Assignment assignment) {
        if (assignment.targets().size() != 1) {
            return assignment.targets().stream().allMatch(Syntax.Name.class::isInstance)
                    && Trees.isSimple(assignment.value());
        }
        Expression target = assignment.targets().get(0);
        List<Expression> targets = Trees.elements(target);
        List<Expression> values = Trees.elements(assignment.value());
        return target instanceof Syntax.Name
                || (!targets.isEmpty()
                        && targets.size() == values.size()
                        && AssignmentWriter.isIndependent(targets, values));
    }

    private void assign(Syntax.Assignment assignment) {
        for (Expression target : assignment.targets()) {
            if (target instanceof Syntax.Name name) {
                assign(name, assignment.value());
                continue;
            }
            List<Expression> targets = Trees.elements(target);
            for (int i = 0; i < targets.size(); i++) {
                assign(
                        (Syntax.Name) targets.get(i),
                        Trees.elements(assignment.value()).get(i));
            }
        }
    }

    /** Writes {@code name = value} as an assignment, or as a declaration if the variable is new or its type changes. */
    private void assign(Syntax.Name name, Expression value) {
        assign(name, new ExpressionWriter(names.module()).write(value));
    }

    private void assign(Syntax.Name name, JavaExpression java) {
        CellVariable variable = names.assign(name.name());
        PythonType type = java.type() == PythonType.NONE || names.isShared(name.name()) ? PythonType.ANY : java.type();
        variable.setType(type);
        boolean known = type.java().equals(declaredType(name.name()));
        add(
                (known ? "" : type.java() + " ") + variable.java() + " = "
                        + java.as(type).text() + ";",
                name.span());
        declared.put(name.name(), type.java());
    }

    private String declaredType(String name) {
        return declared.containsKey(name)
                ? declared.get(name)
                : names.declaredType(name).orElse("").replaceAll(",(?! )", ", ");
    }

    private void expression(Syntax.ExpressionStatement statement, boolean last) {
        Expression expression = statement.value();
        if (!last || isPrint(expression)) {
            String action = new StatementWriter(names.module(), new JavaLines()).action(expression);
            if (!action.isEmpty()) {
                add(action + ";", statement.span());
            }
            return;
        }
        JavaExpression value = new ExpressionWriter(names.module()).write(expression);
        if (value.type() != PythonType.NONE && !(expression instanceof Syntax.StringLiteral && statements.size() > 1)) {
            snippets.add(new Snippet(value.boxed(), statement.span(), true));
        }
    }

    private boolean isPrint(Expression expression) {
        return expression instanceof Syntax.Call call
                && call.function() instanceof Syntax.Name name
                && name.name().equals("print")
                && names.variable("print").isEmpty()
                && names.definition("print").isEmpty();
    }

    private void function(Syntax.Function function) {
        if (isOwn(function)) {
            names.note("this definition of " + function.name() + " is ignored; "
                    + (function.name().equals("trace")
                            ? ":graph y shows the graph of y"
                            : "microgradj's own draw_dot(y) draws the graph of y"));
            return;
        }
        for (String name : Trees.declared(function.body())) {
            names.share(name);
            CellVariable variable = names.assign(name);
            variable.setType(PythonType.ANY);
            declare(name, variable, function.span());
        }
        if (!FunctionWriter.isMethod(function)) {
            JavaExpression object = new FunctionWriter(names.module())
                    .function(function.name(), function.parameters(), function.body());
            assign(new Syntax.Name(function.span(), function.name()), object);
            return;
        }
        new FunctionWriter(names.module()).methods(function).forEach(method -> add(method, function.span()));
    }

    static void ignore(Syntax.Magic magic, PythonNames names) {
        names.note("notebook commands such as " + magic.line().strip() + " are ignored");
    }

    /**
     * Writes a statement that needs a scope of its own, such as a loop or an assignment that needs temporary variables.
     */
    private void block(Statement statement) {
        NameScope scope = names.module().inner(Kind.BLOCK);
        Set<String> assigned = Trees.assigned(List.of(statement));
        for (String name : assigned) {
            if (scope.own(name).isEmpty()) {
                CellVariable variable = names.assign(name);
                variable.setType(names.isShared(name) ? PythonType.ANY : variable.type());
            }
        }
        Set<String> fresh = new HashSet<>(assigned);
        fresh.removeIf(name -> !declaredType(name).isEmpty());
        if (statement instanceof Syntax.For loop) {
            Trees.targets(loop.target()).forEach(fresh::remove);
        }
        UnboundNames.after(statement, fresh)
                .forEach(name -> names.variable(name).ifPresent(CellVariable::setUnbound));
        JavaLines lines = new JavaLines();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String known = scope.known() + names.known(assigned);
            lines = new JavaLines();
            scope.begin();
            new StatementWriter(scope, lines).write(statement);
            if (known.equals(scope.known() + names.known(assigned))) {
                break;
            }
        }
        for (String name : assigned) {
            Optional<CellVariable> variable = scope.own(name).isPresent() ? Optional.empty() : names.variable(name);
            variable.ifPresent(each -> declare(name, each, statement.span()));
        }
        String text = lines.toString();
        boolean loop = (statement instanceof Syntax.For each && each.otherwise().isEmpty())
                || (statement instanceof Syntax.While again && again.otherwise().isEmpty());
        boolean several = !loop && !(statement instanceof Syntax.If) && text.contains("\n");
        if (!text.isEmpty()) {
            add(several ? "{\n" + text.indent(4) + "}" : text, statement.span());
        }
    }

    /**
     * Declares a variable that is assigned inside a block or a function, unless it has already been declared with the
     * same type.
     */
    private void declare(String name, CellVariable variable, TextSpan span) {
        String java = NameScope.javaName(name);
        String before = declaredType(name);
        PythonType known = variable.type() == PythonType.NEVER ? PythonType.ANY : variable.type();
        if (!before.equals(known.java())) {
            if (declared.containsKey(name)) {
                widened.add(name);
            }
            add(known.java() + " " + java + " = " + (before.isEmpty() ? variable.initial() : java) + ";", span);
            declared.put(name, known.java());
        }
    }

    private void add(String java, TextSpan span) {
        snippets.add(new Snippet(java, span, false));
    }
}
