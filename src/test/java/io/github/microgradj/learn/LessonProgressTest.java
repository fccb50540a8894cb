package io.github.microgradj.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.learn.LessonProgress.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the file that remembers how far a learner has come. */
class LessonProgressTest {
    @TempDir
    Path folder;

    @Test
    void eachStepIsInTheFileAtOnce() throws IOException {
        Path file = folder.resolve("state").resolve("lessons");
        LessonProgress progress = new LessonProgress(file);
        assertThat(progress.read()).isEmpty();
        progress.reach("slope", 3);
        assertThat(file).hasContent("3 slope\n");
        progress.finish("slope");
        assertThat(file).hasContent("0 done slope\n");
        progress.reach("slope", 1);
        assertThat(file).hasContent("1 done slope\n");
        assertThat(progress.read()).containsEntry("slope", new Position(1, true));
        progress.forget(Set.of("slope"));
        assertThat(file).isEmptyFile();
    }

    @Test
    void aDamagedLineLosesOnlyItself() throws IOException {
        Path file =
                Files.writeString(folder.resolve("lessons"), "2 slope\ngarbage\n\u0000\n0 done a folder#my lesson\n");
        assertThat(new LessonProgress(file).read()).containsOnlyKeys("slope", "a folder#my lesson");
    }

    @Test
    void severalShellsMerge() throws Exception {
        Path file = folder.resolve("lessons");
        ExecutorService shells = Executors.newFixedThreadPool(4);
        List<Future<?>> ends = new ArrayList<>();
        for (int shell = 0; shell < 4; shell++) {
            String lesson = "lesson" + shell;
            ends.add(shells.submit(() -> {
                for (int step = 0; step <= 20; step++) {
                    new LessonProgress(file).reach(lesson, step);
                }
                return null;
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        shells.shutdown();
        assertThat(file).hasContent("20 lesson0\n20 lesson1\n20 lesson2\n20 lesson3\n");
    }
}
