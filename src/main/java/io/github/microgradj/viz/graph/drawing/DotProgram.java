package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.picture.Background;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The layout engine {@code dot} of an installed Graphviz. */
public final class DotProgram implements GraphEngine {
    /**
     * A second graph that is sent after the first, to detect an interrupted layout. Ctrl-C in a terminal also reaches
     * {@code dot}, which then writes an incomplete result and exits normally, but does not lay out the second graph.
     */
    private static final String LAST = "digraph { last }\n";

    private static final String END = "stop\n";
    private static final int ENDED_BY_SIGINT = 130;

    private final String searchPath;

    /**
     * Creates an engine that looks for {@code dot} in the given folders.
     *
     * @param searchPath the folders, as in the environment variable PATH
     */
    public DotProgram(String searchPath) {
        this.searchPath = searchPath;
    }

    @Override
    public GraphLayout layout(String dot, Duration limit) throws IOException, TimeoutException, InterruptedException {
        Path program = find().orElseThrow(() -> new IOException("Graphviz's dot is not on the PATH"));
        Process process = new ProcessBuilder(program.toString(), "-Tplain")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            FutureTask<String> conversation = Background.start(() -> converse(process, dot));
            String plain = conversation.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return GraphLayout.ofPlain(wanted(plain, process.waitFor(), program));
        } catch (ExecutionException e) {
            throw new IOException(program + " failed: " + Background.reason(e), e);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Returns the layout of the first graph. Throws an exception unless the output also contains the layout of {@link
     * #LAST}; its presence shows that {@code dot} was not interrupted.
     */
    private static String wanted(String plain, int status, Path program) throws IOException, InterruptedException {
        int end = plain.indexOf(END) + END.length();
        if (status == ENDED_BY_SIGINT || (status == 0 && end > END.length() && !plain.contains("\nnode last "))) {
            throw new InterruptedException(program + " was interrupted");
        }
        if (status != 0 || !plain.endsWith(END)) {
            throw new IOException(program + " failed with exit status " + status);
        }
        return plain.substring(0, end);
    }

    /**
     * Writes both graphs and then reads the layouts. This cannot deadlock, because {@code dot} reads the first graph
     * completely before it writes, and the second graph is too small to fill the pipe.
     */
    private static String converse(Process process, String dot) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write((dot + LAST).getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    }

    /**
     * Finds the program on the search path. Starting the program by its name is not safe, because Windows would try the
     * current folder first.
     */
    private Optional<Path> find() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(searchPath)
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(new File(folder, "dot"), new File(folder, "dot.exe")))
                .map(File::toPath)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
