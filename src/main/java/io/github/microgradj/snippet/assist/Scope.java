package io.github.microgradj.snippet.assist;

import io.github.microgradj.documentation.DocIndex;
import io.github.microgradj.documentation.Facts;
import io.github.microgradj.documentation.Members;
import io.github.microgradj.documentation.TypeText;
import io.github.microgradj.snippet.execution.SnippetLoader;
import io.github.microgradj.snippet.model.Import;
import io.github.microgradj.text.TypeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.VarSnippet;

/** The names that are in scope in the session. */
public record Scope(JShell shell, SnippetLoader loader) {
    /**
     * Returns the class of a type such as {@code List<Value>}, or empty if no class with that name is found.
     */
    Optional<Class<?>> type(String written) {
        String name = written.replaceFirst("<.*", "");
        Optional<Class<?>> declared = loader.declared(name);
        return declared.isPresent() || name.isEmpty()
                ? declared
                : Stream.concat(places(name), Stream.of(name))
                        .flatMap(each -> load(each).stream())
                        .findFirst();
    }

    /**
     * Returns the possible qualified names of a type in Java's search order: first from single-type imports, then from
     * java.lang, and finally from on-demand imports.
     */
    private Stream<String> places(String name) {
        String first = name.replaceFirst("\\..*", "");
        List<String> imports = imports(false).toList();
        return Stream.of(
                        imports.stream().filter(each -> each.endsWith("." + first)),
                        Stream.of("java.lang.*"),
                        imports.stream().filter(each -> each.endsWith(".*")))
                .flatMap(each -> each)
                .map(each -> each.substring(0, each.lastIndexOf('.') + 1) + name);
    }

    private Stream<String> imports(boolean ofMembers) {
        return Import.of(shell).filter(each -> each.ofMembers() == ofMembers).map(Import::name);
    }

    private Optional<Class<?>> load(String name) {
        int dot = name.lastIndexOf('.');
        boolean nested = dot > 0 && Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1));
        return loader.named(name)
                .or(() -> nested ? load(name.substring(0, dot) + "$" + name.substring(dot + 1)) : Optional.empty());
    }

    /** Returns the type of the given variable. The type has a package name if it is not imported. */
    Optional<String> variable(String name) {
        return shell.variables()
                .filter(each -> each.name().equals(name) && shell.status(each).isActive())
                .map(VarSnippet::typeName)
                .findFirst();
    }

    /**
     * Returns the types of variables and the return types of methods. The keys are completions, such as {@code x} and
     * {@code f(}.
     */
    Map<String, String> declared() {
        Map<String, String> types = new HashMap<>();
        for (VarSnippet each : shell.variables().toList()) {
            types.put(each.name(), TypeNames.withoutPackages(each.typeName()));
        }
        for (MethodSnippet each : shell.methods().toList()) {
            String result = each.signature().replaceFirst(".*\\)", "");
            types.put(each.name() + (each.parameterTypes().isEmpty() ? "()" : "("), TypeNames.withoutPackages(result));
        }
        return types;
    }

    /** Returns the classes whose members are imported statically. */
    List<Members> staticImports() {
        return imports(true)
                .filter(each -> each.endsWith(".*"))
                .map(each -> each.substring(0, each.length() - 2))
                .flatMap(name -> load(name).stream())
                .map(type -> Members.of(type, ""))
                .toList();
    }

    /** Returns what the completion menu shows about a type that was declared in the session. */
    Optional<Facts> own(String name) {
        return shell.types()
                .filter(each -> each.name().equals(name) && shell.status(each).isActive())
                .flatMap(each -> loader.declared(name).stream())
                .map(type -> new Facts(TypeText.kind(type), ""))
                .findFirst();
    }

    /** Returns what the completion menu shows about a type in the library. */
    Optional<Facts> ours(String name) {
        return DocIndex.type(name)
                .flatMap(comment -> type(name).map(type -> new Facts(TypeText.kind(type), comment.summary())));
    }
}
