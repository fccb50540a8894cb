package io.github.microgradj.session;

import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The declarations that failed and may need others below them. In a Java file, classes may come in any order. */
final class DeferredDeclarations {
    private final Map<Unit, Outcome.Failure> failed = new LinkedHashMap<>();
    private boolean promising;

    void add(Unit unit, Outcome.Failure failure) {
        failed.put(unit, failure);
    }

    /** Records a successful declaration, which the failed ones may have needed. */
    void declared() {
        promising = !failed.isEmpty();
    }

    /**
     * Retries the declarations until none succeeds. Starts with the last, because the types that a sealed type permits
     * must exist before it and usually follow it in a file. Removes and returns those that still fail.
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
