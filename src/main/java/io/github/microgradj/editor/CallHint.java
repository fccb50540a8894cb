package io.github.microgradj.editor;

import io.github.microgradj.editor.Host.Call;
import io.github.microgradj.editor.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The signatures of the call at the cursor, which the editor shows below the input. They are looked up in the
 * background when the user pauses, and are cached until the line runs.
 */
final class CallHint {
    private static final long REST_MILLIS = 80;
    private static final int MOST_ROWS = 3;

    private final Host host;
    private final HostQueries questions;
    private final Runnable redraw;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "signatures");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Future<?>> lookup = Optional.empty();

    /**
     * Creates a hint.
     *
     * @param redraw is called on another thread when signatures have been found
     */
    CallHint(Host host, HostQueries questions, Runnable redraw) {
        this.host = host;
        this.questions = questions;
        this.redraw = redraw;
    }

    /** Clears the cache, because the declarations may have changed. */
    void forget() {
        lookup.ifPresent(running -> running.cancel(false));
        known.clear();
    }

    /**
     * Returns the rows to show for the text before the cursor. The list is empty if there is nothing to show or if the
     * lookup has not finished.
     */
    List<String> rows(String typed, int width, int room) {
        lookup.ifPresent(running -> running.cancel(false));
        Optional<Call> call = host.callAround(typed);
        if (call.isEmpty()) {
            return List.of();
        }
        List<String> signatures = known.get(call.get().prefix());
        if (signatures == null) {
            lookup = Optional.of(
                    background.schedule(() -> lookUp(call.get().prefix()), REST_MILLIS, TimeUnit.MILLISECONDS));
            return List.of();
        }
        return rows(signatures, call.get().argument(), width, Math.min(room, MOST_ROWS));
    }

    private void lookUp(String prefix) {
        questions.askInPassing(() -> host.signatures(prefix)).ifPresent(found -> {
            known.put(prefix, found);
            if (!found.isEmpty()) {
                redraw.run();
            }
        });
    }

    private List<String> rows(List<String> signatures, int argument, int width, int most) {
        List<CallSignature> all = signatures.stream().map(CallSignature::of).toList();
        List<CallSignature> fitting =
                all.stream().filter(each -> each.takes(argument)).toList();
        List<CallSignature> shown = fitting.isEmpty() ? all : fitting;
        int count = shown.size() <= most ? shown.size() : Math.max(0, most - 1);
        List<String> rows = new ArrayList<>();
        shown.stream().limit(count).forEach(each -> rows.add(each.row(argument, width, this::dimmed, this::marked)));
        if (count < shown.size() && most > 0) {
            rows.add(dimmed("and " + (shown.size() - count) + " more; F1 shows all"));
        }
        return rows;
    }

    private String dimmed(String text) {
        return text.isEmpty() ? "" : host.coloured(Span.Kind.COMMENT, text);
    }

    private String marked(String text) {
        return host.coloured(Span.Kind.PARAMETER, text);
    }
}
