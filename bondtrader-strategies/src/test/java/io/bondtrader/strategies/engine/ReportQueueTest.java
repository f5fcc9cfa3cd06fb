package io.bondtrader.strategies.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.strategies.order.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ties are decided by time, then by the rank of the venue, then by arrival. */
final class ReportQueueTest {

    private static final Instant NOON = Instant.parse("2024-03-25T12:00:00Z");

    @Test
    void reportsComeByTimeThenRankThenArrival() {
        ReportQueue queue = new ReportQueue();
        queue.add(accepted("late", 5), 0);
        queue.add(accepted("second venue, first said", 0), 1);
        queue.add(accepted("first venue, first said", 0), 0);
        queue.add(accepted("second venue, then said", 0), 1);
        queue.add(accepted("first venue, then said", 0), 0);
        List<String> order = new ArrayList<>();
        for (OrderEvent next = queue.poll(NOON.plusSeconds(1)); next != null; next = queue.poll(NOON.plusSeconds(1))) {
            order.add(next.orderId());
        }

        assertThat(order)
                .containsExactly(
                        "first venue, first said",
                        "first venue, then said",
                        "second venue, first said",
                        "second venue, then said");
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.poll(NOON.plusSeconds(5))).isNotNull();
    }

    private static OrderEvent accepted(String order, int seconds) {
        return new OrderEvent.Accepted(order, NOON.plusSeconds(seconds), 1);
    }
}
