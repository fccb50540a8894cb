package io.github.microgradj.compile.kernel;

/** Finds the kernels this JVM can run. The vector kernels are loaded by name: their module is optional. */
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
            return new PlainKernels(); // The Vector API is an incubator's: another JDK may have another one.
        }
    }
}
