package io.github.microgradj.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Code in the documentation: a fenced block of the README, or an example file. Comments of the form {@code // prints X}
 * list the lines of the output in order. X extends to the end of the line, and there is no other output.
 *
 * @param name where the block is
 * @param tag the word after the fence or, for a file, its extension
 */
record CodeBlock(String name, String tag, String code) {
    static final Path README = Path.of("README.md");
    private static final Path EXAMPLES = Path.of("examples");
    private static final Pattern PRINTS = Pattern.compile("// prints (.*)$", Pattern.MULTILINE);
    /**
     * Matches Python's output comments. They are copied from other sources, so text may follow the output after a
     * comma.
     */
    private static final Pattern PYTHON_PRINTS = Pattern.compile("# prints ([^,\n]*)");

    /** Returns the fenced blocks of the README. */
    static List<CodeBlock> ofReadme() throws IOException {
        List<CodeBlock> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(README);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int fence = i++;
                while (!lines.get(i).equals("```")) {
                    i++;
                }
                blocks.add(new CodeBlock(
                        "README.md line " + (fence + 1),
                        lines.get(fence).substring(3),
                        String.join("\n", lines.subList(fence + 1, i)) + "\n"));
            }
        }
        return blocks;
    }

    /** Returns the commands and calls in the README's sentences, without placeholders, as input for a short session. */
    static CodeBlock ofProse() throws IOException {
        String session = "Value a = Value(-4.0), b = Value(2.0);\nValue y = a * b + b**3, g = y;\ng.backward();\n";
        String typed = proseSpans().stream()
                .filter(span ->
                        span.matches("[:?]\\S+ [^A-Z]*|:save .*|\\?\\w+|[\\w.]+\\?|\\w+\\(.+\\)(\\.\\w+\\(.*\\))?"))
                .map(span -> span + "\n")
                .collect(Collectors.joining());
        return new CodeBlock("README.md, in its sentences", "jshell", session + typed);
    }

    /** Returns the text between backticks in the sentences of the README. */
    static List<String> proseSpans() throws IOException {
        String prose = Files.readString(README).replaceAll("(?ms)^```.*?^```$", "");
        return Pattern.compile("`([^`\n]+)`")
                .matcher(prose)
                .results()
                .map(span -> span.group(1))
                .distinct()
                .toList();
    }

    /** Returns every example, including those that run only in this shell. */
    static List<CodeBlock> ofExamples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(CodeBlock::ofFile)
                    .toList();
        }
    }

    private static CodeBlock ofFile(Path file) {
        String name = file.toString().replace('\\', '/');
        try {
            return new CodeBlock(name, name.substring(name.lastIndexOf('.') + 1), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the output lines that the comments promise. */
    List<String> prints() {
        return (tag.equals("python") ? PYTHON_PRINTS : PRINTS)
                .matcher(code)
                .results()
                .map(comment -> comment.group(1).stripTrailing())
                .toList();
    }
}
