package io.github.microgradj.shell.tutor;

import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Notices gradients that were forgotten: {@code backward()} adds to what leaves hold, so what is not cleared before the next
 * pass falsifies it. Calls of {@code backward()} in snippets are woven to come through here; the library's own do not, and the
 * engine knows nothing of it.
 *
 * <p>Accumulation on purpose is told from a mistake by the leaves' data: between the passes that are meant to add up nothing
 * is updated. A gradient that outlives an update is stale.
 */
public final class ZeroGradGuard {
    /** A mistake in a loop shows in its first passes; later ones run at full speed. */
    private static final int PASSES_WATCHED = 8;

    private static final ZeroGradGuard GUARD = new ZeroGradGuard();

    /** What a leaf held when a pass was over. */
    private record Pass(int snippet, double data, double grad) {}

    private final Map<Value, Pass> passes = new WeakHashMap<>();
    private final Set<Value> roots = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable Consumer<String> listener;
    private int snippet;
    private int watched;
    private boolean spoken;
    private double lastResult = Double.NaN;
    private int wasted;

    private ZeroGradGuard() {}

    /** Stands in for {@link Value#backward()} in snippets. */
    public static void backward(@Nullable Value root) {
        GUARD.pass(Objects.requireNonNull(root, "backward() was called on null, where a Value was expected"));
    }

    /** Begins a snippet: each may be hinted at once. Without a listener nothing is watched. */
    public static void beginSnippet(@Nullable Consumer<String> listener) {
        synchronized (GUARD) {
            GUARD.listener = listener;
            GUARD.snippet++;
            GUARD.watched = 0;
            GUARD.spoken = false;
        }
    }

    private synchronized void pass(Value root) {
        if (listener == null || watched++ >= PASSES_WATCHED) {
            root.backward();
            return;
        }
        List<Value> leaves = Graph.of(root).leaves();
        String hint = hint(root, leaves);
        root.backward();
        roots.add(root);
        lastResult = root.data;
        for (Value leaf : leaves) {
            passes.put(leaf, new Pass(snippet, leaf.data, leaf.grad));
        }
        if (!hint.isEmpty() && !spoken) {
            spoken = true;
            listener.accept(hint);
        }
    }

    private String hint(Value root, List<Value> leaves) {
        List<Value> stale = select(leaves, leaf -> holdsGradient(leaf) && hasMoved(leaf));
        if (!stale.isEmpty()) {
            return names(stale) + " still hold" + (stale.size() == 1 ? "s" : "")
                    + " the gradient from before the update, and" + " backward() adds to it; " + remedy(stale)
                    + " before backward() clears it";
        }
        if (roots.contains(root) && leaves.stream().anyMatch(this::hasMoved)) {
            return "this graph was built before the update: compute it again before backward(), as its data is old";
        }
        List<Value> kept = select(leaves, this::holdsGradient);
        if (roots.contains(root) && !kept.isEmpty()) {
            return "backward() ran on this graph before, and its gradients add up; " + remedy(kept) + " clears them";
        }
        if (!kept.isEmpty() && fromEarlierSnippet(kept) && leaves.stream().noneMatch(this::wasCleared)) {
            return names(kept) + " still hold" + (kept.size() == 1 ? "s" : "")
                    + " the gradient of an earlier backward()," + " which adds up; " + remedy(kept) + " clears it";
        }
        return wastedPasses(root, leaves)
                ? "the gradients were cleared before anything was updated: zeroGrad() belongs before backward(), the update after"
                : "";
    }

    /** In a loop, the same result over and over from leaves that were cleared but never moved: cleared between backward() and update. */
    private boolean wastedPasses(Value root, List<Value> leaves) {
        boolean again = root.data == lastResult
                && !roots.contains(root)
                && leaves.stream().anyMatch(this::wasClearedInThisSnippet)
                && leaves.stream().noneMatch(this::hasMoved);
        wasted = again ? wasted + 1 : 0;
        return wasted >= 2;
    }

    private boolean holdsGradient(Value leaf) {
        return leaf.grad != 0 && passes.containsKey(leaf);
    }

    private boolean hasMoved(Value leaf) {
        Pass pass = passes.get(leaf);
        return pass != null && leaf.data != pass.data;
    }

    private boolean wasCleared(Value leaf) {
        Pass pass = passes.get(leaf);
        return pass != null && leaf.grad == 0 && pass.grad != 0;
    }

    private boolean wasClearedInThisSnippet(Value leaf) {
        Pass pass = passes.get(leaf);
        return wasCleared(leaf) && pass != null && pass.snippet == snippet;
    }

    private boolean fromEarlierSnippet(List<Value> leaves) {
        return leaves.stream().map(passes::get).allMatch(pass -> pass != null && pass.snippet < snippet);
    }

    private static List<Value> select(List<Value> leaves, Predicate<Value> wanted) {
        return leaves.stream().filter(wanted).toList();
    }

    private static String names(List<Value> leaves) {
        Value first = leaves.get(0);
        String name = first.label.isEmpty() ? "a leaf (data " + shortened(first.data) + ")" : first.label;
        return leaves.size() == 1 ? name : leaves.size() + " leaves";
    }

    private static String shortened(double data) {
        return String.format(Locale.ROOT, "%.4f", data);
    }

    private static String remedy(List<Value> leaves) {
        String label = leaves.get(0).label;
        return leaves.size() > 2 ? "model.zeroGrad()" : (label.isEmpty() ? "x" : label) + ".grad = 0";
    }
}
