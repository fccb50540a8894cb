package io.github.microgradj.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random statements that print what they do. A {@code ~} in a template may become comments and line ends. */
final class RandomProgram {
    private static final List<String> GAPS = List.of(
            " ",
            " ",
            " ",
            "\n",
            "\n    ",
            "\n\t",
            "\n\n",
            " // otherwise\n",
            "\n// else { if (\n",
            "\n    // it's \"odd\"\n\n",
            " /* } */ ",
            "\n/* one\n   two; */\n",
            " /** three */ // four\n");

    private final Random random;
    private final String prefix;
    private final List<String> variables = new ArrayList<>();
    private int names;

    RandomProgram(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            text.append(gaps(statement(3))).append(oneOf(GAPS)).append('\n');
        }
        return text.toString();
    }

    private String gaps(String form) {
        StringBuilder text = new StringBuilder();
        form.chars().forEach(c -> text.append(c == '~' ? oneOf(GAPS) : Character.toString(c)));
        return text.toString();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String statement(int depth) {
        return switch (depth == 0 ? random.nextInt(5) : random.nextInt(17)) {
            case 0, 1 -> print();
            case 2 -> variable();
            case 3 -> "String %s =~\"a\"~+ %s~+ \"b\"~;~System.out.println(~%1$s~)~;".formatted(name(), number());
            case 4 ->
                "int %s = %s~? %s~: %s~;~System.out.println(%1$s);".formatted(name(), condition(), number(), number());
            case 5 -> "if (%s)~%s~else~%s".formatted(condition(), block(depth), block(depth));
            case 6 -> "if~(%s)~%s~else~%s".formatted(condition(), print(), print());
            case 7 ->
                "if (%s)~%s~else if~(~%s~)~%s~else~%s"
                        .formatted(condition(), block(depth), condition(), print(), block(depth));
            case 8 -> loop(depth);
            case 9 ->
                "try~%s~catch (RuntimeException~%s)~%s~finally~%s"
                        .formatted(block(depth), name(), block(depth), block(depth));
            case 10 ->
                "try~{~throw new~IllegalStateException(\"x\")~;~}~catch~(IllegalStateException %s)~%s"
                        .formatted(name(), block(depth));
            case 11 ->
                "switch (%s)~{~case 1:~%s~break;~case 2 :~%s~default:~%s~}"
                        .formatted(number(), block(depth), print(), block(depth));
            case 12 ->
                "var %s = switch (%s)~{~case 1 ->~2~;~case 3~-> {~%s~yield 4;~}~default~->~5;~}~;~System.out.println(%1$s);"
                        .formatted(name(), number(), print());
            case 13 ->
                "var %s = List.of(3, 1,~2).stream()~.sorted()~.map(i ->~i~* %d)~.map(~i -> {~return i + 1;~})~.toList()~;~System.out.println(%1$s);"
                        .formatted(name(), random.nextInt(5));
            case 14 -> "Runnable %s = () ->~%s~;~%1$s~.run();".formatted(name(), block(depth));
            case 15 ->
                "var %s = new Object()~{~public~String toString()~{~return~\"own\"~;~}~}~;~System.out.println(%1$s);"
                        .formatted(name());
            default ->
                "int[] %s = new int[]~{~1,~%s~}~;~System.out.println(%1$s.length~+ %1$s[0]);"
                        .formatted(name(), number());
        };
    }

    private String loop(int depth) {
        String i = name();
        return switch (random.nextInt(3)) {
            case 0 -> "for (int %s =~0;~%1$s < 2;~%1$s++)~%s".formatted(i, block(depth));
            case 1 -> "for~(~int %s :~new int[] {1, 2}~)~if (%1$s > 1)~%s~else~%s".formatted(i, print(), print());
            default -> "int[] %s =~{2};~do~%s~while~(~--%1$s[0] > 0~)~;".formatted(i, block(depth));
        };
    }

    /** Variables declared in a block are not visible after it. */
    private String block(int depth) {
        List<String> before = List.copyOf(variables);
        StringBuilder text = new StringBuilder("{~");
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(statement(depth - 1)).append('~');
        }
        variables.retainAll(before);
        return text.append('}').toString();
    }

    private String print() {
        return "System.out~.println(~%s~)~;".formatted(number());
    }

    private String variable() {
        String name = name();
        String text = "int %s~=~%s~;".formatted(name, number());
        variables.add(name);
        return text;
    }

    private String name() {
        return prefix + "v" + names++;
    }

    private String number() {
        return variables.isEmpty() || random.nextBoolean() ? String.valueOf(random.nextInt(4)) : oneOf(variables);
    }

    private String condition() {
        return "%s~> %s".formatted(number(), number());
    }
}
