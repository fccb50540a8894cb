package io.github.microgradj.snippet.execution;

import io.github.microgradj.snippet.runtime.StopCheckWeaver;
import java.io.File;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
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
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class loader that inserts stop checks into the classes of snippets and defines them. Its parent is the
 * application's class loader.
 */
public final class SnippetLoader extends URLClassLoader implements LoaderDelegate {
    /**
     * The bytecode of classes that have not been defined yet. The classes of a snippet refer to each other, so each
     * class is defined when it is first requested.
     */
    private final Map<String, byte[]> undefined = new HashMap<>();

    /** The user's classes, by the names that the user gave them. */
    private final Map<String, Class<?>> declared = new HashMap<>();

    private final Map<String, Optional<Class<?>>> named = new HashMap<>();

    private final VariableFields fields = new VariableFields();
    private @Nullable Lookup lookup;

    public SnippetLoader(ClassLoader parent) {
        super(new URL[0], parent);
    }

    /** Returns the fields that hold the variables. */
    VariableFields fields() {
        return fields;
    }

    /**
     * Replaces the code of a class if possible, and returns whether it did so. If it did not, JShell must create a
     * class with another name.
     */
    boolean redefine(ClassBytecodes[] classes) {
        Class<?> loaded = classes.length == 1 ? findLoadedClass(classes[0].name()) : null;
        return loaded != null
                && fields.redefine(loaded, () -> hidden(loaded, StopCheckWeaver.weave(classes[0].bytecodes())));
    }

    /** Defines a hidden class with the same access rights as the given class, in the same package. */
    private Class<?> hidden(Class<?> beside, byte[] woven) {
        try {
            return MethodHandles.privateLookupIn(beside, lookupOfSnippets())
                    .defineHiddenClass(woven, false, Lookup.ClassOption.NESTMATE)
                    .lookupClass();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot define a class in the package of " + beside, e);
        }
    }

    /**
     * Returns a method handle lookup in the module of the snippets, which the first call creates. A lookup created by
     * this class itself would belong to another module.
     */
    private Lookup lookupOfSnippets() throws ReflectiveOperationException {
        if (lookup == null) {
            ClassWriter writer = new ClassWriter(0);
            writer.visit(
                    Opcodes.V17, Opcodes.ACC_PUBLIC, "REPL/Lookups", null, Type.getInternalName(Object.class), null);
            String descriptor = Type.getMethodDescriptor(Type.getType(Lookup.class));
            MethodVisitor method =
                    writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "lookup", descriptor, null, null);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC, Type.getInternalName(MethodHandles.class), "lookup", descriptor, false);
            method.visitInsn(Opcodes.ARETURN);
            method.visitMaxs(1, 0);
            byte[] bytes = writer.toByteArray();
            Class<?> lookups = defineClass("REPL.Lookups", bytes, 0, bytes.length);
            lookup = (Lookup) lookups.getMethod("lookup").invoke(null);
        }
        return lookup;
    }

    /** Returns the latest class that the user has declared with the given name. */
    public Optional<Class<?>> declared(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    /**
     * Returns the class with the given qualified name. Results are cached, because imports lead to many candidates for
     * each simple name.
     */
    public Optional<Class<?>> named(String name) {
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
        if (!typed.isEmpty()) { // Otherwise, it is JShell's wrapper class for a snippet.
            declared.put(typed, defined);
        }
        fields.loaded(defined);
        return defined;
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        // The names and fields are unchanged.
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
