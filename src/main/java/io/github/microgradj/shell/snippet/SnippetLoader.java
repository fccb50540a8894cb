package io.github.microgradj.shell.snippet;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/** Defines the classes of snippets, with stop checks woven in, as children of the application's own loader. */
final class SnippetLoader extends URLClassLoader implements LoaderDelegate {
    /** Classes of a snippet refer to each other, so each is defined when it is first asked for. */
    private final Map<String, byte[]> undefined = new HashMap<>();

    /** The classes of the user, by the names they bear in the session. */
    private final Map<String, Class<?>> declared = new HashMap<>();

    private final Map<String, Optional<Class<?>>> named = new HashMap<>();

    SnippetLoader(ClassLoader parent) {
        super(new URL[0], parent);
    }

    /** The latest class of the session with a name. */
    Optional<Class<?>> declared(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    /** A class by its full name. What was looked for once is remembered: a name stands for many that imports might mean. */
    Optional<Class<?>> named(String name) {
        return named.computeIfAbsent(name, this::search);
    }

    private Optional<Class<?>> search(String name) {
        try {
            return Optional.of(Class.forName(name, false, this));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes each : classes) {
            undefined.put(each.name(), each.bytecodes());
        }
        boolean[] loaded = new boolean[classes.length];
        try {
            for (int i = 0; i < classes.length; i++) {
                loadClass(classes[i].name());
                loaded[i] = true;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException("cannot define a class: " + e, loaded);
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        byte[] bytes = undefined.remove(name);
        if (bytes == null) {
            return super.findClass(name);
        }
        byte[] woven = StopCheckWeaver.weave(bytes);
        Class<?> defined = defineClass(name, woven, 0, woven.length);
        String typed = name.replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$?", "").replace('$', '.');
        if (!typed.isEmpty()) { // Else JShell's own class around a snippet.
            declared.put(typed, defined);
        }
        return defined;
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        // JShell replaces classes under new names instead: LiveControl does not redefine.
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        named.clear();
        try {
            for (String entry : path.split(File.pathSeparator, -1)) {
                addURL(new File(entry).toURI().toURL());
            }
        } catch (MalformedURLException e) {
            throw new InternalException("not a class path: " + path);
        }
    }
}
