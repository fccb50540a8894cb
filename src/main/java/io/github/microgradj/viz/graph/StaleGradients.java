package io.github.microgradj.viz.graph;

import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.graph.view.GraphNames;
import io.github.microgradj.viz.graph.view.GraphSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * A check of whether the gradients of a graph come from a backward pass from its root. Such a pass sets the root's
 * gradient to 1 and recomputes the gradients of all interior nodes, so a difference in one of these reveals stale
 * gradients. A leaf may hold the sum of several passes, so a leaf's gradient is reported only if it is 0. No check is
 * possible if data changed after the pass, or if the root's gradient comes from a pass that started at another value.
 */
final class StaleGradients {
    private static final int MOST_NAMES = 3;

    private final GraphSnapshot graph;
    private final GraphNames names;

    StaleGradients(GraphSnapshot graph, GraphNames names) {
        this.graph = graph;
        this.names = names;
    }

    /**
     * Returns a note if the gradients are missing or do not come from the root; otherwise empty.
     *
     * @param root the user's name for the root
     */
    Optional<String> remark(String root) {
        if (graph.root().op() == null) {
            return Optional.empty();
        }
        double gradient = grad(graph.root());
        if (gradient == 0) {
            List<Value> older =
                    graph.values().stream().filter(value -> grad(value) != 0).toList();
            return Optional.of(
                    older.isEmpty()
                            ? "no gradients yet"
                            : "no gradients of " + root + " yet, but older gradients in " + listed(older));
        }
        List<Value> wrong = gradient == 1 ? wrong() : List.of();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of("the gradients in " + listed(wrong) + " are not those of " + root);
    }

    private double grad(Value value) {
        return graph.at(value).grad();
    }

    private List<Value> wrong() {
        BackwardSteps pass = new BackwardSteps(graph);
        if (!graph.values().stream().allMatch(value -> value.op() == null || pass.isFresh(value))) {
            return List.of();
        }
        return graph.values().stream()
                .filter(value -> isWrong(value, pass.gradient(value)))
                .toList();
    }

    private boolean isWrong(Value value, double right) {
        boolean differs = grad(value) != right && !(Double.isNaN(grad(value)) && Double.isNaN(right));
        return differs && (value.op() != null || grad(value) == 0);
    }

    private String listed(List<Value> values) {
        List<String> named = values.stream()
                .map(value -> names.of(value, graph.at(value).label()))
                .filter(name -> !name.isEmpty())
                .limit(MOST_NAMES)
                .toList();
        int others = values.size() - named.size();
        if (named.isEmpty()) {
            return others + (others == 1 ? " value" : " values");
        }
        return String.join(", ", named) + (others > 0 ? " and " + others + " more" : "");
    }
}
