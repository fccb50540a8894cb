package io.github.microgradj.shell;

import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.CommandWords;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Settings;
import io.github.microgradj.editor.text.Highlighter;
import io.github.microgradj.editor.text.Indentation;
import io.github.microgradj.engine.Value;
import io.github.microgradj.fuzz.Corpus;
import io.github.microgradj.fuzz.Fuzzing;
import io.github.microgradj.language.infix.CallSite;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.Session;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An interactive session that tries inputs one after another, as if a user typed or pasted them. Each input must end by
 * itself or after Ctrl-C, the session and its variables must survive, and no internals may be shown.
 */
class FuzzedSession implements Fuzzing.Target, AutoCloseable {
    /** How long an input may run before Ctrl-C is pressed. */
    private static final long PATIENCE_SECONDS = 2;

    /** How long an input may run after Ctrl-C: two seconds in a library, and more in the compiler on a busy machine. */
    private static final long LIMIT_SECONDS = 20;

    private static final List<String> DECLARATIONS = List.of(
            "io.github.microgradj.engine.Value keptValue = new io.github.microgradj.engine.Value(3.0)",
            "int keptNumber = 42",
            "java.lang.String keptText = \"kept\"",
            "java.util.List<java.lang.Integer> keptList = java.util.List.of(1, 2)",
            "int[] hits = {0}");

    /** Internals that the user must not see. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\tat [\\w.$/]+\\(|\\$JShell\\$|REPL\\.|Exception in thread|microgradj itself failed|SPIResolution|jdk\\.jshell"
                    + "|com\\.sun\\.tools|InternalError|StopCheck|[a-z]\\.snippet\\.");

    /** Inputs that show a stack trace on purpose. */
    private static final Pattern TRACE = Pattern.compile("(?i)[:/%]\\s*(?:e|tb)|printStackTrace");

    /** Inputs that end or change the session on purpose. */
    private static final Pattern LEAVING = Pattern.compile("(?i)[:/%!]\\s*(?:q|re|se|ex)|exit|quit");

