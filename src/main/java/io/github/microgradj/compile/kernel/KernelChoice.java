package io.github.microgradj.compile.kernel;

/**
 * The choice of kernels for this JVM. The vector kernels are loaded by name, because the module that they need is
 * optional.
 */
final class KernelChoice {
    private KernelChoice() {}

    static Kernels best() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new PlainKernels();
        }
        try {
            return Class.forName("io.github.microgradj.compile.kernel.VectorKernels")
                    .asSubclass(Kernels.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | IncompatibleClassChangeError | NoClassDefFoundError e) {
            return new PlainKernels(); // The incubating Vector API may differ in another JDK.
        }
    }
}
