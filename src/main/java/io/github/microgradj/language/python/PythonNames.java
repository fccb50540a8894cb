package io.github.microgradj.language.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that the Python cells of a session can use: functions, imports, and the session's variables. */
final class PythonNames {
    private final NameScope module = NameScope.module(this);
    private final PythonCell.SessionNames host;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    /** The full names of imported modules and functions, such as {@code numpy} for {@code np}. */
    private final Map<String, String> imports = new LinkedHashMap<>();

    private final Map<String, CellVariable> variables = new LinkedHashMap<>();
    /** The names that cells have assigned. */
    private final Set<String> assigned = new LinkedHashSet<>();

    private final Set<String> shared = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> said = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    /** How the neurons of a pasted class differ from microgradj's own, as arguments for {@code PastedNetwork}. */
    private Optional<String> pastedNeuron = Optional.empty();

    private boolean divides;

    PythonNames(PythonCell.SessionNames host) {
        this.host = host;
    }

    /** Returns a copy for translating a cell. The copy replaces this object if the cell is not refused. */
    PythonNames copy() {
        PythonNames copy = new PythonNames(host);
        copy.definitions.putAll(definitions);
        copy.imports.putAll(imports);
        copy.assigned.addAll(assigned);
        copy.shared.addAll(shared);
        copy.read.addAll(read);
        copy.said.addAll(said);
        copy.pastedNeuron = pastedNeuron;
        return copy;
    }

    NameScope module() {
        return module;
    }

    /** Returns the module's variable with this name; empty if there is none, or if a function has the name. */
    Optional<CellVariable> variable(String name) {
        if (definitions.containsKey(name)) {
            return Optional.empty();
        }
        if (!variables.containsKey(name)) {
            declaredType(name).ifPresent(type -> {
                CellVariable variable = new CellVariable(NameScope.javaName(name), module);
                variable.setType(PythonType.ofJava(type));
                variables.put(name, variable);
            });
        }
        return Optional.ofNullable(variables.get(name));
    }

    /** Returns the Java type with which the session has declared a variable. */
    Optional<String> declaredType(String name) {
        return host.typeOf(NameScope.javaName(name));
    }

    /** Returns the variable to which a cell assigns, and creates the variable if it does not exist. */
    CellVariable assign(String name) {
        definitions.remove(name);
        imports.remove(name);
        assigned.add(name);
        return variable(name).orElseGet(() -> {
            CellVariable variable = new CellVariable(NameScope.javaName(name), module);
            variables.put(name, variable);
            return variable;
        });
    }

    boolean isAssigned(String name) {
        return assigned.contains(name) || definitions.containsKey(name);
    }

    Optional<Definition> definition(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    void define(Definition definition) {
        definitions.put(definition.name(), definition);
        imports.remove(definition.name());
    }

    Optional<String> imported(String name) {
        return Optional.ofNullable(imports.get(name));
    }

    void addImport(String name, String of) {
        definitions.remove(name);
        imports.put(name, of);
    }

    /** Notes that a variable must accept values of any type, for example because a function assigns to it. */
    void share(String name) {
        shared.add(name);
    }

    boolean isShared(String name) {
        return shared.contains(name);
    }

    /** Returns whether a function defined in a cell reads a name of the module. */
    boolean isRead(String name) {
        return read.contains(name);
    }

    /** Records that a function reads a module-level name. */
    void read(String name) {
        read.add(name);
    }

    /**
     * Returns the types of the given variables, as far as they are known. The code is written again until they no
     * longer change.
     */
    String known(Set<String> of) {
        return of.stream()
                .map(name -> variable(name).map(each -> each.type().toString()).orElse(""))
                .collect(Collectors.joining(" "));
    }

    boolean isMethod(String name) {
        return host.isMethod(name);
    }

    Optional<String> pastedNeuron() {
        return pastedNeuron;
    }

    void setPastedNeuron(String arguments) {
        pastedNeuron = Optional.of(arguments);
    }

    /** Notes that the cell contains a division of integers, whose result differs in Java. */
    void divide() {
        divides = true;
    }

    boolean divides() {
        return divides;
    }

    /** Adds a note for the user, unless the session has already shown it. */
    void note(String note) {
        if (said.add(note)) {
            notes.add(note);
        }
    }

    List<String> notes() {
        return notes;
    }
}
