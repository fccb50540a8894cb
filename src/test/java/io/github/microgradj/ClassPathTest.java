package io.github.microgradj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    @TempDir
    Path folder;

    @Test
    void compilingAUsersProgramWritesTheUsersClassesAlone() throws IOException {
        Path program = Files.writeString(folder.resolve("User.java"), """
                import io.github.microgradj.engine.*;
                class User {
                    Op op = new Value(3).relu().op();
                }
                """);
        Path out = Files.createDirectory(folder.resolve("out"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xprefer:source", // prefers a source even if the class file is newer
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        out.toString(),
                        program.toString());
        assertThat(status).isZero();
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(out.resolve("User.class"));
        }
    }
}
