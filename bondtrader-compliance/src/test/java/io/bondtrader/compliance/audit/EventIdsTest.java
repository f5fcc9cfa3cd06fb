package io.bondtrader.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Identifiers of events sort by time, and none comes twice. */
final class EventIdsTest {

    private static final long MILLIS = 0x017F22E279B0L;

    @Test
    void anIdentifierHasTheLayoutOfRfc9562() {
        // The example of RFC 9562, appendix A.6: 017F22E2-79B0-7... at 2022-02-22T14:22:22-05:00.
        Instant time = Instant.parse("2022-02-22T19:22:22Z");
        UUID id = EventIds.of(InstantSource.fixed(time), new Random(1)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("017f22e2-79b0-7");
    }

    @Test
    void identifiersOfOneMillisecondGrow() {
        EventIds ids = EventIds.of(InstantSource.fixed(Instant.ofEpochMilli(MILLIS)), new Random(2));
        assertGrows(ids, 20_000);
    }

    @Test
    void aClockThatGoesBackDoesNotTakeIdentifiersBack() {
        AtomicLong now = new AtomicLong(MILLIS);
        EventIds ids = EventIds.of(() -> Instant.ofEpochMilli(now.getAndDecrement()), new Random(3));
        assertGrows(ids, 1_000);
    }

    @Test
    void aFullCounterGoesOnInTheNextMillisecond() {
        // A source that always gives ones: the counter starts as high as it can and takes the longest steps.
        Random ones = new Random() {
            @Override
            public void nextBytes(byte[] bytes) {
                java.util.Arrays.fill(bytes, (byte) 0xff);
            }
        };
        assertGrows(EventIds.of(InstantSource.fixed(Instant.ofEpochMilli(MILLIS)), ones), 5_000);
    }

    private static void assertGrows(EventIds ids, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            texts.add(id.toString());
        }
        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aTimeThatDoesNotFitIsRefused() {
        for (long millis : new long[] {-1, 1L << 48}) {
            EventIds ids = EventIds.of(InstantSource.fixed(Instant.ofEpochMilli(millis)), new Random(4));
            assertThatThrownBy(ids::next).isInstanceOf(InvalidInput.class);
        }
    }
}
