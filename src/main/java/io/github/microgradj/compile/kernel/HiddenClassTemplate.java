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
     * @param name the simple name of the class that is copied
     * @param datum what the copy is made for
     */
    static <T> T load(Class<T> type, String name, Object datum) {
        try (InputStream bytes = HiddenClassTemplate.class.getResourceAsStream(name + ".class")) {
            if (bytes == null) {
                throw new IllegalStateException(name + ".class is missing beside Template.class");
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
