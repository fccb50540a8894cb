package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.documentation.DocIndex;
import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.picture.OptionalLibrary;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Tests of the statements of the README outside its code, which {@link DocumentationIT} runs. */
class ReadmeTest {
    private String readme;

    @BeforeEach
    void read() throws IOException {
        readme = Files.readString(CodeBlock.README);
    }

    @Test
    void theTableOfCommandsIsThatOfTheShell() {
        CommandRegistry commands = new CommandRegistry(Commands.all(Map.of()), Path.of(""));
        List<String> rows = commands.names().stream()
                .map(name -> "| `:" + name + "` | " + commands.summary(name) + " |")
                .toList();
        assertThat(readme.lines().filter(line -> line.startsWith("| `:")))
                .as("the rows of the table, as they should be:%n%s%n", String.join("\n", rows))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void theDataSetsAreThoseThereAre() {
        List<String> names =
                Datasets.names().stream().map(name -> "`" + name + "`").toList();
        int last = names.size() - 1;
        String sentence = "The data sets are " + String.join(", ", names.subList(0, last)) + " and " + names.get(last);
        assertThat(words(readme)).contains(sentence);
    }

    @Test
    void theOperationsAreMethodsOfValue() {
        String operations = found("The operations are `([a-z ]+)`").get(0).group(1);
        assertThat(operations.split(" ", -1))
                .isSubsetOf(
                        Stream.of(Value.class.getMethods()).map(Method::getName).toList())
                .contains("add", "sub", "mul", "div", "pow", "neg", "exp", "log", "tanh", "sigmoid", "relu");
    }

    @Test
    void linksLeadSomewhere() {
        assertThat(found("]\\(([^)]+)\\)").stream().map(link -> link.group(1)).filter(link -> !link.startsWith("http")))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.startsWith("#") ? headings().contains(link) : exists(link))
                        .as(link)
                        .isTrue());
    }

    private static boolean exists(String file) {
        return Files.exists(Path.of(file));
    }

    /** Returns the link to each heading, as on GitHub. */
    private List<String> headings() {
        return found("(?m)^#+ (.+)").stream()
                .map(heading -> "#"
                        + heading.group(1)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\w -]", "")
                                .replace(' ', '-'))
                .toList();
    }

    @Test
    void blocksAreTagged() throws IOException {
        assertThat(CodeBlock.ofReadme()).extracting(CodeBlock::tag).containsOnly("java", "jshell", "python", "sh");
    }

    @Test
    void shellCommandsNameFilesThatExist() throws IOException {
        assertThat(shellCommands())
                .flatExtracting(command -> List.of(command.split("[\\s\"$()<]+")))
                .filteredOn(word -> word.contains("/"))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(Path.of(word)).exists());
    }

    @Test
    void optionsOfTheShellAreItsOwn() throws IOException {
        CommandLine program = new CommandLine(new Main(System.in, System.out, System.err, System.getenv()));
        Pattern call = Pattern.compile("bin/microgradj-shell((?: [-\\w/.]+)*)");
        List<String> options = shellCommands().stream()
                .flatMap(command -> call.matcher(command).results())
                .flatMap(found -> Stream.of(found.group(1).split(" ")))
                .filter(word -> word.startsWith("-"))
                .toList();
        assertThat(options)
                .isNotEmpty()
                .isSubsetOf(program.getCommandSpec().optionsMap().keySet());
    }

    @Test
    void optionsInSentencesAreOptionsOfTheProgramOrOfACommand() throws IOException {
        CommandRegistry commands = new CommandRegistry(Commands.all(Map.of()), Path.of(""));
        CommandLine program = new CommandLine(new Main(System.in, System.out, System.err, System.getenv()));
        List<String> options = Stream.concat(
                        Stream.of(program), commands.names().stream().map(commands::model))
                .flatMap(model -> model.getCommandSpec().optionsMap().keySet().stream())
                .toList();
        assertThat(CodeBlock.proseSpans())
                .flatExtracting(span -> Pattern.compile("(?<![\\w-])--[a-z-]+")
                        .matcher(span)
                        .results()
                        .map(found -> found.group())
                        .toList())
                .contains("--log", "--watch", "--warm")
                .isSubsetOf(options);
    }

    @Test
    void thePackagesAreThoseThereAre() throws IOException {
        String named = found("Its packages are (.+?) under `io.github.microgradj`")
                .get(0)
                .group(1);
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/io/github/microgradj"))) {
            assertThat(named.split("\\W+", -1))
                    .filteredOn(word -> !word.isEmpty() && !word.equals("and"))
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(name -> !name.matches("io|text|arithmetic")
                                    && DocIndex.covers("io.github.microgradj." + name))
                            .toList());
        }
    }

    @Test
    void optionalLibrariesAreNamedAsBuildsNameThem() {
        assertThat(OptionalLibrary.values())
                .flatExtracting(library -> List.of(library.coordinates().split(":[\\d.]+(?: and )?", -1)))
                .filteredOn(name -> !name.isEmpty())
                .hasSize(7)
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void theCallOfJshellIsTheOneThatIsTested() throws IOException {
        assertThat(shellCommands())
                .contains("jshell "
                        + String.join(
                                " ", DocumentationIT.jshellOptions("\"$(bin/microgradj-shell --print-classpath)\"")));
    }

    private static List<String> shellCommands() throws IOException {
        return CodeBlock.ofReadme().stream()
                .filter(block -> block.tag().equals("sh"))
                .flatMap(block -> block.code().lines())
                .toList();
    }

    private List<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(words(readme)).results().toList();
    }

    /** Returns the text without its line breaks. */
    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