    private final ExecutorService worker = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fuzzed session");
        thread.setDaemon(true);
        return thread;
    });
    private final Screen screen = new Screen();
    private final Printer printer = new Printer(screen, screen, false, ColorLevel.NONE, Theme.NONE);
    private Session session; // from the first restart on

    /** A stream that records only the beginning of the output, because an endless loop may print without limit. */
    private static final class Screen extends PrintStream {
        private static final int ROOM = 200_000;

        Screen() {
            this(new ByteArrayOutputStream());
        }

        private Screen(ByteArrayOutputStream bytes) {
            super(
                    new OutputStream() {
                        @Override
                        public synchronized void write(int b) {
                            if (bytes.size() < ROOM) {
                                bytes.write(b);
                            }
                        }

                        @Override
                        public synchronized void write(byte[] buffer, int offset, int length) {
                            bytes.write(buffer, offset, Math.min(length, Math.max(0, ROOM - bytes.size())));
                        }
                    },
                    true,
                    StandardCharsets.UTF_8);
            this.bytes = bytes;
        }

        private final ByteArrayOutputStream bytes;

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        void clear() {
            bytes.reset();
        }
    }

    private Session open() {
        Session opened = new Session(
                () -> new SnippetEngine(Startup.script()),
                printer,
                new CommandRegistry(
                        Commands.all(Map.of()).stream()
                                .filter(command -> !command.get()
                                        .getClass()
                                        .getSimpleName()
                                        .matches("ShCommand|EditCommand"))
                                .toList(),
                        Path.of("")),
                new Settings());
        DECLARATIONS.forEach(declaration -> opened.run(declaration, "", RunMode.INTERACTIVE));
        return opened;
    }

    @Override
    public void restart() {
        closeSession();
        session = open();
    }

    @Override
    public void close() {
        closeSession();
        worker.shutdownNow();
    }

    private void closeSession() {
        if (session != null) {
            session.close();
        }
    }

    /** Returns the session that runs the inputs until the next restart. */
    Session session() {
        return session;
    }

    /** Returns how often the input ran {@code hits[0]++}, which marks code that must not run. */
    int hits() {
        return hitsArray()[0];
    }

    private int[] hitsArray() {
        Object hits = session.engine().valueOf("hits").orElse("none");
        return hits instanceof int[] array ? array : new int[1]; // An input may have declared another.
    }

    /** Returns the output since the last input. */
    String printed() {
        return screen.text();
    }

    @Override
    public Optional<String> fault(String input) {
        if (!Corpus.isHarmless(input)) {
            return Optional.empty();
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(screen);
        System.setErr(screen);
        try {
            return tried(input);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Optional<String> tried(String input) {
        screen.clear();
        Optional<String> fault = inTime(LIMIT_SECONDS, () -> typed(input))
                .or(() -> inTime(PATIENCE_SECONDS, () -> run(input)))
                .or(() -> inTime(LIMIT_SECONDS, () -> shown(input).or(() -> alive(input))));
        if (fault.isPresent()
                || LEAVING.matcher(input).find()
                || !(session.engine().valueOf("hits").orElse("none") instanceof int[])) {
            restart();
        }
        return fault;
    }

    private interface Step {
        Optional<String> take();
    }

    /** Runs a step, and presses Ctrl-C if it takes too long. */
    private Optional<String> inTime(long patience, Step step) {
        Session running = session;
        AtomicReference<Thread> thread = new AtomicReference<>();
        Future<Optional<String>> fault = worker.submit(() -> {
            thread.set(Thread.currentThread());
            return step.take();
        });
        try {
            try {
                return fault.get(patience, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                running.engine().stop();
                return fault.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException e) {
            return Optional.of("goes on after Ctrl-C at " + place(thread.get()));
        } catch (ExecutionException e) {
            return Optional.of("threw " + thrown(e.getCause()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("no place");
    }

    static String thrown(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return thrown
                + (frames.length == 0 ? "" : " at " + frames[0])
                + (thrown.getCause() == null ? "" : " caused by " + thrown(thrown.getCause()));
    }

    /** Runs the editor's queries, as if the user were typing the input. */
    private Optional<String> typed(String input) {
        hitsArray()[0] = 0;
        SessionHost host = new SessionHost(session);
        int cursor = Math.floorMod(input.hashCode(), input.length() + 1);
        new Highlighter(new CommandWords(session.commands())).spans(input, cursor);
        Indentation.after(input);
        Indentation.closing(input);
        CallSite.around(input);
        host.isIncomplete(input);
        if (cursor % 4 == 0 && input.length() < 500) {
            host.complete(input, cursor);
            host.documentation(input, cursor, 20);
        }
        return hits() == 0 ? Optional.empty() : Optional.of("Tab runs something");
    }

    /** Runs an input. Returns a one-line description of the fault, or empty if there is none. */
    Optional<String> run(String input) {
        Outcome outcome = session.run(input, "", RunMode.INTERACTIVE);
        return outcome instanceof Outcome.Quit && !LEAVING.matcher(input).find()
                ? Optional.of("ends the session")
                : Optional.empty();
    }

    private Optional<String> shown(String input) {
        return INSIDES.matcher(screen.text())
                .results()
                .filter(found -> !input.contains(found.group()))
                .filter(found -> !TRACE.matcher(input).find() || !found.group().startsWith("\tat"))
                .filter(found -> !input.contains("toString") || !found.group().startsWith("REPL."))
                .findFirst()
                .map(found -> "shows " + found.group() + " in: " + line(screen.text(), found.start()));
    }

    private static String line(String text, int index) {
        int end = text.indexOf('\n', index);
        return text.substring(text.lastIndexOf('\n', index) + 1, end < 0 ? text.length() : end)
                .strip();
    }

    private Optional<String> alive(String input) {
        if (LEAVING.matcher(input).find()) {
            return Optional.empty();
        }
        SnippetEngine engine = session.engine();
        boolean kept = engine.valueOf("keptValue")
                        .filter(v -> v instanceof Value value && value.data == 3)
                        .isPresent()
                && Objects.equals(engine.valueOf("keptNumber").orElse(null), 42)
                && Objects.equals(engine.valueOf("keptText").orElse(null), "kept")
                && Objects.equals(engine.valueOf("keptList").orElse(null), List.of(1, 2))
                && engine.valueOf("hits").isPresent();
        if (!kept) {
            return Optional.of("loses variables");
        }
        screen.clear();
        session.run("1 + 1", "", RunMode.INTERACTIVE);
        return printed().endsWith(" ==> 2\n") ? Optional.empty() : Optional.of("1 + 1 gives " + printed());
    }
}
