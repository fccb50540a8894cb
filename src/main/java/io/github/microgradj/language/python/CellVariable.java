package io.github.microgradj.language.python;

import java.util.List;
import java.util.Optional;

/**
 * A variable of a cell. The function or block that contains it is written repeatedly. Each pass records facts about the
 * variable for the next pass, until a pass finds no new facts.
 */
final class CellVariable {
    static final String UNBOUND = "Each.UNBOUND";

    private final String java;
    private final NameScope scope;
    private PythonType type = PythonType.NEVER;
    private boolean captured;
    private boolean reassigned;
    private boolean hoisted;
    /** The blocks that contain the first mention. */
    private Optional<List<Integer>> first = Optional.empty();

    /** The blocks that contain every mention. */
    private List<Integer> common = List.of();

    private int assignments;
    private boolean declared;
    private boolean parameter;
    private boolean late;
    /** Whether the variable is read where it may have no value yet. */
    private boolean unbound;

    CellVariable(String java, NameScope scope) {
        this.java = java;
        this.scope = scope;
    }

    /** Forgets the mentions and assignments of the previous pass. */
    void begin() {
        first = Optional.empty();
        assignments = 0;
        declared = false;
    }

    String java() {
        return java;
    }

    NameScope scope() {
        return scope;
    }

    PythonType type() {
        boolean generic = isShared() && type.java().contains("<"); // Java has no arrays of generic types.
        return generic || unbound ? PythonType.ANY : type;
    }

    void setType(PythonType type) {
        this.type = type;
    }

    /** Notes an assignment of a value of the given type. */
    void assign(PythonType assigned, List<Integer> blocks) {
        type = type.join(assigned == PythonType.NONE ? PythonType.ANY : assigned);
        assignments++;
        reassigned |= assignments > 1;
        mention(blocks, true);
    }

    /**
     * Notes that the header of a loop assigns the variable. Successive loops may each declare a variable of the same
     * name, as long as the name is not mentioned outside the loops.
     */
    void assignInHeader(PythonType assigned, List<Integer> blocks) {
        boolean apart = !common.isEmpty()
                && !blocks.subList(0, Math.min(blocks.size(), common.size())).equals(common);
        if (first.isPresent() && apart) {
            first = Optional.empty();
            declared = false;
        }
        type = type.join(assigned);
        mention(blocks, true);
    }

    void mention(List<Integer> blocks, boolean assigns) {
        if (first.isEmpty()) {
            first = Optional.of(blocks);
            common = blocks;
            hoisted |= !assigns;
        }
        int same = 0;
        while (same < common.size() && same < blocks.size() && common.get(same).equals(blocks.get(same))) {
            same++;
        }
        common = common.subList(0, same);
        hoisted |= common.size() < first.get().size();
    }

    /** Notes that a lambda reads the variable. */
    void capture() {
        captured = true;
    }

    /**
     * Notes that a nested function reads the variable. The function may run after a loop has given the variable another
     * value.
     */
    void captureLate() {
        captured = true;
        late = true;
        boolean block = first.isPresent() && first.get().size() > (scope.kind() == NameScope.Kind.FUNCTION ? 1 : 0);
        hoisted |= block;
    }

    /** Returns whether a nested function reads the variable. */
    boolean isLate() {
        return late;
    }

    /** Notes that the value is kept in an array that is a parameter of an enclosing Java lambda. */
    void share() {
        type = PythonType.ANY;
        captured = true;
        hoisted = true;
    }

    /** Notes that the variable is read where it may have no value yet. */
    void setUnbound() {
        unbound = true;
        hoisted = true;
    }

    /** Returns a Java expression for the variable's value before the first assignment. */
    String initial() {
        return unbound ? UNBOUND : type().initial();
    }

    boolean isCaptured() {
        return captured;
    }

    /** Returns whether the variable must be declared before the statement that first assigns it. */
    boolean isHoisted() {
        return hoisted;
    }

    void hoist() {
        hoisted = true;
    }

    void setReassigned() {
        reassigned = true;
    }

    /**
     * Returns whether the value is kept in an array of one element. This is necessary because a Java lambda cannot
     * capture a local variable that is reassigned.
     */
    boolean isShared() {
        return captured && !parameter && (reassigned || hoisted);
    }

    /** Marks the variable as a lambda's parameter, which is never reassigned, and returns it. */
    CellVariable asParameter() {
        parameter = true;
        return this;
    }

    boolean isDeclared() {
        return declared;
    }

    void setDeclared() {
        declared = true;
    }

    /** Returns the expression that reads the variable. */
    String read() {
        return isShared() ? java + "[0]" : java;
    }

    /** Returns the known facts about the variable. Writing is repeated until they no longer change. */
    String known() {
        return type + " " + captured + " " + reassigned + " " + hoisted;
    }
}
