package io.github.microgradj.language.python;

import java.util.Map;

/** The type of a Python expression, as far as it is known, with the Java type of the translated expression. */
enum PythonType {
    /** The type of a variable before anything is assigned to it, while types are being inferred. */
    NEVER("Object"),
    ANY("Object"),
    NONE("Object"),
    BOOL("boolean"),
    INT("long"),
    FLOAT("double"),
    STR("String"),
    LIST("List<Object>"),
    TUPLE("Tuple"),
    DICT("Map<Object, Object>"),
    SET("Set<Object>"),
    RANGE("PythonRange"),
    FUNCTION("PythonFunction"),
    VALUE("Value"),
    /** The parameters of a network. */
    VALUES("List<Value>"),
    NEURON("Neuron"),
    LAYER("Layer"),
    MLP("MLP"),
    GRAPH("GraphDot");

    private static final Map<String, PythonType> OF_JAVA = Map.ofEntries(
            Map.entry("boolean", BOOL),
            Map.entry("long", INT),
            Map.entry("int", INT),
            Map.entry("double", FLOAT),
            Map.entry("String", STR),
            Map.entry("List<Object>", LIST),
            Map.entry("Tuple", TUPLE),
            Map.entry("Map<Object,Object>", DICT),
            Map.entry("Set<Object>", SET),
            Map.entry("PythonRange", RANGE),
            Map.entry("PythonFunction", FUNCTION),
            Map.entry("Value", VALUE),
            Map.entry("List<Value>", VALUES),
            Map.entry("Neuron", NEURON),
            Map.entry("Layer", LAYER),
            Map.entry("MLP", MLP),
            Map.entry("GraphDot", GRAPH));

    private final String java;

    PythonType(String java) {
        this.java = java;
    }

    /** Returns the Java type of a variable of this type. */
    String java() {
        return java;
    }

    /** Returns the type of a variable with the given Java type, which is written without package names. */
    static PythonType ofJava(String type) {
        return OF_JAVA.getOrDefault(type.replace(", ", ","), ANY);
    }

    /** Returns the type of a variable to which both values of this type and values of the other type are assigned. */
    PythonType join(PythonType other) {
        return this == NEVER || this == other ? other : other == NEVER ? this : ANY;
    }

    boolean isNumber() {
        return this == INT || this == FLOAT;
    }

    boolean isPrimitive() {
        return isNumber() || this == BOOL;
    }

    /** Returns whether this is the type of a network or of a part of one. */
    boolean isNetwork() {
        return this == NEURON || this == LAYER || this == MLP;
    }

    /** Returns the type of the elements over which a loop iterates, given an iterable of this type. */
    PythonType element() {
        return switch (this) {
            case RANGE -> INT;
            case VALUES -> VALUE;
            case NEVER -> NEVER;
            default -> ANY;
        };
    }

    /** Returns the initial value in the Java declaration of a variable that Python first assigns inside a block. */
    String initial() {
        return switch (this) {
            case BOOL -> "false";
            case INT -> "0";
            case FLOAT -> "0.0";
            default -> "null";
        };
    }
}
