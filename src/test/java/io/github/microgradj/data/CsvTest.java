package io.github.microgradj.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kind", "1", "-2"})
    void theLabelColumnIsFoundByNameOrIndex(String label) {
        Dataset data = read("height,kind,width\n1.5,tall,2\n-3,flat,4e1\n.5,tall,+6.\n", label);
        assertThat(data.name()).isEqualTo("data");
        assertThat(data.inputs()).isDeepEqualTo(new double[][] {{1.5, 2}, {-3, 40}, {0.5, 6}});
        assertThat(data.labels()).containsExactly(0, 1, 0);
        assertThat(data.classNames()).containsExactly("tall", "flat");
    }

    @Test
    void numericLabelsAreInNumericOrder() {
        Dataset data = read("x,y\n0,10\n1,9\n2,-1\n3,10\n", "y");
        assertThat(data.classNames()).containsExactly("-1", "9", "10");
        assertThat(data.labels()).containsExactly(2, 1, 0, 2);
    }

    @Test
    void aFileNeedsNoHeaderIfTheLabelColumnHasAnIndex() {
        assertThat(read("1,2,0\n3,4,1\n", "-1").inputs()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        Dataset iris = read("5.1,3.5,Iris-setosa\n7.0,3.2,Iris-versicolor\n", "2");
        assertThat(iris.inputs()).isDeepEqualTo(new double[][] {{5.1, 3.5}, {7, 3.2}});
        assertThat(iris.classNames()).containsExactly("Iris-setosa", "Iris-versicolor");
    }

    @Test
    void marksQuotesLineEndsAndBlanksOfEverySpreadsheet() {
        Dataset data = read("\uFEFF\"x, in m\" , \"kind\"\r\n\r\n 1 , \"a \"\"b\"\"\"\r\n  \r\n2,c d\r\n\r\n", "kind");
        assertThat(data.inputs()).isDeepEqualTo(new double[][] {{1}, {2}});
        assertThat(data.classNames()).containsExactly("a \"b\"", "c d");
        assertThat(read("\uFEFF1,a\r2,b", "1").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-", "nil", "Infinity", "1e999", "1d", "0x1p3", "1 2", "--1"})
    void aBadCellIsReportedWithItsPlace(String cell) {
        refused("width,height,kind\n1,2,a\n3," + cell + ",b\n", "kind")
                .hasMessage(path() + ":3: column 2 (\"height\"): expected a number, got \"" + cell + "\"");
    }

    @Test
    void placesAreThoseOfAnEditor() {
        refused("1,2,0\r\n\r\n\"1\",2,0\r\n3,x,1\r\n", "2")
                .hasMessage(path() + ":4: column 2: expected a number, got \"x\"");
    }

    @Test
    void aLabelIsOneLineOfText() {
        refused("x,kind\n1,a\n2,\n3,b\n", "kind")
                .hasMessage(path() + ": missing values: kind 1 (of 3 rows); add --missing mean to fill in each column's"
                        + " mean, or --missing drop to leave out 1 row");
        refused("x,kind\n1,a\n2,\"b\n3,c\n4,d\n", "kind")
                .hasMessage(path() + ":3: column 2 (\"kind\"): expected a label, got \"b...\"");
    }

    @Test
    void aMissingLabelColumnIsAnsweredWithThoseThereAre() {
        refused("width,kind\n1,a\n", "sort")
                .hasMessage(path() + ": there is no column \"sort\" (column 0 is \"width\", 1 is \"kind\")");
        refused("width,kind\n1,a\n", "kinds")
                .hasMessage(path() + ": there is no column \"kinds\"; did you mean kind? (column 0 is \"width\", 1"
                        + " is \"kind\")");
        for (String index : List.of("2", "-3", "12345678901")) {
            refused("1,2\n3,4\n", index).hasMessageContaining("there is no column \"" + index + "\"");
        }
        String wide = IntStream.range(0, 1000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        refused(wide + "\n", "label").hasMessageEndingWith("18 is \"c18\", 19 is \"c19\", ...)");
    }

    @Test
    void raggedRowsAreRefused() {
        refused("x,y,kind\n1,2,a\n3,b\n", "kind").hasMessage(path() + ":3: expected 3 columns, got 2");
        refused("1,2,a\n1,2,a,4\n", "2").hasMessage(path() + ":2: expected 3 columns, got 4");
    }

    @Test
    void filesWithoutSamplesFeaturesOrClassesAreRefused() {
        refused("", "y").hasMessage(path() + ": expected rows with features and a label, got an empty file");
        refused("\n  \n\n", "y").hasMessage(path() + ": expected rows with features and a label, got an empty file");
        refused("x,y\n", "y").hasMessage(path() + ": expected rows below the header, got only a header");
        refused("x,y\n1,a\n2,a\n", "y")
                .hasMessage(path() + ": expected at least two classes, but column 2 (\"y\") is \"a\" in every row");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void theSeparatorIsFound(char separator) {
        String text = "x,kind\n1.5,a\n2.5,b\n".replace(',', separator);
        assertThat(read(text, "kind").inputs()).isDeepEqualTo(new double[][] {{1.5}, {2.5}});
    }

    @Test
    void aSingleColumnIsRefused() {
        refused("x\n1\n", "0").hasMessageContaining("; the only column is \"x\"; ");
    }

    @Test
    void spellingsOfANumberAreOneClassNamedByTheFirst() {
        Dataset data = read("x,y\n0,1.0\n1,-0\n2,01\n3,0.0\n4,1\n5,9007199254740993\n6,9007199254740992\n", "y");
        assertThat(data.classNames()).containsExactly("-0", "1.0", "9007199254740992", "9007199254740993");
        assertThat(data.labels()).containsExactly(1, 0, 1, 0, 1, 3, 2);
        assertThat(read("x,y\n0,1.0\n1,1\n2,one\n3,1\n", "y").classNames()).containsExactly("1.0", "1", "one");
    }

    /** Searching all classes for each row would take about ten billion comparisons. */
    @Test
    void manyClassesAreReadInOnePass() {
        int classes = 100_000;
        String rows = IntStream.range(0, 2 * classes)
                .mapToObj(i -> "0,c" + i % classes + "\n")
                .collect(Collectors.joining());
        Dataset data = read("x,y\n" + rows, "y");
        assertThat(data.classes()).isEqualTo(classes);
        assertThat(data.labels()[classes - 1]).isEqualTo(classes - 1);
        assertThat(data.labels()[2 * classes - 1]).isEqualTo(classes - 1);
    }

    @Test
    void aQuantityIsATargetOfRegression() {
        Dataset data = read("x,y\n-5.0,4\n-4.9,4.71\n-4.8,4\n", "y");
        assertThat(data.task()).isEqualTo(Dataset.Task.REGRESSION);
        assertThat(data.targets()).containsExactly(4, 4.71, 4);
        assertThat(data.targetName()).isEqualTo("y");
        refused("x,y\n1,10\n2,20\n3,30\n", "y")
                .hasMessage(path() + ": expected classes that several rows share, but column 2 (\"y\") is different in"
                        + " each of the 3 rows; use --label to name another column, or --task"
                        + " regression to predict the number");
        assertThat(read("x,y\n1,1e0\n2,2.00\n", "y").classes()).isEqualTo(2);
    }

    /** The first thousand rows look like classes of numbers. */
    @Test
    void labelsBecomeQuantitiesWhenOneIsNotWhole() {
        String rows =
                IntStream.range(0, 3000).mapToObj(i -> i + "," + i % 7 + "\n").collect(Collectors.joining());
        assertThat(read("x,y\n" + rows, "y").classes()).isEqualTo(7);
        Dataset data = read("x,y\n" + rows + "0,0.5\n", "y");
        assertThat(data.isRegression()).isTrue();
        assertThat(data.targets())
                .hasSize(3001)
                .startsWith(0, 1, 2, 3, 4, 5, 6, 0)
                .endsWith(0.5);
    }

    @Test
    void aBadCellFarBelowIsReportedWithItsLine() {
        String rows = IntStream.range(0, 5000).mapToObj(i -> i + ".5,a\n").collect(Collectors.joining());
        refused("x,y\n" + rows + "five,b\n", "y")
                .hasMessage(path() + ":5002: column 1 (\"x\"): expected a number, got \"five\"");
    }

    @Test
    void aHeaderThatCountsTheColumnsIsNoSample() {
        CsvReading pandas = reading("0,1,2\n5.1,1.4,0\n6.2,4.5,1\n4.9,1.5,0\n6.0,4.1,1\n", "2");
        assertThat(pandas.data().inputs()).isDeepEqualTo(new double[][] {{5.1, 1.4}, {6.2, 4.5}, {4.9, 1.5}, {6, 4.1}});
        assertThat(pandas.data().classNames()).containsExactly("0", "1");
        assertThat(pandas.summary()).isEqualTo("""
                        read 4 samples, 2 features (0, 1), 2 classes (0: 2, 1: 2)
                        the first line "0,1,2" is taken as the header; use --header no to change that""");
        assertThat(reading("0,1\n7,0\n8,2\n9,2\n8,0\n", "-1").summary()).contains("is taken as the header");
        assertThat(reading("0,1\n1,0\n", "-1").summary()).isEqualTo("""
                        read 2 samples, 1 feature (x1), 2 classes (0: 1, 1: 1)
                        the first line "0,1" is taken as a sample; use --header yes to change that
                        2 classes have a single sample each""");
        assertThat(reading("1,2,0\n0,1,2\n0,1,2\n3,4,0\n", "-1").remarks()).isEmpty();
    }

    @Test
    void whatWasReadIsTold() {
        assertThat(reading("height,kind,width\n1.5,tall,2\n-3,flat,4\n.5,tall,6\n", "kind")
                        .summary())
                .isEqualTo("""
                        read 3 samples, 2 features (height, width), 2 classes (tall: 2, flat: 1)
                        class "flat" has a single sample""");
        String wide = IntStream.range(0, 20).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = "1,".repeat(19);
        assertThat(reading(wide + "\n" + (row + "a\n").repeat(2) + (row + "b\n").repeat(3), "c19")
                        .summary())
                .startsWith(
                        "read 5 samples, 19 features (c0, c1, c2, c3, c4, c5, c6, c7, ...), 2 classes (a: 2, b: 3)");
    }

    @Test
    void brokenQuotesAreRefused() {
        refused("x,y\n1,\"a\"b\n", "y")
                .hasMessageStartingWith(path() + ": not a CSV file: ")
                .hasMessageContaining("line 2")
                .hasMessageContaining("after closing quote");
    }

    @Test
    void aFileThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> Datasets.csv(folder.resolve("none.csv"), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("none.csv") + " does not exist or cannot be read");
        assertThatThrownBy(() -> Datasets.csv(folder, "y")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrittenSetReadsBackToTheSameBits() {
        Dataset moons = Datasets.moons(101, 0.1, 1337);
        String text = IntStream.range(0, moons.size())
                .mapToObj(i ->
                        Arrays.stream(moons.inputs()[i])
                                        .mapToObj(Double::toString)
                                        .collect(Collectors.joining(",")) + "," + moons.labels()[i] + "\n")
                .collect(Collectors.joining());
        Dataset data = read(text, "-1");
        assertThat(data.inputs()).isDeepEqualTo(moons.inputs());
        assertThat(data.labels()).isEqualTo(moons.labels());
        assertThat(data.classNames()).isEqualTo(moons.classNames());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String text, String label) {
        return assertThatThrownBy(() -> read(text, label))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\n");
    }

    private Dataset read(String text, String label) {
        return write(text, file -> Datasets.csv(file, label));
    }

    private CsvReading reading(String text, String label) {
        return write(text, file -> CsvReading.of(file, label));
    }

    private <T> T write(String text, Function<Path, T> reader) {
        try {
            return reader.apply(Files.writeString(path(), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return folder.resolve("data.csv");
    }
}
