package io.github.microgradj.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The inputs that users type, copy and paste: from transcripts and cases, the README's blocks, and the examples. */
public final class Corpus {
    /** The project folder. The fuzzing process runs in a different folder. */
    private static final Path PROJECT = Path.of(System.getProperty("basedir", ""));

    private static final Pattern FENCED = Pattern.compile("(?s)```\\w*\\n.*?\\n```\\n");

    private static final Pattern HARMFUL = Pattern.compile("Files|File\\b|File(?:Writer|OutputStream)|PrintWriter"
            + "|RandomAccess|Process|Runtime\\b|exec\\b|Socket|\\bURL?I?\\b|Unsafe|setOut|setErr|halt|Thread|parallel|Executor"
            + "|Completable|Timer|\\.save\\(|\\.load\\(|Path|System\\.in|kept");

    private static final Pattern COMMAND = Pattern.compile("(?m)^[^\\w\\n]*(?:In \\[\\d+]: |mg> |jshell> )?\\s*[:/%!]");
    private static final Pattern PATH = Pattern.compile("(?:^|[\\s\"'=])(?:/\\w|~|\\.\\.)|/\\.\\.");

    private Corpus() {}

    /** Returns typed inputs, blocks with their Markdown fences, whole sessions with their prompts, and files. */
    public static List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        for (String folder : List.of("transcripts", "cases")) {
            for (String transcript : texts("src/test/resources/" + folder)) {
                inputs.addAll(typed(transcript));
                // A part of a session, copied with its prompts and output.
                inputs.addAll(List.of(transcript.split("(?m)^(?=mg> (?:Value|int|for|\\w+ = ))", 40)));
            }
        }
        inputs.addAll(FENCED.matcher(read(PROJECT.resolve("README.md")))
                .results()
                .map(found -> found.group())
                .toList());
        for (String example : texts("examples")) {
            inputs.add(example);
            inputs.addAll(example.lines().filter(line -> !line.isBlank()).toList());
        }
        return inputs.stream().filter(Corpus::isHarmless).distinct().toList();
    }

    /** Returns the colon commands among the inputs. */
    public static List<String> commands() {
        return inputs().stream()
                .filter(input -> input.startsWith(":") && !input.contains("\n"))
                .toList();
    }

    /**
     * Returns whether an input neither touches files outside the working folder, nor starts processes or threads that
     * never stop. This is checked again before each run, because a mutation may have changed the input.
     */
    public static boolean isHarmless(String input) {
        return !HARMFUL.matcher(input).find()
                && !(COMMAND.matcher(input).find() && PATH.matcher(input).find());
    }

    /** Returns the inputs of a transcript: one for each prompt, with its continuation lines. */
    private static List<String> typed(String transcript) {
        List<String> inputs = new ArrayList<>();
        for (String line : transcript.lines().toList()) {
            if (line.startsWith("mg> ")) {
                inputs.add(line.substring(4));
            } else if (line.startsWith("..> ")) {
                inputs.add(inputs.remove(inputs.size() - 1) + "\n" + line.substring(4));
            }
        }
        return inputs;
    }

    private static List<String> texts(String folder) {
        return walk(folder, files -> files.filter(Files::isRegularFile)
                .sorted()
                .map(Corpus::read)
                .toList());
    }

    private static List<String> walk(String folder, Function<Stream<Path>, List<String>> reading) {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
            return reading.apply(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
