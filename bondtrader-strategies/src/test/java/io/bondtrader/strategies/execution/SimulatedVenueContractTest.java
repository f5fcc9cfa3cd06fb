package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.contract.VenueContract;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;

/** The simulated venue under the contract kit, in several settings. */
final class SimulatedVenueContractTest {

    abstract static class Setting extends VenueContract {

        private final SimulatedVenue venue;

        Setting(UnaryOperator<SimulatedVenue.Builder> choices) {
            venue = choices.apply(SimulatedVenue.builder("X").seed(1)).build();
        }

        @Override
        protected Venue venue() {
            return venue;
        }

        @Override
        protected Security security() {
            return OrderEvents.NOTE;
        }

        @Override
        protected void quote(double bid, double ask, long face, Instant at) {
            venue.onMarket(Quote.of(security().id(), bid, ask, face, at));
        }

        @Override
        protected void settle(Instant at) {
            venue.advance(at);
        }
    }

    @Nested
    final class OfQuotes extends Setting {
        OfQuotes() {
            super(builder -> builder);
        }
    }

    @Nested
    final class OfABook extends Setting {
        OfABook() {
            super(builder -> builder.matching(SimulatedVenue.Matching.BOOK));
        }
    }

    @Nested
    final class WithTheQuoteThatStands extends Setting {
        WithTheQuoteThatStands() {
            super(builder -> builder.firstLook(SimulatedVenue.FirstLook.STANDING_QUOTE));
        }
    }

    @Nested
    final class WithLatency extends Setting {
        WithLatency() {
            super(builder -> builder.latency(
                    new Latency(Duration.ofMillis(200), Duration.ofSeconds(2)),
                    new Latency(Duration.ZERO, Duration.ofSeconds(1))));
        }
    }
}
