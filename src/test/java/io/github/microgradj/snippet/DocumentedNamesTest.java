package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.engine.Op;
import io.github.microgradj.language.Prelude;
import io.github.microgradj.snippet.model.Evaluation;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that every public type of the library, and every public member of such a type, can be used at the prompt by its
 * simple name.
 */
class DocumentedNamesTest {
    private static final String ROOT = "/io/github/microgradj";
    private static final List<String> PACKAGES = List.of(
            "language",
            "engine",
            "nn",
            "optim",
            "data",
            "compile",
            "train",
            "viz.graph",
            "viz.plot",
            "viz.training",
            "random");

    @Test
    void allOfThemCompile() throws Exception {
        List<Class<?>> types = publicTypes();
        assertThat(types).contains(Op.class, Op.Partial.class, Prelude.class).hasSizeGreaterThan(50);
        List<String> uses = new ArrayList<>();
        types.forEach(type -> addUses(uses, type));
        try (SnippetEngine engine = new SnippetEngine(Files.readString(Path.of("startup/microgradj.jsh")))) {
            assertThat(engine.submit("class Uses {\n" + String.join("\n", uses) + "\n}"))
                    .isEqualTo(new Evaluation.Done("created class Uses"));
        }
    }

    private static List<Class<?>> publicTypes() throws Exception {
        List<Class<?>> types = new ArrayList<>();
        Path place = Path.of(
                Op.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            addTypes(types, place.resolve(ROOT.substring(1)));
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                addTypes(types, jar.getPath(ROOT));
            }
        }
        return types;
    }

    private static void addTypes(List<Class<?>> types, Path root) throws IOException, ClassNotFoundException {
        for (String folder : PACKAGES) {
            try (Stream<Path> files = Files.list(root.resolve(folder.replace('.', '/')))) {
                for (Path file : files.sorted().toList()) {
                    String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
                    if (name.endsWith(".class") && !name.contains("-info")) {
                        Class<?> type = Class.forName(
                                "io.github.microgradj." + name.substring(0, name.length() - ".class".length()),
                                false,
                                Op.class.getClassLoader());
                        if (isPublic(type)) {
                            types.add(type);
                        }
                    }
                }
            }
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    /** Returns a type's name at the prompt, which has no package if the startup script imports the type. */
    private static String name(Class<?> type) {
        if (type.isArray()) {
            return name(type.getComponentType()) + "[]";
        }
        String room = type.getPackageName().replaceFirst("^io\\.github\\.microgradj\\.?", "");
        return PACKAGES.contains(room)
                ? type.getCanonicalName().substring(type.getPackageName().length() + 1)
                : type.getCanonicalName();
    }

    private static void addUses(List<String> uses, Class<?> type) {
        String name = name(type);
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                add(uses, name, receiver(name, field.getModifiers()) + "." + field.getName(), false);
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                String receiver = type == Prelude.class ? "" : receiver(name, method.getModifiers()) + ".";
                add(uses, name, receiver + method.getName() + arguments(method), method.getReturnType() == void.class);
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Modifier.isPublic(constructor.getModifiers()) && !Modifier.isAbstract(type.getModifiers())) {
                add(uses, name, "new " + name + arguments(constructor), false);
            }
        }
        add(uses, name, "self", false);
    }

    private static String receiver(String type, int modifiers) {
        return Modifier.isStatic(modifiers) ? type : "self";
    }

    private static String arguments(Executable executable) {
        return Arrays.stream(executable.getParameterTypes())
                .map(type ->
                        "(" + name(type) + ") " + (type == boolean.class ? "false" : type.isPrimitive() ? "0" : "null"))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static void add(List<String> uses, String type, String expression, boolean isVoid) {
        uses.add("%s use%d(%s self) throws Throwable { %s%s; }"
                .formatted(isVoid ? "void" : "Object", uses.size(), type, isVoid ? "" : "return ", expression));
    }
}
