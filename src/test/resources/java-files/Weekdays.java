import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class Weekdays {
    enum Day { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY }

    /** A switch expression with all it may have. */
    static int letters(Day day) {
        return switch (day) {
            case MONDAY, FRIDAY, SUNDAY -> 6;
            case TUESDAY -> 7;
            // longer ones
            case THURSDAY, SATURDAY -> {
                int length = day.name().length();
                yield length;
            }
            default ->
                throw new IllegalStateException("Wat: " + day);
        };
    }

    @SuppressWarnings({
        "unchecked",
        "rawtypes"
    })
    @Deprecated
    static String kind(Day day) {
        switch (day) {
            case SATURDAY:
            case SUNDAY:
                return "weekend";
            default:
                return "workday";
        }
    }

    public static void main(String[] args) {
        for (Day day : Day.values()) {
            try {
                System.out.println(day + " " + letters(day));
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
        Map<String, List<Day>> byKind = Arrays.stream(Day.values())
                .collect(groupingBy(
                        Weekdays::kind, // old, but it works
                        TreeMap::new,
                        mapping(day -> day, toList())));
        System.out.println(byKind);
        Map<Day, Integer> count = new EnumMap<>(Day.class);
        count.merge(Day.MONDAY, 1, Integer::sum);
        count.merge(Day.MONDAY, 1, Integer::sum);
        System.out.println(count);
        String text = """
            A text block // is no comment
              "with" { brackets (
            """;
        System.out.print(text);
    }
}
