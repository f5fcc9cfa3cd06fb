package io.bondtrader.core.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ParallelismTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void everyElementIsWorkedOnOnce() {
        for (Parallelism parallelism :
                List.of(Parallelism.callingThread(), Parallelism.commonPool(), Parallelism.on(threads, 4))) {
            AtomicIntegerArray touched = new AtomicIntegerArray(10_007);
            parallelism.forEachChunk(touched.length(), 64, (chunk, from, to) -> {
                assertThat(from).isEqualTo(chunk * 64);
                for (int k = from; k < to; k++) {
                    touched.incrementAndGet(k);
                }
            });
            for (int k = 0; k < touched.length(); k++) {
                assertThat(touched.get(k)).isEqualTo(1);
            }
        }
        Parallelism.callingThread().forEachChunk(0, 1, (chunk, from, to) -> {
            throw new AssertionError("there is nothing to do");
        });
    }

    @Test
    void anExecutorThatNeverRunsAnythingDoesNotHoldTheWorkUp() {
        AtomicInteger done = new AtomicInteger();
        Parallelism.on(task -> {}, 8).forEachChunk(100, 10, (chunk, from, to) -> done.addAndGet(to - from));
        assertThat(done).hasValue(100);
        Parallelism refused = Parallelism.on(
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                8);
        refused.forEachChunk(100, 10, (chunk, from, to) -> done.addAndGet(to - from));
        assertThat(done).hasValue(200);
    }

    @Test
    void threadsWorkSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        Parallelism.on(threads, 2).forEachChunk(2, 1, (chunk, from, to) -> {
            both.countDown();
            try {
                both.await(); // returns only if the other chunk runs at the same time
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        assertThat(both.getCount()).isZero();
    }

    @Test
    void progressRisesToTheWhole() {
        List<Long> reports = Collections.synchronizedList(new ArrayList<>());
        Parallelism.on(threads, 4)
                .reportingTo((done, total) -> {
                    assertThat(total).isEqualTo(1_000);
                    reports.add(done);
                })
                .forEachChunk(1_000, 10, (chunk, from, to) -> {});
        assertThat(reports).isSorted().hasSize(100).last().isEqualTo(1_000L);
    }

    @Test
    void workThatIsCalledOffEndsSoon() {
        AtomicInteger done = new AtomicInteger();
        Parallelism parallelism = Parallelism.on(threads, 4).cancelledBy(() -> done.get() >= 20);
        assertThatThrownBy(() -> parallelism.forEachChunk(1_000, 1, (chunk, from, to) -> done.incrementAndGet()))
                .isInstanceOf(CancellationException.class);
        assertThat(done).satisfies(count -> assertThat(count.get()).isBetween(20, 30));
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatThrownBy(() -> Parallelism.on(threads, 4).forEachChunk(1_000, 1, (chunk, from, to) -> {
                    if (chunk == 500) {
                        throw new IllegalStateException("500");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("500");
        assertThatThrownBy(() -> Parallelism.callingThread().forEachChunk(1, 1, (chunk, from, to) -> {
                    throw new AssertionError("1");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> Parallelism.on(threads, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Parallelism.on(threads, 5_000)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Parallelism.callingThread().forEachChunk(-1, 1, (chunk, from, to) -> {}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Parallelism.callingThread().forEachChunk(1, 0, (chunk, from, to) -> {}))
                .isInstanceOf(InvalidInput.class);
        assertThat(Parallelism.on(threads, 3)).hasToString("Parallelism[3 threads]");
    }
}
