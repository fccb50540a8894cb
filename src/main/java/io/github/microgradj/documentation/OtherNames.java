package io.github.microgradj.documentation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Names from other libraries and their equivalents in microgradj. For example, {@code mul} is called {@code multiply}
 * in BigDecimal, and {@code data} is called {@code item} in PyTorch.
 */
public final class OtherNames {
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("plus", "add(...)"),
            Map.entry("subtract", "sub(...)"),
            Map.entry("minus", "sub(...)"),
            Map.entry("multiply", "mul(...)"),
            Map.entry("times", "mul(...)"),
            Map.entry("divide", "div(...)"),
            Map.entry("dividedBy", "div(...)"),
            Map.entry("power", "pow(...)"),
            Map.entry("square", "pow(2)"),
            Map.entry("negate", "neg()"),
            Map.entry("ln", "log()"),
            Map.entry("logistic", "sigmoid()"),
            Map.entry("item", "data"),
            Map.entry("getData", "data"),
            Map.entry("getGrad", "grad"),
            Map.entry("gradient", "grad"));

    private static final Map<String, String> TYPES =
            Map.of("bool", "boolean", "Bool", "boolean", "Int", "int", "str", "String", "Char", "char");

    private OtherNames() {}

    /** Returns the Java name for a type in C#, Kotlin or Python. */
    public static Optional<String> type(String other) {
        return Optional.ofNullable(TYPES.get(other));
    }

    /**
     * Returns microgradj's name for a name from another library, or empty if none of the known names corresponds to it.
     */
    public static Optional<String> ours(String other, Collection<String> known) {
        return Optional.ofNullable(OURS.get(other)).filter(ours -> known.contains(bare(ours)));
    }

    /** Returns the name without its arguments. */
    public static String bare(String ours) {
        return ours.replaceFirst("\\(.*", "");
    }
}
