package io.github.microgradj.language.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.language.python.RandomPrograms.Fate;
import io.github.microgradj.language.python.RandomPrograms.Program;
import io.github.microgradj.language.python.RandomPrograms.Tried;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of random programs. What they print is what CPython prints: doubles equal within 4 ulp, all other text exactly.
 */
class RandomProgramsTest {
    private static final Pattern REAL = Pattern.compile("-?\\d+\\.\\d+(?:e[-+]\\d+)?|-?\\d+e[-+]\\d+");

    @Test
    void thereAreEnoughProgramsOfEveryForm() {
        Map<String, Integer> forms = new TreeMap<>();
        RandomPrograms.all().forEach(program -> program.forms().forEach(form -> forms.merge(form, 1, Integer::sum)));
        assertThat(RandomPrograms.all()).hasSizeGreaterThanOrEqualTo(2000);
        assertThat(forms)
                .hasSizeGreaterThan(60)
                .allSatisfy((form, count) -> assertThat(count).as(form).isGreaterThanOrEqualTo(20));
    }

    @Test
    void programsPrintWhatCPythonPrints(@TempDir Path folder) throws Exception {
        check(
                RandomPrograms.all().stream()
                        .filter(each -> each.number() % 6 == 0)
                        .toList(),
                folder);
    }

    @Tag("long")
    @Test
    void allProgramsPrintWhatCPythonPrints(@TempDir Path folder) throws Exception {
        check(RandomPrograms.all(), folder);
    }

    private static void check(List<Program> programs, Path folder) throws Exception {
        List<Tried> tried = RandomPrograms.run(programs, folder);
        assertThat(tried).hasSameSizeAs(programs);
        List<Tried> ran = tried.stream().filter(each -> each.fate() == Fate.RAN).toList();
        assertThat(ran.size() / (double) tried.size())
                .as("share that runs; by form %s", refusedByForm(tried))
                .isGreaterThanOrEqualTo(0.8);
        assertThat(ran).allSatisfy(each -> assertThat(
                        normalized(each.output(), each.program().expected()))
                .as("%s\n%s", each.program().source(), each.java())
                .isEqualTo(each.program().expected().stripTrailing()));
        assertThat(tried.stream().filter(each -> each.fate() == Fate.STOPPED))
                .allSatisfy(each -> assertThat(each.program().expected())
                        .startsWith(normalized(each.output(), each.program().expected())));
    }

    /** Returns the forms with programs that do not run, with the number of those that run and of all. */
    private static Map<String, String> refusedByForm(List<Tried> tried) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Tried each : tried) {
            for (String form : each.program().forms()) {
                int[] count = counts.computeIfAbsent(form, key -> new int[2]);
                count[0] += each.fate() == Fate.RAN ? 1 : 0;
                count[1]++;
            }
        }
        Map<String, String> refused = new TreeMap<>();
        counts.forEach((form, count) -> {
            if (count[0] < count[1]) {
                refused.put(form, count[0] + " of " + count[1]);
            }
        });
        return refused;
    }

    /** Returns the text with every double that is near the expected one replaced by it. */
    static String normalized(String text, String expected) {
        Matcher ours = REAL.matcher(text.stripTrailing());
        Matcher theirs = REAL.matcher(expected);
        return ours.replaceAll(
                match -> theirs.find() && isNear(match.group(), theirs.group()) ? theirs.group() : match.group());
    }

    private static boolean isNear(String a, String b) {
        double x = Double.parseDouble(a);
        double y = Double.parseDouble(b);
        return Math.abs(x - y) <= 4 * Math.ulp(y);
    }
}
