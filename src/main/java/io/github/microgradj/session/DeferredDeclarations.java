package io.github.microgradj.session;

import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The declarations that failed and may depend on later ones. The classes of a Java file may be in any order. */
final class DeferredDeclarations {
    private final Map<Unit, Outcome.Failure> failed = new LinkedHashMap<>();
    private boolean promising;

    void add(Unit unit, Outcome.Failure failure) {
        failed.put(unit, failure);
    }

    /** Records that a declaration succeeded, so that the failed ones are worth another attempt. */
    void declared() {
        promising = !failed.isEmpty();
    }

    /**
     * Retries the failed declarations until no more of them succeed. Starts with the last one, because a sealed type
     * usually precedes its permitted subtypes in a file but must be declared after them. Removes and returns the
     * declarations that still fail.
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
