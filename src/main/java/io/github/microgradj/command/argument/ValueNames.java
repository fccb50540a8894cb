package io.github.microgradj.command.argument;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Module;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.runtime.LeafNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of Values in the user's code. They come from the variables, arrays, lists and networks that hold the
 * Values.
 */
public final class ValueNames implements LeafNames {
    /** The maximum number of elements of one array, list or network that get names. */
    private static final int MOST_ELEMENTS = 10_000;

    /**
     * The maximum depth to which nested lists are searched. A limit is needed because a list may even contain itself.
     */
    private static final int DEEPEST = 3;

    private static final int MOST_NAMES = 3;

    /**
     * A place that holds a Value: a variable, or a position in an array, a list or a network.
     *
     * @param holder the expression for the array, list or network, such as {@code xs}, or the name of the variable
     * @param held the array, list or network, or the Value itself if a variable holds it directly
     * @param index the index of the Value, or 0 if a variable holds it directly
     */
    private record Element(String holder, Object held, int index) {
        String identifier() {
            return held instanceof Value ? holder : (holder + "[" + index).replaceAll("\\W+", "_");
        }

        /** Returns the expression for the Value. */
        String expression() {
            return held instanceof Value ? holder : element(holder, held, index);
        }
    }

    private final Map<Value, Element> places = new LinkedHashMap<>();

    /** Creates an empty set of names. */
    public ValueNames() {}

    /** Returns the names of Values in the current variables. */
    public static ValueNames of(SnippetEngine engine) {
        ValueNames names = new ValueNames();
        engine.variables().forEach(variable -> engine.valueOf(variable.name())
                .ifPresent(held -> names.add(variable.name(), held, 0)));
        return names;
    }

    private void add(String expression, @Nullable Object held, int depth) {
        if (held == null) {
            return;
        }
        if (held instanceof Value value) {
            places.putIfAbsent(value, new Element(expression, value, 0));
            return;
        }
        List<?> elements = elements(held);
        for (int i = 0; depth < DEEPEST && i < Math.min(elements.size(), MOST_ELEMENTS); i++) {
            Object element = elements.get(i);
            if (element instanceof Value value) {
                places.putIfAbsent(value, new Element(expression, held, i));
            } else {
                add(element(expression, held, i), element, depth + 1);
            }
        }
    }

    private static List<?> elements(@Nullable Object held) {
        if (held instanceof Module module) {
            return module.parameters();
        }
        return held instanceof Object[] array ? Arrays.asList(array) : held instanceof List<?> list ? list : List.of();
    }

    private static String element(String holder, @Nullable Object held, int index) {
        return holder + (held instanceof Object[] ? "[" + index + "]" : ".get(" + index + ")");
    }

    /**
     * Returns names that are legal for Java variables, such as {@code a}, {@code x_0} for {@code x[0]}, and {@code n_0}
     * for the first parameter of {@code n}.
     */
    public Map<Value, String> identifiers() {
        Map<Value, String> names = new LinkedHashMap<>();
        places.forEach((value, place) -> names.put(value, place.identifier()));
        return names;
    }

    @Override
    public List<String> of(List<Value> leaves) {
        List<String> names = grouped(leaves).stream().flatMap(this::names).toList();
        return names.size() > MOST_NAMES ? List.of(leaves.size() + " leaves") : names;
    }

    private Stream<String> names(List<Value> together) {
        Element place = places.get(together.get(0));
        int size = together.size();
        if (place != null && place.held() instanceof Module) {
            return Stream.of((size == 1 ? "a parameter" : size + " parameters") + " of " + place.holder());
        }
        if (place == null && size > 1) {
            return Stream.of(size + " leaves");
        }
        if (place != null && size > MOST_NAMES) {
            return Stream.of(size + " elements of " + place.holder());
        }
        return together.stream().map(leaf -> {
            Element own = places.get(leaf);
            return own == null ? described(leaf) : own.expression();
        });
    }

    private static String described(Value leaf) {
        return leaf.label.isEmpty()
                ? String.format(Locale.ROOT, "a leaf (data %.4f)", leaf.data)
                : "the leaf labelled " + leaf.label;
    }

    @Override
    public List<String> clearing(List<Value> leaves) {
        List<List<Value>> groups = grouped(leaves);
        if (groups.size() > MOST_NAMES || !places.keySet().containsAll(leaves)) {
            return List.of(leaves.size() == 1 ? "setting its grad to 0" : "setting the grad of each to 0");
        }
        return groups.stream().map(this::clearingGroup).toList();
    }

    private String clearingGroup(List<Value> together) {
        Element place = Objects.requireNonNull(places.get(together.get(0)));
        if (place.held() instanceof Module) {
            return place.holder() + ".zeroGrad()";
        }
        return together.size() == 1
                ? place.expression() + ".grad = 0"
                : "for (Value each : " + place.holder() + ") each.grad = 0";
    }

    /** Returns the leaves in order, grouped by their holders. The leaves without a holder form one group. */
    private List<List<Value>> grouped(List<Value> leaves) {
        Map<String, List<Value>> groups = new LinkedHashMap<>();
        for (Value leaf : leaves) {
            Element place = places.get(leaf);
            groups.computeIfAbsent(place == null ? "" : place.holder(), holder -> new ArrayList<>())
                    .add(leaf);
        }
        return List.copyOf(groups.values());
    }
}
