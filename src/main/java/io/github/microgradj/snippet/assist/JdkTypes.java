package io.github.microgradj.snippet.assist;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The JDK's types by simple name, read from the modules of the running JDK. */
final class JdkTypes {
    private static final Comparator<Module> BASE_FIRST = Comparator.<Module, Boolean>comparing(
                    module -> !module.getName().equals("java.base"))
            .thenComparing(Module::getName);

    private JdkTypes() {}

    /**
     * Returns the qualified names of the public types with the given simple name. If java.base has such types, returns
     * only those.
     */
    static List<String> named(String simpleName) {
        List<String> base = in(modules().limit(1), simpleName);
        return base.isEmpty() ? in(modules().skip(1), simpleName) : base;
    }

    private static Stream<Module> modules() {
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getName().startsWith("java."))
                .sorted(BASE_FIRST);
    }

    private static List<String> in(Stream<Module> modules, String simpleName) {
        return modules.flatMap(module ->
                        module.getPackages().stream().filter(module::isExported).sorted())
                .map(exported -> exported + "." + simpleName)
                .filter(JdkTypes::isPublic)
                .toList();
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, ClassLoader.getPlatformClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
