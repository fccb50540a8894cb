package io.github.microgradj.language.python;

import io.github.microgradj.language.python.PythonCell.Snippet;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.python.value.PythonError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The random programs of {@code programs.py}, translated one by one, compiled all at once, and run. Each becomes a
 * class whose fields and initializers are the snippets, in their order.
 */
final class RandomPrograms {
    private static final String IMPORTS = """
            import io.github.microgradj.engine.*;
            import io.github.microgradj.nn.*;
            import io.github.microgradj.nn.Module;
            import io.github.microgradj.language.*;
            import io.github.microgradj.python.*;
            import io.github.microgradj.python.module.*;
            import io.github.microgradj.python.value.*;
            import java.util.*;
            import static io.github.microgradj.language.Prelude.*;
            import static io.github.microgradj.language.Functions.*;
            """;

    /** What became of a program. */
    enum Fate {
        /** It ran. */
        RAN,
        /** It was refused before it ran. */
        REFUSED,
        /** Its Java does not compile, which the session tells as a refusal. */
        UNCOMPILED,
        /** It stopped at an int that does not fit 64 bits. */
        STOPPED
    }

    /**
     * A program with what CPython prints.
     *
     * @param forms the forms of Python that it has
     */
    record Program(int number, Set<String> forms, String source, String expected) {
        String type() {
            return "Program" + number;
        }
    }

    /** A program that was tried, with what it printed or why it was refused. */
    record Tried(Program program, Fate fate, String output, String java) {}

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///" + type + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private RandomPrograms() {}

    /** Returns the programs of the golden file. */
    static List<Program> all() {
        try (InputStream packed = RandomPrograms.class.getResourceAsStream("/python/programs.txt.gz")) {
            String text = new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8);
            List<Program> programs = new ArrayList<>();
            for (String record : ("\n" + text).substring(0, text.length()).split("\n@ ", -1)) {
                if (!record.isEmpty()) {
                    String[] parts = record.split("\n", 2);
                    String[] halves = (parts[1] + "\n").split("\n=\n", 2);
                    programs.add(new Program(programs.size(), Set.of(parts[0].split(" ")), halves[0], halves[1]));
                }
            }
            return programs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Translates, compiles and runs programs. */
    static List<Tried> run(List<Program> programs, Path folder) throws Exception {
        Map<Integer, Tried> tried = new TreeMap<>();
        Map<Program, String> java = new TreeMap<>((a, b) -> a.number() - b.number());
        for (Program program : programs) {
            try {
                java.put(program, classOf(program));
            } catch (Refusal refusal) {
                tried.put(program.number(), new Tried(program, Fate.REFUSED, refusal.getMessage(), ""));
            }
        }
        compile(java, folder).forEach((program, error) -> {
            tried.put(program.number(), new Tried(program, Fate.UNCOMPILED, error, java.remove(program)));
        });
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (Program program : java.keySet()) {
                tried.put(program.number(), run(program, java.get(program), loader.loadClass(program.type())));
            }
        }
        return List.copyOf(tried.values());
    }

    private static String classOf(Program program) {
        PythonCell cell = new PythonCell(new PythonCell.SessionNames() {
            @Override
            public Optional<String> typeOf(String variable) {
                return Optional.empty();
            }

            @Override
            public boolean isMethod(String name) {
                return false;
            }
        });
        StringBuilder text = new StringBuilder(IMPORTS + "class " + program.type() + " {\n");
        Set<String> fields = new HashSet<>();
        int nested = 0;
        for (Snippet snippet : cell.translate(program.source(), snippets -> {}).snippets()) {
            Optional<String> variable = snippet.variable();
            if (variable.isPresent() && !fields.add(variable.get())) {
                // A variable of another type hides the old one from here on.
                text.append("{ new Nested")
                        .append(++nested)
                        .append("(); }\nclass Nested")
                        .append(nested)
                        .append(" {\n");
                fields.clear();
                fields.add(variable.get());
            }
            String java = snippet.java();
            if (variable.isPresent() || snippet.isMethod()) {
                text.append(java).append('\n');
            } else {
                text.append("{\n")
                        .append(snippet.shown() ? "Object $shown = " + java + ";" : java)
                        .append("\n}\n");
            }
        }
        return text.append("}\n".repeat(nested + 1)).toString();
    }

    /** Compiles classes; returns the first error of each that cannot be. */
    private static Map<Program, String> compile(Map<Program, String> java, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
        Map<String, Program> byType = new TreeMap<>();
        java.keySet().forEach(program -> byType.put(program.type(), program));
        Map<Program, String> errors = new TreeMap<>((a, b) -> a.number() - b.number());
        for (boolean done = false; !done; ) {
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            List<Source> sources = java.entrySet().stream()
                    .filter(entry -> !errors.containsKey(entry.getKey()))
                    .map(entry -> new Source(entry.getKey().type(), entry.getValue()))
                    .toList();
            List<String> all = new ArrayList<>(options);
            all.add("-Xmaxerrs");
            all.add("100000");
            done = compiler.getTask(null, null, diagnostics, all, null, sources).call();
            diagnostics.getDiagnostics().stream()
                    .filter(each -> each.getKind() == javax.tools.Diagnostic.Kind.ERROR && each.getSource() != null)
                    .forEach(each -> errors.putIfAbsent(
                            byType.get(each.getSource().getName().replaceAll(".*/|\\.java$", "")),
                            each.getLineNumber() + ": " + each.getMessage(null)));
        }
        return errors;
    }

    /** Runs a program. Python's error is the last line of its output. */
    private static Tried run(Program program, String java, Class<?> type) throws Exception {
        Fate fate = Fate.RAN;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            constructor.newInstance();
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            fate = cause instanceof ArithmeticException ? Fate.STOPPED : Fate.RAN;
            if (fate == Fate.RAN) {
                System.out.println(cause instanceof PythonError ? cause.getMessage() : cause.toString());
            }
        } finally {
            System.setOut(before);
        }
        return new Tried(program, fate, bytes.toString(StandardCharsets.UTF_8), java);
    }
}
