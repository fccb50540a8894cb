package io.github.microgradj.documentation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The names of our methods in other libraries. For example, BigDecimal's {@code multiply} is {@code mul}, and PyTorch's
 * {@code item} is {@code data}.
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

    /** Returns the Java name of the given type of C#, Kotlin or Python. */
    public static Optional<String> type(String other) {
        return Optional.ofNullable(TYPES.get(other));
    }

    /** Returns our name for the other one if it is among the names that are known in this context. */
    public static Optional<String> ours(String other, Collection<String> known) {
        return Optional.ofNullable(OURS.get(other)).filter(ours -> known.contains(bare(ours)));
    }

    /** Returns the name without its arguments. */
    public static String bare(String ours) {
        return ours.replaceFirst("\\(.*", "");
    }
}
