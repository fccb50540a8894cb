package io.github.microgradj.compile.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/** Copies of classes of this package, as hidden classes with a datum each that HotSpot trusts as a constant. */
final class HiddenClassTemplate {
    private HiddenClassTemplate() {}

    /**
     * An instance of a new copy.
     *
     * @param type what the copy implements
     * @param template the class that is copied; it is not initialized
     * @param datum what the copy is made for
     */
    static <T> T load(Class<T> type, Class<? extends T> template, Object datum) {
        String name = template.getSimpleName() + ".class";
        try (InputStream bytes = template.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " is missing beside " + HiddenClassTemplate.class);
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

    /** The datum of the copy that asks with its own lookup. */
    static <T> T datum(MethodHandles.Lookup copy, Class<T> type) {
        try {
            return MethodHandles.classData(copy, ConstantDescs.DEFAULT_NAME, type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
