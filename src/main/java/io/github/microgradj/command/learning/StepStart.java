package io.github.microgradj.command.learning;

import java.util.List;
import java.util.stream.Collectors;

/** The state of the session at the start of a step, to which a wrong answer returns. */
final class StepStart {
    private final LessonSession session;
    private final Runnable preparation;
    private SavedNames names;

    /**
     * Saves the state.
     *
     * @param preparation prepares the session for the step again
     */
    StepStart(LessonSession session, Runnable preparation) {
        this.session = session;
        this.preparation = preparation;
        this.names = new SavedNames(session.engine());
    }

    /** Returns the Values that have become something else, such as plain numbers. */
    List<String> unboxed() {
        return names.unboxed(session.engine());
    }

    /**
     * Undoes the changes to what the step had at its start. Keeps new variables and methods.
     *
     * @return a message about what was changed; empty if nothing was
     */
    String restore() {
        List<String> changed = names.changed(session.engine());
        if (changed.isEmpty()) {
            return "";
        }
        List<String> unboxed = unboxed();
        String numbers = changed.stream()
                .flatMap(name -> names.number(session.engine(), name).stream())
                .collect(Collectors.joining(", "));
        names.restore(session);
        preparation.run();
        names = new SavedNames(session.engine());
        return String.join(changed.size() < 3 ? " and " : ", ", changed)
                + (changed.size() == 1 ? " was" : " were")
                + " changed; the step begins again"
                + (numbers.isEmpty() ? "" : " with " + numbers)
                + (unboxed.isEmpty()
                        ? ""
                        : ". To change the number of a Value, type " + unboxed.get(0) + ".data = ...");
    }
}
