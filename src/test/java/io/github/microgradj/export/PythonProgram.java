package io.github.microgradj.export;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The Python that runs tests of files for Python. */
public final class PythonProgram {
    private PythonProgram() {}

    /**
     * Returns the first Python that imports a module: that of the path, or the system's. If {@code .ci/run} has found
     * one, it is the value of the property {@code python.MODULE}, and tests are not skipped even if it fails.
     */
    public static Optional<String> with(String module) {
        String required = System.getProperty("python." + module, "");
        return required.isEmpty()
                ? Stream.of("python3", "/usr/bin/python3")
                        .filter(program -> imports(program, module))
                        .findFirst()
                : Optional.of(required);
    }

    private static boolean imports(String program, String module) {
        try {
            return new ProcessBuilder(program, "-c", "import " + module)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
