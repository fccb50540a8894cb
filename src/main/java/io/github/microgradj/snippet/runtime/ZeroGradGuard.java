package io.github.microgradj.snippet.runtime;

import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A guard that detects gradients that the user forgot to clear. {@code backward()} adds to the gradients of leaves, so
 * a gradient that was not cleared before the next backward pass makes the result wrong. Calls to {@code backward()} in
 * snippets are redirected to this class. The library's own calls are not redirected, and the engine does not depend on
 * this class.
 *
 * <p>The data of the leaves shows whether accumulation is intended: if it is, no leaf is updated between the backward
 * passes. A gradient from before an update is therefore stale. The guard also reports a gradient that no recorded
 * backward pass has produced.
 */
public final class ZeroGradGuard {
    /**
     * The number of backward passes to check in each snippet. A mistake in a loop shows up in its first passes; later
     * passes run at full speed.
     */
    private static final int PASSES_WATCHED = 8;

    private static final ZeroGradGuard GUARD = new ZeroGradGuard();

    /** A reason why a backward pass gives unexpected gradients. Each reason is reported once per snippet. */
    private enum Cause {
        STALE,
        OUTDATED,
        AGAIN,
        KEPT,
        FOREIGN,
        WASTED
    }

    /** A receiver of the hints. */
    public interface Listener {
        /** Receives a hint. */
        void hint(String text);

        /** Returns the current names of leaves. */
        LeafNames names();
    }

    /** The state of a leaf at the end of a backward pass. */
    private record BackwardPass(int snippet, double data, double grad) {}

    private final Map<Value, BackwardPass> passes = new WeakHashMap<>();
    private final Set<Value> roots = Collections.newSetFromMap(new WeakHashMap<>());
    /** The leaves whose gradients from an earlier snippet were reported and have not been cleared since. */
    private final Set<Value> warned = Collections.newSetFromMap(new WeakHashMap<>());

    private final Set<Cause> spoken = EnumSet.noneOf(Cause.class);
    private @Nullable Listener listener;
    private int snippet;
    private int watched;
    private double lastResult = Double.NaN;
    private int wasted;

    private ZeroGradGuard() {}

    /** Replaces {@link Value#backward()} in snippets. */
    public static void backward(@Nullable Value root) {
        GUARD.pass(Objects.requireNonNull(root, "backward() was called on null, where a Value was expected"));
    }

    /**
     * Records the start of a snippet, during which each hint may be given once. Without a listener, nothing is checked.
     */
    public static void beginSnippet(@Nullable Listener listener) {
        synchronized (GUARD) {
            GUARD.listener = listener;
            GUARD.snippet++;
            GUARD.watched = 0;
            GUARD.spoken.clear();
        }
    }

    private synchronized void pass(Value root) {
        if (listener == null || watched++ >= PASSES_WATCHED) {
            root.backward();
            return;
        }
        List<Value> leaves = Graph.of(root).leaves();
        Map<Cause, List<Value>> causes = causes(root, leaves);
        root.backward();
        roots.add(root);
        lastResult = root.data;
        for (Value leaf : leaves) {
            passes.put(leaf, new BackwardPass(snippet, leaf.data, leaf.grad));
        }
        for (Map.Entry<Cause, List<Value>> cause : causes.entrySet()) {
            if (spoken.add(cause.getKey())) {
                listener.hint(hint(cause.getKey(), cause.getValue(), listener.names()));
            }
        }
    }

    /** Returns the causes to report, each with its leaves. This method must be called before the backward pass. */
    private Map<Cause, List<Value>> causes(Value root, List<Value> leaves) {
        warned.removeIf(leaf -> leaf.grad == 0);
        List<Value> held = select(leaves, leaf -> leaf.grad != 0);
        List<Value> stale = select(held, leaf -> isOfPass(leaf) && hasMoved(leaf));
        List<Value> kept = select(held, leaf -> isOfPass(leaf) && !hasMoved(leaf));
        Map<Cause, List<Value>> causes = new EnumMap<>(Cause.class);
        if (!stale.isEmpty()) {
            causes.put(Cause.STALE, stale);
        } else if (roots.contains(root) && leaves.stream().anyMatch(this::hasMoved)) {
            causes.put(Cause.OUTDATED, leaves);
        } else if (roots.contains(root)) {
            causes.put(Cause.AGAIN, kept);
        } else {
            causes.put(Cause.KEPT, keptTooLong(kept, leaves));
        }
        causes.put(Cause.FOREIGN, select(held, leaf -> !isOfPass(leaf)));
        causes.values().removeIf(List::isEmpty);
        if (causes.isEmpty() && wastedPasses(root, leaves)) {
            causes.put(Cause.WASTED, select(leaves, this::wasClearedInThisSnippet));
        }
        return causes;
    }

