package io.github.microgradj.compile.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/**
 * A loader of copies of classes in this package. Each copy is a hidden class with a datum that HotSpot trusts as a
 * constant.
 */
final class HiddenClassTemplate {
    private HiddenClassTemplate() {}

    /**
     * Returns an instance of a new copy of a class.
     *
     * @param type the interface that the copy implements
     * @param template the class to copy, which is not initialized
     * @param datum the constant for which the copy is specialized
     */
    static <T> T load(Class<T> type, Class<? extends T> template, Object datum) {
        String name = template.getSimpleName() + ".class";
        try (InputStream bytes = template.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " was not found next to " + HiddenClassTemplate.class);
            }
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes.readAllBytes(), datum, true)
                    .lookupClass()
                    .asSubclass(type)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the datum of a copy. The copy must pass its own lookup. */
    static <T> T datum(MethodHandles.Lookup copy, Class<T> type) {
        try {
            return MethodHandles.classData(copy, ConstantDescs.DEFAULT_NAME, type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
