package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.snippet.model.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Tests of random declarations and redefinitions of variables, methods and classes, compared with a model of each
 * variable's value. {@code -Dredefinition.sessions=100} tries more sessions, and {@code -Dredefinition.seed} tries
 * others.
 */
final class RedefinitionTest {
    private static final int STEPS = 25;
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    /** The value of a variable as text, and the classes whose redefinition would change the value. */
    private record Held(String type, String text, List<String> classes) {}

    private final Map<String, Held> model = new TreeMap<>();
    private final Map<String, Held> methods = new TreeMap<>();
    private final List<String> typed = new ArrayList<>();
    private int calls;

    @Test
    void everyVariableHoldsWhatItShould() {
        int sessions = Integer.getInteger("redefinition.sessions", 2);
        long seed = Long.getLong("redefinition.seed", 1);
        for (int i = 0; i < sessions; i++) {
            session(new Random(seed + i), "seed " + (seed + i));
        }
    }

    private void session(Random random, String seed) {
        model.clear();
        methods.clear();
        typed.clear();
        calls = 0;
        try (SnippetEngine engine = new SnippetEngine("import java.util.*; import java.util.function.*;")) {
            run(engine, "int calls = 0;");
            run(engine, "record P(int n) {}");
            run(engine, "int spin() { while (true) {} }");
            for (int step = 0; step < STEPS; step++) {
                step(engine, random);
                for (Map.Entry<String, Held> each : model.entrySet()) {
                    Optional<Object> value = engine.valueOf(each.getKey());
                    assertThat(value.map(RedefinitionTest::text).orElse("null"))
                            .as(
                                    "%s of type %s after\n%s\nwith %s",
                                    each.getKey(), each.getValue().type, String.join("\n", typed), seed)
                            .isEqualTo(each.getValue().text);
                }
                assertThat(engine.valueOf("calls"))
                        .as("calls after\n%s", String.join("\n", typed))
                        .contains(calls);
            }
        }
    }

    private static String text(Object value) {
        return value instanceof Supplier<?> supplier ? "() -> " + supplier.get() : value.toString();
    }

    private Evaluation run(SnippetEngine engine, String source) {
        typed.add(source);
        return engine.eval(source);
    }

    private void step(SnippetEngine engine, Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        int n = random.nextInt(100);
        switch (random.nextInt(16)) {
            case 0 -> declare(engine, name, "int", "" + n, new Held("int", "" + n, List.of()));
            case 1 ->
                declare(
                        engine,
                        name,
                        random.nextBoolean() ? "var" : "String",
                        "\"s" + n + "\"",
                        new Held("String", "s" + n, List.of()));
            case 2, 3 -> of(random).ifPresent(other -> computed(engine, name, other));
            case 4 -> method(engine, "m" + random.nextInt(2), new Held("int", "" + n, List.of()), "" + n);
            case 12 ->
                method(engine, "m" + random.nextInt(2), new Held("String", "t" + n, List.of()), "\"t" + n + "\"");
            case 13 -> run(engine, "int m" + random.nextInt(2) + "(int x) { return x; }");
            case 14 -> drop(engine, name, random);
            case 15 -> stopped(engine, name);
            case 5, 6 ->
                callOf(random).ifPresent(method -> {
                    calls++;
                    declare(engine, name, "var", method + "()", methods.get(method));
                });
            case 7 -> type(engine, random);
            case 8 ->
                declare(
                        engine,
                        name,
                        random.nextBoolean() ? "var" : "P",
                        "new P(" + n + ")",
                        new Held("P", "P[n=" + n + "]", List.of("P")));
            case 9 -> run(engine, "int " + name + " = \"x\";");
            case 10 -> fails(engine, name);
            default -> of(random).ifPresent(other -> list(engine, name, other));
        }
    }

    private void declare(SnippetEngine engine, String name, String type, String initializer, Held held) {
        String source = type + " " + name + " = " + initializer + ";";
        assertThat(run(engine, source)).as(String.join("\n", typed)).isInstanceOf(Evaluation.Result.class);
        model.put(name, held);
    }

    /** Declares a variable that is computed from another variable, but does not depend on it afterwards. */
    private void computed(SnippetEngine engine, String name, String other) {
        Held held = model.get(other);
        declare(
                engine,
                name,
                "var",
                "\"<\" + " + other + " + \">\"",
                new Held("String", "<" + held.text + ">", List.of()));
    }

    private void list(SnippetEngine engine, String name, String other) {
        Held held = model.get(other);
        if (!held.text.equals("null") && !other.equals(name)) {
            declare(
                    engine,
                    name,
                    "var",
                    "List.of(" + other + ")",
                    new Held("List", "[" + held.text + "]", held.classes));
        }
    }

    private void method(SnippetEngine engine, String name, Held result, String code) {
        run(engine, result.type + " " + name + "() { calls++; return " + code + "; }");
        methods.put(name, result);
    }

    /**
     * Drops a variable, a method or a class. Values that were computed with them remain, except objects of the class.
     */
    private void drop(SnippetEngine engine, String variable, Random random) {
        List<String> names = List.of(variable, "m0", "m1", "P");
        String name = names.get(random.nextInt(names.size()));
        typed.add(":drop " + name);
        engine.declarations().drop(name);
        model.remove(name);
        methods.remove(name);
        if (name.equals("P")) {
            type(engine, random);
        }
    }

    /** Stops an initializer, as Ctrl-C does; the variable keeps its value. */
    private void stopped(SnippetEngine engine, String name) {
        if (!model.containsKey(name) || !model.get(name).type.equals("int")) {
            return;
        }
        engine.arm();
        Thread stopping = new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    return;
                }
                engine.stop();
            }
        });
        stopping.start();
        Evaluation evaluation = run(engine, "int " + name + " = spin();");
        stopping.interrupt();
        assertThat(evaluation).as(String.join("\n", typed)).isInstanceOf(Evaluation.Stopped.class);
    }

    private void type(SnippetEngine engine, Random random) {
        run(engine, "record P(int n) { int k() { return " + random.nextInt(1000000) + "; } }");
        model.replaceAll((name, held) -> held.classes.contains("P") ? new Held(held.type, "null", held.classes) : held);
    }

    /** Runs an initializer of the same type that throws; the variable keeps its value. */
    private void fails(SnippetEngine engine, String name) {
        if (model.containsKey(name) && model.get(name).type.equals("int")) {
            assertThat(run(engine, "int " + name + " = 1 / 0;")).isInstanceOf(Evaluation.Threw.class);
        }
    }

    private Optional<String> of(Random random) {
        List<String> names = List.copyOf(model.keySet());
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(random.nextInt(names.size())));
    }

    private Optional<String> callOf(Random random) {
        List<String> names = List.copyOf(methods.keySet());
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(random.nextInt(names.size())));
    }
}
