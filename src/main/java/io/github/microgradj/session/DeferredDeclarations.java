package io.github.microgradj.session;

import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Declarations of a text that failed and may need what stands below them: in a Java file the order of classes is free. */
final class DeferredDeclarations {
    private final Map<Unit, Outcome.Failure> failed = new LinkedHashMap<>();
    private boolean promising;

    void add(Unit unit, Outcome.Failure failure) {
        failed.put(unit, failure);
    }

    /** Something has been declared that those before it may have lacked. */
    void declared() {
        promising = !failed.isEmpty();
    }

    /**
     * Tries them again for as long as one succeeds, the last first, as a sealed type permits what is there; returns, and
     * forgets, those that fail for good.
     */
    Map<Unit, Outcome.Failure> settle(Function<Unit, Outcome> runner) {
        while (promising) {
            promising = false;
            List<Unit> units = new ArrayList<>(failed.keySet());
            Collections.reverse(units);
            for (Unit unit : units) {
                if (runner.apply(unit) instanceof Outcome.Failure failure) {
                    failed.put(unit, failure);
                } else {
                    failed.remove(unit);
                    declared();
                }
            }
        }
        Map<Unit, Outcome.Failure> left = new LinkedHashMap<>(failed);
        failed.clear();
        return left;
    }
}
