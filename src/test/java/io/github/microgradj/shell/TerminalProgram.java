package io.github.microgradj.shell;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import io.github.microgradj.editor.screen.TerminalScreen;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The shell as a user sees it: the real program in a real pseudo-terminal, and its screen. */
final class TerminalProgram implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 30_000;
    /** The editor enables bracketed paste when it begins to read a line, and disables it afterwards. */
    private static final String BEGINS_TO_READ = "\033[?2004h";

    private final PtyProcess process;
    private final TerminalScreen screen;
    private final StringBuilder written = new StringBuilder();
    private final AtomicInteger paintings = new AtomicInteger();
    /**
     * The number of lines begun at the time when a line last ended. A prompt that was on the screen then does not
     * count.
     */
    private volatile int linesBefore;

    private TerminalProgram(PtyProcess process, int columns, int rows) {
        this.process = process;
        this.screen = new TerminalScreen(columns, rows);
    }

    /** Starts {@code bin/microgradj-shell} on this test's JVM, with a separate home folder. */
    static TerminalProgram start(Path home, int columns, int rows, Map<String, String> environment, String... arguments)
            throws IOException {
        String launcher = Path.of("bin/microgradj-shell").toAbsolutePath().toString();
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(List.of(arguments));
        return start(command, home, columns, rows, environment(home, environment));
    }

    /** Returns the environment for a shell on this test's JVM, with a separate home folder. */
    static Map<String, String> environment(Path home, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables
                .keySet()
                .removeIf(name -> name.startsWith("XDG_") || name.equals("JAVA_HOME") || name.equals("NO_COLOR"));
        variables.putAll(Map.of(
                "TERM",
                "xterm-256color",
                "HOME",
                home.toString(),
                "MICROGRADJ_JAVA",
                System.getProperty("java.home"),
                "MICROGRADJ_OPTS",
                "-Duser.home=" + home,
                "XDG_CACHE_HOME",
                Path.of("target/cache").toAbsolutePath().toString()));
        variables.putAll(more);
        return variables;
    }

    /** Starts any program with exactly this environment. */
    static TerminalProgram start(
            List<String> command, Path folder, int columns, int rows, Map<String, String> environment)
            throws IOException {
        PtyProcess process = new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(environment)
                .setDirectory(folder.toString())
                .setInitialColumns(columns)
                .setInitialRows(rows)
                .setUnixOpenTtyToPreserveOutputAfterTermination(true)
                .start();
        process.setWinSize(new WinSize(columns, rows));
        TerminalProgram program = new TerminalProgram(process, columns, rows);
        Thread painter = new Thread(program::paint, "screen");
        painter.setDaemon(true);
        painter.start();
        return program;
    }

    private void paint() {
        char[] buffer = new char[4096];
        try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                synchronized (written) {
                    written.append(buffer, 0, n);
                }
                screen.write(new String(buffer, 0, n));
                paintings.incrementAndGet();
                String answer = screen.answers();
                if (!answer.isEmpty()) {
                    type(answer);
                }
            }
        } catch (IOException e) {
            // The program and its terminal have ended, but its output can still be read.
            return;
        }
    }

    /** Sends keys. */
    void type(String keys) {
        if (keys.contains("\r") || keys.contains("\003")) {
            linesBefore = linesBegun();
        }
        try {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the program a signal, by name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Returns all output of the program, with its escape sequences. */
    String written() {
        synchronized (written) {
            return written.toString();
        }
    }

    /** Returns the number of lines that the program has begun to read with an editor. */
    int linesBegun() {
        return written().split(Pattern.quote(BEGINS_TO_READ), -1).length - 1;
    }

    private String lastWritten() {
        String all = written();
        return all.substring(Math.max(0, all.length() - 2000))
                .replace("\033", "\\e")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    /** Sends a line and Enter. */
    void enter(String line) {
        type(line + "\r");
    }

    /** Sends text as a terminal sends a paste. */
    void paste(String text) {
        type("\033[200~" + text.replace("\n", "\r") + "\033[201~");
    }

    void resize(int columns, int rows) {
        screen.resize(columns, rows);
        process.setWinSize(new WinSize(columns, rows));
    }

    /** Returns the screen, without trailing blanks and without empty lines at the end. */
    String screen() {
        return screen.text();
    }

    /** Returns how often the screen was painted. The screen changes only if this number increases. */
    int paintings() {
        return paintings.get();
    }

    /** Returns the lines that scrolled off the top of the screen. */
    List<String> scrolledOut() {
        return screen.scrolledOut();
    }

    /** Returns the screen in its colours, as an SVG picture. */
    String picture(String title) {
        return new ScreenPicture(screen).svg(title);
    }

    /** Waits until the screen satisfies a condition. */
    void await(String what, Predicate<String> wanted) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!wanted.test(screen())) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("waited in vain for " + what + "; the screen:\n" + screen()
                        + "\nwhat was written last: " + lastWritten());
            }
            Thread.sleep(10);
        }
    }

    /** Waits until this text is on the screen. */
    void await(String text) throws InterruptedException {
        await(text, screen -> screen.contains(text));
    }

    /** Waits until the last line of the screen is an empty prompt, other than the one before the typed text. */
    void awaitPrompt() throws InterruptedException {
        await("the prompt", screen -> screen.endsWith("\nmg>") && (linesBegun() > linesBefore || linesBegun() == 0));
    }

    /** Waits for the end of the program and returns its exit status. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the program does not end; the screen:\n" + screen());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
