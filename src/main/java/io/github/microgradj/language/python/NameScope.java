package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The scope of the names in a module, block, function, lambda or comprehension, with its enclosing scopes. */
final class NameScope {
    /** The kinds of scopes. */
    enum Kind {
        MODULE,
        /**
         * A top-level statement with a block. Only temporary variables are local to it; the names that it assigns are
         * variables of the session.
         */
        BLOCK,
        /** A {@code def} or a lambda. */
        FUNCTION,
        /** A comprehension, or an operand that is evaluated only if needed. It becomes a Java lambda. */
        COMPREHENSION
    }

    /** The names that are reserved in Java or used by the translated code itself. */
    private static final Set<String> RESERVED = Set.of(
            "_",
            "abstract",
            "boolean",
            "byte",
            "case",
            "catch",
            "char",
            "const",
            "default",
            "do",
            "double",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "goto",
            "implements",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "false",
            "void",
            "volatile",
            "Each",
            "List",
            "Map",
            "Math",
            "Object",
            "Ops",
            "Py",
            "PythonFunction",
            "PythonRange",
            "Repr",
            "Set",
            "String",
            "Tuple");

    private final Kind kind;
    private final Optional<NameScope> outer;
    private final PythonNames names;
    private final Map<String, CellVariable> variables = new LinkedHashMap<>();
    private final Map<String, CellVariable> temporaryVariables = new HashMap<>();
    private Set<Syntax.Name> unbound = Set.of();
    private final List<Integer> blocks = new ArrayList<>();
    private int blockCount;
    private int temporaries;
    private PythonType returned = PythonType.NEVER;
    private PythonType declared = PythonType.ANY;

    private NameScope(Kind kind, Optional<NameScope> outer, PythonNames names) {
        this.kind = kind;
        this.outer = outer;
        this.names = names;
    }

    static NameScope module(PythonNames names) {
        return new NameScope(Kind.MODULE, Optional.empty(), names);
    }

    NameScope inner(Kind inner) {
        return new NameScope(inner, Optional.of(this), names);
    }

    Kind kind() {
        return kind;
    }

    boolean isModule() {
        return kind == Kind.MODULE;
    }

    /** Returns the names that the session's cells can use. */
    PythonNames names() {
        return names;
    }

    /** Returns this scope or, for a comprehension, the closest enclosing scope of another kind. */
    NameScope function() {
        return kind == Kind.COMPREHENSION ? outer.orElseThrow().function() : this;
    }

    /** Returns whether code in this scope may run later, when the module's names may have other values. */
    boolean isDeferred() {
        return kind == Kind.FUNCTION || outer.map(NameScope::isDeferred).orElse(false);
    }

    /** Adds a local variable. Its Java name differs from those of all variables in this and the enclosing scopes. */
    CellVariable add(String name) {
        return variables.computeIfAbsent(name, each -> new CellVariable(fresh(javaName(each)), this));
    }

    /** Adds the temporary variable that the given expression reads. It has no name in Python. */
    CellVariable addTemporary(JavaExpression value) {
        CellVariable variable = new CellVariable(value.text(), this);
        variable.setType(value.type());
        temporaryVariables.put(value.text(), variable);
        return variable;
    }

    Collection<CellVariable> variables() {
        return variables.values();
    }

    Optional<CellVariable> own(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** Returns the local variable to which a name refers; empty for a name of the module and for a built-in name. */
    Optional<CellVariable> find(String name) {
        CellVariable own = variables.getOrDefault(name, temporaryVariables.get(name));
        return own != null ? Optional.of(own) : outer.flatMap(scope -> scope.find(name));
    }

    /** Returns the Java name for a Python name. */
    static String javaName(String name) {
        return RESERVED.contains(name) ? name + "_" : name;
    }

    private String fresh(String name) {
        String free = name;
        for (int i = 2; isTaken(free); i++) {
            free = name + i;
        }
        return free;
    }

    private boolean isTaken(String java) {
        return variables.values().stream().anyMatch(each -> each.java().equals(java))
                || outer.map(scope -> scope.isTaken(java)).orElse(false);
    }

    /** Returns an unused name for a temporary variable. */
    String temporary(String name) {
        NameScope function = function();
        String free;
        do {
            function.temporaries++;
            free = function.temporaries == 1 ? name : name + function.temporaries;
        } while (isTaken(free) || function.isTaken(free));
        return free;
    }

    /** Records the places at which code reads a variable of this scope that may not have a value yet. */
    void setUnbound(Set<Syntax.Name> names) {
        unbound = names;
        names.forEach(each -> add(each.name()).setUnbound());
    }

    boolean isUnbound(Syntax.Name name) {
        return unbound.contains(name);
    }

    /** Returns whether this scope, or a scope between it and the given enclosing scope, is a function. */
    boolean isLaterThan(NameScope around) {
        return this != around
                && (kind == Kind.FUNCTION
                        || outer.map(scope -> scope.isLaterThan(around)).orElse(false));
    }

    /** Resets this scope before each pass that writes the function. */
    void begin() {
        variables.values().forEach(CellVariable::begin);
        blockCount = 0;
        temporaries = 0;
        blocks.clear();
    }

    void enterBlock() {
        NameScope function = function();
        function.blocks.add(++function.blockCount);
    }

    void leaveBlock() {
        NameScope function = function();
        function.blocks.remove(function.blocks.size() - 1);
    }

    /** Returns the numbers of the blocks around the current statement of the function. */
    List<Integer> blocks() {
        return List.copyOf(function().blocks);
    }

    /** Notes the type of a value that the function returns. */
    void returns(PythonType type) {
        returned = returned.join(type == PythonType.NONE ? PythonType.ANY : type);
    }

    PythonType returned() {
        return returned;
    }

    /** Sets the type that the function's header declares for its result. */
    void declare(PythonType type) {
        declared = type;
    }

    PythonType declared() {
        return declared;
    }

    /**
     * Returns what is known about the variables and the function's result. The code is written again until this no
     * longer changes.
     */
    String known() {
        return returned + variables.values().stream().map(CellVariable::known).collect(Collectors.joining(", "));
    }
}
