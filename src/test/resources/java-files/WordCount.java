import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public final class WordCount {
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");

    private static int counted;

    static {
        counted = 0; // not needed
    }

    private WordCount() {
        throw new AssertionError();
    }

    static Map<String, Long> count(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                /* every word */
                .peek(word -> counted++)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    public static void main(String... args) {
        String text = "It was the best of times, it was the worst of times; // it's not a comment";
        count(text).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(5)
                .forEach(entry -> System.out.printf("%-6s %d%n", entry.getKey(), entry.getValue()));
        System.out.println(counted);
        try (BufferedReader reader = new BufferedReader(new StringReader("a\nb"))) {
            for (String line; (line = reader.readLine()) != null; ) {
                System.out.println(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (j == 2) continue outer;
                else if (i == 2) break outer;
                System.out.print(i + "" + j + " ");
            }
        }
        System.out.println();
    }
}
