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

/** Defines the classes of snippets, with stop checks woven in, as children of the application's own loader. */
public final class SnippetLoader extends URLClassLoader implements LoaderDelegate {
    /** Classes of a snippet refer to each other, so each is defined when it is first asked for. */
    private final Map<String, byte[]> undefined = new HashMap<>();

    /** The classes of the user, by the names they bear in the session. */
    private final Map<String, Class<?>> declared = new HashMap<>();

    private final Map<String, Optional<Class<?>>> named = new HashMap<>();

    private final VariableFields fields = new VariableFields();
    private @Nullable Lookup lookup;

    public SnippetLoader(ClassLoader parent) {
        super(new URL[0], parent);
    }

    /** The fields that hold the variables. */
    VariableFields fields() {
        return fields;
    }

    /** Takes new code for a class; says whether that does, or JShell has to make a class of another name. */
    boolean redefine(ClassBytecodes[] classes) {
        Class<?> loaded = classes.length == 1 ? findLoadedClass(classes[0].name()) : null;
        return loaded != null
                && fields.redefine(loaded, () -> hidden(loaded, StopCheckWeaver.weave(classes[0].bytecodes())));
    }

    /** Defines a class that sees whatever another does, and is itself seen by nobody. */
    private Class<?> hidden(Class<?> beside, byte[] woven) {
        try {
            return MethodHandles.privateLookupIn(beside, lookupOfSnippets())
                    .defineHiddenClass(woven, false, Lookup.ClassOption.NESTMATE)
                    .lookupClass();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot define a class beside " + beside, e);
        }
    }

    /** A lookup of ours will not do: it belongs to another module. */
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

    /** The latest class of the session with a name. */
    public Optional<Class<?>> declared(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    /** A class by its full name. What was looked for once is remembered: a name stands for many that imports might mean. */
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
        if (!typed.isEmpty()) { // Else JShell's own class around a snippet.
            declared.put(typed, defined);
        }
        fields.loaded(defined);
        return defined;
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        // Their names and their fields are the same.
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
