package io.github.microgradj.command.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.QuotedWords;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import picocli.CommandLine;

/** Tests that the options which describe a data set also work when they are pasted after {@code :train}. */
class DataOptionsTest {
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withCharRange(' ', '~')
                        .withChars('\u00fc', '\u2003')
                        .ofMinLength(1)
                        .ofMaxLength(12),
                Arbitraries.strings().withChars("ab \"';@-~=").ofMinLength(1).ofMaxLength(6));
    }

    @Property
    void namesOfFilesAndColumnsComeBack(@ForAll("names") String file, @ForAll("names") String label) {
        Assume.that(!label.equals("--")); // picocli never accepts it as a value
        String first = file.startsWith("@") ? "@" + file : file.startsWith("-") ? "./" + file : file;
        DataOptions options = parsed(List.of("csv", first, "--label=" + label));
        assertThat(again(options)).isEqualTo(options.code());
    }

    @Property
    void sizeNoiseAndSeedComeBack(@ForAll int samples, @ForAll double noise, @ForAll long seed) {
        List<String> words = new ArrayList<>(List.of("moons", "--samples", "" + samples, "--seed", "" + seed));
        assertThat(again(parsed(words))).isEqualTo(parsed(words).code());
        words.addAll(List.of("--noise", "" + noise));
        assertThat(again(parsed(words))).isEqualTo(parsed(words).code());
    }

    @Example
    void whatIsUsualIsNotSaid() {
        assertThat(parsed(List.of("moons")).words()).isEqualTo("moons");
        assertThat(parsed(List.of("csv", "my data.csv", "--label", "-1", "--seed", "2"))
                        .words())
                .isEqualTo("csv \"my data.csv\" --label=-1 --seed 2");
        assertThat(parsed(List.of("xor", "--samples", "4", "--noise", "0")).words())
                .isEqualTo("xor --samples 4 --noise 0.0");
    }

    @Example
    void optionsOfAFileComeBack() {
        DataOptions options = parsed(List.of(
                "csv",
                "a.csv",
                "--label=last",
                "--drop",
                "id,my name",
                "--features=a,-1",
                "--missing",
                "mean",
                "--task",
                "Regression",
                "--separator",
                "tab",
                "--decimal",
                ",",
                "--header",
                "no"));
        assertThat(options.code())
                .isEqualTo(
                        "Datasets.csv(Path.of(\"a.csv\"), CsvOptions.defaults().withLabel(\"last\")"
                                + ".withFeatures(\"a\", \"-1\").withDrop(\"id\", \"my name\").withMissing(CsvOptions.Missing.MEAN)"
                                + ".withTask(Dataset.Task.REGRESSION).withSeparator('\\t').withDecimal(',').withHeader(false))");
        assertThat(again(options)).isEqualTo(options.code());
        assertThat(parsed(List.of("csv", "a.csv")).code())
                .isEqualTo("Datasets.csv(Path.of(\"a.csv\"), CsvOptions.defaults())");
    }

    private static String again(DataOptions options) {
        return parsed(QuotedWords.of(options.words())).code();
    }

    private static DataOptions parsed(List<String> words) {
        DataOptions options = new DataOptions();
        new CommandLine(options).parseArgs(words.toArray(String[]::new));
        return options;
    }
}
