package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    @Test
    void eachMemberDoesItsShareOnceARound() {
        for (int round = 0; round < 2000; round++) {
            ConcurrentLinkedQueue<Integer> members = new ConcurrentLinkedQueue<>();
            int others = round % 4;
            WorkerPool.ONLY.run(others, members::add);
            assertThat(members)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(0, others).boxed().toList());
        }
    }

    @Test
    void sleepersAreWoken() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            Thread.sleep(2); // Longer than the workers stay awake.
            AtomicInteger count = new AtomicInteger();
            WorkerPool.ONLY.run(2, member -> count.incrementAndGet());
            assertThat(count).hasValue(3);
        }
    }

    @Test
    void whatOneOfTheOthersThrowsReachesTheOneWhoAsked() {
        assertThatThrownBy(() -> WorkerPool.ONLY.run(2, member -> {
                    if (member == 2) {
                        throw new ArithmeticException("of member 2");
                    }
                }))
                .hasRootCauseMessage("of member 2");
        AtomicInteger count = new AtomicInteger();
        WorkerPool.ONLY.run(2, member -> count.incrementAndGet());
        assertThat(count).hasValue(3);
    }

    @Test
    void whoFindsTheOthersBusyWorksAlone() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread first = new Thread(() -> WorkerPool.ONLY.run(1, member -> {
            started.countDown();
            try {
                ended.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        first.start();
        started.await();
        List<Integer> members = new ArrayList<>();
        WorkerPool.ONLY.run(3, members::add);
        ended.countDown();
        first.join();
        assertThat(members).containsExactly(0);
    }
}
