package io.bondtrader.compliance.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.error.ComplianceErrorCode;
import io.bondtrader.compliance.error.DeliveryFailed;
import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Each event reaches the other side at least once, in order, whatever happens between. */
final class AuditStreamTest {

    private final TestLog log = new TestLog();
    private final InMemoryCursors cursors = new InMemoryCursors();
    private final List<Long> arrived = new CopyOnWriteArrayList<>();

    private void arrive(List<LoggedEvent> events) {
        events.forEach(event -> arrived.add(event.index()));
    }

    private AuditStream.Builder stream(EventDelivery delivery) {
        return AuditStream.builder(log.log, "siem", delivery, cursors, new SplittableRandom(5));
    }

    @Test
    void aStreamDeliversInBatchesUntilTheEnd() {
        log.filled(5);
        AuditStream stream = stream(this::arrive).batch(2).build();

        assertThat(List.of(stream.step(), stream.step(), stream.step(), stream.step()))
                .containsExactly(2, 2, 1, 0);
        assertThat(arrived).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(stream.status()).isEqualTo(new StreamStatus(5, 0, 5, 0, null));
    }

    @Test
    void anotherProcessGoesOnWhereTheFirstStopped() {
        log.filled(3);
        stream(this::arrive).batch(2).build().step();

        stream(this::arrive).build().step();

        assertThat(arrived).containsExactly(0L, 1L, 2L);
    }

    @Test
    void whatWasNotTakenComesAgain() {
        log.filled(2);
        List<DeliveryFailed> failures = new ArrayList<>(List.of(new DeliveryFailed("503", false)));
        AuditStream stream = stream(events -> {
                    if (!failures.isEmpty()) {
                        throw failures.remove(0);
                    }
                    arrive(events);
                })
                .build();

        assertThatThrownBy(stream::step).isInstanceOf(DeliveryFailed.class).hasMessageContaining("503");
        assertThat(stream.status().failures()).isEqualTo(1);
        assertThat(stream.status().lastFailure()).startsWith("BT-6012");
        assertThat(stream.status().behind()).isEqualTo(2);

        stream.step();

        assertThat(arrived).containsExactly(0L, 1L);
        assertThat(stream.status().lastFailure()).isNull();
    }

    @Test
    void aPlaceThatCouldNotBeKeptIsDeliveredAgain() {
        log.filled(2);
        CursorStore broken = new CursorStore() {
            @Override
            public long load(String stream) {
                return cursors.load(stream);
            }

            @Override
            public void save(String stream, long next) {
                throw new DeliveryFailed("disk full", false);
            }
        };
        AuditStream stream = AuditStream.builder(log.log, "siem", this::arrive, broken, new SplittableRandom(5))
                .build();

        assertThatThrownBy(stream::step).isInstanceOf(DeliveryFailed.class);
        assertThatThrownBy(stream::step).isInstanceOf(DeliveryFailed.class);

        assertThat(arrived).containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    void eventsThatNobodyWantsMoveThePlaceAndNothingElse() {
        log.filled(3);
        log.append("bob", "security.authz_fail", "book-1", Map.of());
        AuditStream stream = stream(this::arrive)
                .only(record -> record.action().startsWith("security."))
                .build();

        assertThat(stream.step()).isEqualTo(4);
        assertThat(arrived).containsExactly(3L);
        assertThat(stream.status().delivered()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedForGoodStopsTheStreamUntilSomebodySkipsIt() {
        log.filled(3);
        AuditStream stream = stream(events -> {
                    if (events.get(0).index() == 1) {
                        throw new DeliveryFailed("400", true);
                    }
                    arrive(events);
                })
                .batch(1)
                .build();

        assertThatThrownBy(stream::run)
                .isInstanceOfSatisfying(
                        DeliveryFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(ComplianceErrorCode.DELIVERY_REFUSED));
        assertThat(arrived).containsExactly(0L);
        assertThatThrownBy(() -> stream.skip(0)).isInstanceOf(InvalidInput.class);

        stream.skip(1);
        stream.step();

        assertThat(arrived).containsExactly(0L, 2L);
        assertThatThrownBy(() -> stream.skip(3)).isInstanceOf(InvalidInput.class);
    }

    /** A log that was set back must not look like one that is up to date. */
    @Test
    void aPlaceBehindTheEndOfTheLogIsAFailure() {
        cursors.save("siem", 7);
        AuditStream stream = stream(this::arrive).build();

        assertThatThrownBy(stream::step).isInstanceOf(DeliveryFailed.class).hasMessageContaining("ends at 0");
    }

    @Test
    void aThreadOfItsOwnDeliversWhatComesAndEndsWhenClosed() throws Exception {
        CountDownLatch all = new CountDownLatch(20);
        List<Long> seen = new CopyOnWriteArrayList<>();
        int[] calls = {0};
        AuditStream stream = stream(events -> {
                    if (++calls[0] % 3 == 0) {
                        throw new DeliveryFailed("not now", false);
                    }
                    events.forEach(event -> {
                        seen.add(event.index());
                        all.countDown();
                    });
                })
                .retry(new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(2)))
                .poll(Duration.ofHours(1))
                .build();
        Thread thread = new Thread(stream::run);
        thread.start();
        for (int i = 0; i < 20; i++) {
            log.filled(1);
            stream.wake();
        }

        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        stream.close();
        thread.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(thread.isAlive()).isFalse();
        assertThat(seen).isSorted().hasSize(20);
        assertThatThrownBy(stream::step).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anInterruptEndsTheRun() throws Exception {
        AuditStream stream = stream(this::arrive).poll(Duration.ofHours(1)).build();
        Thread thread = new Thread(stream::run);
        thread.start();

        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> stream(this::arrive).batch(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> stream(this::arrive).batch(100_001)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> stream(this::arrive).poll(Duration.ZERO)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RetryPolicy.standard().after(0, new SplittableRandom(1)))
                .isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 200)
    void waitsDoubleUpToTheLongest(@ForAll @IntRange(min = 1, max = 1000) int failures, @ForAll long seed) {
        Duration wait = RetryPolicy.standard().after(failures, new SplittableRandom(seed));

        long full = Math.min(300_000, 1000L << Math.min(failures - 1, 20));
        assertThat(wait).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
    }
}
