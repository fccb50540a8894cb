package io.github.microgradj.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundPainterTest {
    private static final long LATER = 3_600_000_000_000L;

    @Test
    void thereIsOnePictureAtATimeAndARestAfterIt() {
        try (BackgroundPainter painter = new BackgroundPainter()) {
            CountDownLatch terminal = new CountDownLatch(1);
            painter.draw(() -> await(terminal));
            assertThat(painter.isFree(System.nanoTime() + LATER)).isFalse();
            terminal.countDown();
            painter.await();
            assertThat(painter.isFree(System.nanoTime())).isFalse();
            assertThat(painter.isFree(System.nanoTime() + LATER)).isTrue();
        }
    }

    @Test
    void whatFailsIsToldWhenSomebodyWaits() {
        try (BackgroundPainter painter = new BackgroundPainter()) {
            painter.draw(() -> {
                throw new IllegalArgumentException("no paint");
            });
            assertThatThrownBy(painter::await)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("drawing a picture failed")
                    .hasRootCauseMessage("no paint");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
