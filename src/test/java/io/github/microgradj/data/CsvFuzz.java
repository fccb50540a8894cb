package io.github.microgradj.data;

import io.github.microgradj.fuzz.Fuzzing;
import io.github.microgradj.fuzz.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;

/**
 * Fuzz tests of CSV files that are almost valid. Each gives a data set, or a one-line error that names the file. The
 * first line of an input is the label.
 */
class CsvFuzz {
    private static final List<String> FILES = List.of(
            "height,kind,width\n1.5,tall,2\n-3,flat,4e1\n.5,tall,+6.\n",
            "x,y,kind\n0,10,1\n1,9,2\n2,-1,1\n3,10,2\n",
            "1,2,0\n3,4,1\n",
            "0,1,2\n5.1,1.4,0\n6.2,4.5,1\n",
            "\uFEFF\"x, in m\" , \"kind\"\r\n\r\n 1 , \"a \"\"b\"\"\"\r\n  \r\n2,c d\r\n\r\n",
            "sepal_length;sepal_width;kind\n5,1;3,5;setosa\n7,0;3,2;virginica\n",
            "x\ty\tkind\n1\t2\ta\n3\t4\tb\n",
            "5.1,3.5,Iris-setosa\n7.0,3.2,Iris-versicolor\n6.3,3.3,Iris-virginica\n",
            "id,colour,smoker,when,kind\n1,red,yes,2024-01-02,1.5\n2,green,no,?,2\n3,red,NA,2024-01-03,-3\n",
            "sep=;\r\nx;y;kind\r\n1,5;2;a\r\n# note\r\n,5;;b\r\n");

    private static final List<String> LABELS =
            List.of("kind", "kind", "-1", "2", "0", "1", "y", "", " kind", "-99", "999999999");

    @Example
    void files() {
        Arbitrary<String> inputs = Combinators.combine(Arbitraries.of(LABELS), Mutations.of(FILES))
                .as((label, content) -> label + "\n" + content);
        Fuzzing.run("csv", 0.05, Integer.MAX_VALUE, inputs, CsvFuzz::fault);
    }

    private static Optional<String> fault(String input) {
        int end = input.indexOf('\n');
        String label = input.substring(0, Math.max(0, end));
        Path file = Path.of("data.csv");
        try {
            // Half of the files are in UTF-8, the other half in Latin-1.
            Files.write(
                    file,
                    input.substring(end + 1)
                            .getBytes(input.length() % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
            CsvOptions options = CsvOptions.defaults()
                    .withMissing(input.length() % 3 == 0 ? CsvOptions.Missing.DROP : CsvOptions.Missing.MEAN);
            return faultOf(Datasets.csv(file, label.isEmpty() ? options : options.withLabel(label)));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            String message = String.valueOf(e.getMessage());
            return message.contains("data.csv") && message.lines().count() == 1
                    ? Optional.empty()
                    : Optional.of("not a line with the file: " + message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            return Optional.of("threw " + e + " at "
                    + Arrays.stream(e.getStackTrace()).limit(1).toList());
        }
    }

    private static Optional<String> faultOf(Dataset data) {
        boolean finite =
                Arrays.stream(data.inputs()).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        boolean targets = data.isRegression()
                ? Arrays.stream(data.targets()).allMatch(Double::isFinite)
                : data.classes() >= 2
                        && Arrays.stream(data.labels()).allMatch(each -> 0 <= each && each < data.classes());
        return finite && targets && data.featureNames().size() == data.features()
                ? Optional.empty()
                : Optional.of("is no data set: " + data);
    }
}
