package io.github.microgradj.shell.snippet;

import io.github.microgradj.shell.doc.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.VarSnippet;

/** What names stand for where a snippet is typed. */
record Scope(JShell shell, SnippetLoader loader) {
    /** The class behind a type as it is written, {@code List<Value>}: one of the session, or an imported one. */
    Optional<Class<?>> type(String written) {
        String name = written.replaceFirst("<.*", "");
        Optional<Class<?>> declared = loader.declared(name);
        return declared.isPresent() || name.isEmpty()
                ? declared
                : places(name).flatMap(each -> load(each).stream()).findFirst();
    }

    /** The full names a type may have: as it stands, and through each import. */
    private Stream<String> places(String name) {
        String first = name.replaceFirst("\\..*", "");
        Stream<String> imported = shell.imports()
                .filter(each -> !each.isStatic())
                .map(ImportSnippet::fullname)
                .filter(each -> each.endsWith(".*") || each.endsWith("." + first))
                .map(each -> each.substring(0, each.lastIndexOf('.') + 1) + name);
        return Stream.concat(Stream.of("java.lang." + name, name), imported);
    }

    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            int dot = name.lastIndexOf('.');
            boolean nested = dot > 0 && Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1));
            return nested ? load(name.substring(0, dot) + "$" + name.substring(dot + 1)) : Optional.empty();
        }
    }

    /** The types of the variables and of what the methods of the session give, as completion writes them: {@code x}, {@code f(}. */
    Map<String, String> declared() {
        Map<String, String> types = new HashMap<>();
        for (VarSnippet each : shell.variables().toList()) {
            types.put(each.name(), SnippetEngine.simple(each.typeName()));
        }
        for (MethodSnippet each : shell.methods().toList()) {
            String result = each.signature().replaceFirst(".*\\)", "");
            types.put(each.name() + (each.parameterTypes().isEmpty() ? "()" : "("), SnippetEngine.simple(result));
        }
        return types;
    }

    /** The classes whose members are imported statically. */
    List<Members> staticImports() {
        return shell.imports()
                .filter(each -> each.isStatic() && each.fullname().endsWith(".*"))
                .map(each -> each.fullname().replaceFirst("\\.\\*$", ""))
                .flatMap(name -> load(name).stream())
                .map(type -> Members.of(type, ""))
                .toList();
    }
}