    /**
     * Returns the leaves whose gradients come from an earlier snippet. If the user has already received this hint and
     * has since cleared the gradients of other leaves, the list is empty, because the remaining gradients are assumed
     * to be kept on purpose.
     */
    private List<Value> keptTooLong(List<Value> kept, List<Value> leaves) {
        List<Value> earlier = select(kept, this::isOfEarlierSnippet);
        boolean onPurpose = leaves.stream().anyMatch(this::wasCleared) && warned.containsAll(earlier);
        return onPurpose ? List.of() : earlier;
    }

    private String hint(Cause cause, List<Value> leaves, LeafNames names) {
        String subject = joined(names.of(leaves));
        List<String> clearing = names.clearing(leaves);
        String hold = leaves.size() == 1 ? "holds" : "hold";
        String clear = clearing.size() == 1 ? "clears" : "clear";
        String remedy = joined(clearing);
        return switch (cause) {
            case STALE ->
                subject + " still " + hold + " the gradient from before the update, and backward() adds to it; "
                        + remedy + " before backward() " + clear + " it";
            case OUTDATED ->
                "this graph was built before the update, so its data is old;"
                        + " compute the result again before backward()";
            case AGAIN ->
                "backward() already ran on this graph, and gradients add up; " + remedy + " " + clear + " them";
            case KEPT -> {
                warned.addAll(leaves);
                yield subject + " still " + hold
                        + " the gradient from an earlier backward(), and the new gradient was added to it; "
                        + remedy + " " + clear + " it";
            }
            case FOREIGN ->
                subject + " already " + hold + " a gradient, and backward() adds to it; " + remedy
                        + " before backward() " + clear + " it";
            case WASTED ->
                "the gradients were cleared before anything was updated; " + remedy + " "
                        + clear.replace("clear", "belong") + " before backward(), and the update after backward()";
        };
    }

    /** Returns {@code p}, {@code p and q} or {@code p, q and r}. */
    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * Returns whether a loop repeatedly computes the same result from leaves that were cleared but never updated. This
     * happens if the loop clears the gradients between backward() and the update.
     */
    private boolean wastedPasses(Value root, List<Value> leaves) {
        boolean again = root.data == lastResult
                && !roots.contains(root)
                && leaves.stream().anyMatch(this::wasClearedInThisSnippet)
                && leaves.stream().noneMatch(this::hasMoved);
        wasted = again ? wasted + 1 : 0;
        return wasted >= 2;
    }

    /** Returns whether a recorded backward pass produced the gradient of the given leaf. */
    private boolean isOfPass(Value leaf) {
        BackwardPass pass = passes.get(leaf);
        return pass != null && Double.compare(pass.grad, leaf.grad) == 0;
    }

    private boolean hasMoved(Value leaf) {
        BackwardPass pass = passes.get(leaf);
        return pass != null && leaf.data != pass.data;
    }

    private boolean wasCleared(Value leaf) {
        BackwardPass pass = passes.get(leaf);
        return pass != null && leaf.grad == 0 && pass.grad != 0;
    }

    private boolean wasClearedInThisSnippet(Value leaf) {
        BackwardPass pass = passes.get(leaf);
        return wasCleared(leaf) && pass != null && pass.snippet == snippet;
    }

    private boolean isOfEarlierSnippet(Value leaf) {
        BackwardPass pass = passes.get(leaf);
        return pass != null && pass.snippet < snippet;
    }

    private static List<Value> select(List<Value> leaves, Predicate<Value> wanted) {
        return leaves.stream().filter(wanted).toList();
    }
}
