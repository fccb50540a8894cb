package io.github.microgradj.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    private static final List<String> FEATURES = List.of("age", "city=Paris", "city=Rome", "smoker");

    @TempDir
    Path folder;

    @Test
    void columnsComeInAnyOrderAndOthersAreIgnored() {
        CsvRows rows = read("id,smoker,ill,city,age\n7,yes,no,Rome,30\n8,no,yes,Paris,41.5\n", FEATURES, "ill");
        assertThat(rows.inputs()).isDeepEqualTo(new double[][] {{30, 0, 1, 1}, {41.5, 1, 0, 0}});
        assertThat(rows.labels()).containsExactly("no", "yes");
        assertThat(rows.remarks()).containsExactly("ignored columns: \"id\"");
        assertThat(rows.names()).containsExactly("id", "smoker", "ill", "city", "age");
        assertThat(rows.cells()).contains(List.of("8", "no", "yes", "Paris", "41.5"));
        assertThat(rows.incomplete()).isEmpty();
    }

    @Test
    void newRowsNeedNoLabel() {
        CsvRows rows = read("age,city,smoker\n30,Rome,1\n", FEATURES, "ill");
        assertThat(rows.inputs()).isDeepEqualTo(new double[][] {{30, 0, 1, 1}});
        assertThat(rows.labels()).isEmpty();
        assertThat(rows.targets()).isEmpty();
        assertThat(rows.remarks()).isEmpty();
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatThrownBy(() -> read("age,town\n30,Rome\n", FEATURES, "ill"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(path() + ": expected columns \"city\", \"smoker\" (the file has \"age\", \"town\")");
        assertThatThrownBy(() -> read("age,city,smokr\n30,Rome,1\n", FEATURES, "ill"))
                .hasMessage(path() + ": expected a column \"smoker\"; did you mean smokr? (the file has \"age\","
                        + " \"city\", \"smokr\")");
    }

    @Test
    void unknownWordsAreNoneOfTheKnownOnes() {
        CsvRows rows = read("age,city,smoker\n30,Oslo,1\n31,Rome,0\n32,Oslo,0\n", FEATURES, "ill");
        assertThat(rows.inputs()).isDeepEqualTo(new double[][] {{30, 0, 0, 1}, {31, 0, 1, 0}, {32, 0, 0, 0}});
        assertThat(rows.remarks()).containsExactly("city has a word that did not occur in training: \"Oslo\"");
    }

    @Test
    void missingValuesAreNaNAndCounted() {
        CsvRows rows = read("age,city,smoker,ill\n?,Rome,1,\n31,NA,0,yes\n32,Paris,0,no\n", FEATURES, "ill");
        assertThat(rows.inputs()[0]).containsExactly(Double.NaN, 0, 1, 1);
        assertThat(rows.inputs()[1]).containsExactly(31, Double.NaN, Double.NaN, 0);
        assertThat(rows.incomplete()).containsExactly(0, 1);
        assertThat(rows.labels()).containsExactly("", "yes", "no");
        assertThat(rows.remarks()).containsExactly("missing values: age 1, city 1 (of 3 rows)");
    }

    @Test
    void targetsAreNumbersInTheFormatOfTheFile() {
        CsvRows rows = read("\uFEFFy;x\r\n1,5;2\r\n;3\r\n", List.of("x"), "y");
        assertThat(rows.targets()).containsExactly(1.5, Double.NaN);
        assertThat(rows.labels()).containsExactly("1,5", "");
        assertThat(rows.inputs()).isDeepEqualTo(new double[][] {{2}, {3}});
    }

    @Test
    void badCellsAndRowsAreReportedWithTheirLine() {
        assertThatThrownBy(() -> read("x,y\n1,2\n\nmany,3\n", List.of("x"), "y"))
                .hasMessage(path() + ":4: column 1 (\"x\"): expected a number, got \"many\"");
        assertThatThrownBy(() -> read("x,y\n1,2\n3\n", List.of("x"), "y"))
                .hasMessage(path() + ":3: expected 2 columns, got 1");
        assertThatThrownBy(() -> read("x,y\n", List.of("x"), "y")).hasMessageContaining("got only a header");
    }

    @Test
    void withoutAHeaderColumnsAreFoundByTheirNumberOrOrder() {
        List<String> features = List.of("x1", "x3=red", "x3=blue");
        CsvRows all = read("1,9,red,a\n2,9,blue,b\n", features, "x4");
        assertThat(all.inputs()).isDeepEqualTo(new double[][] {{1, 1, 0}, {2, 0, 1}});
        assertThat(all.labels()).containsExactly("a", "b");
        CsvRows few = read("1,red\n2,blue\n3,red\n", features, "x4");
        assertThat(few.inputs()).isDeepEqualTo(new double[][] {{1, 1, 0}, {2, 0, 1}, {3, 1, 0}});
        assertThat(few.labels()).isEmpty();
    }

    @Test
    void namesWithAnEqualsSignAreFound() {
        CsvRows rows = read("a=b,c=d\n1,x=y\n", List.of("a=b", "c=d=x=y", "c=d=z"), "y");
        assertThat(rows.inputs()).isDeepEqualTo(new double[][] {{1, 1, 0}});
    }

    /** The description of a data set is enough to read the same inputs again. */
    @Test
    void theNamesOfADataSetAreEnough() throws IOException {
        String text = "city,age,ill\nRome,30,no\nParis,41.5,yes\nParis,20,no\nRome,22,yes\n";
        Dataset data = Datasets.csv(Files.writeString(path(), text), "ill");
        CsvRows rows = CsvRows.of(path(), data.featureNames(), data.targetName(), CsvOptions.defaults());
        assertThat(rows.inputs()).isDeepEqualTo(data.inputs());
        assertThat(rows.labels().stream().map(data.classNames()::indexOf)).containsExactly(0, 1, 0, 1);
    }

    private CsvRows read(String text, List<String> features, String target) {
        try {
            return CsvRows.of(Files.writeString(path(), text), features, target, CsvOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return folder.resolve("new.csv");
    }
}
