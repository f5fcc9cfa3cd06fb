package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.contract.VenueContract;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;

/** The simulated venue, the router and the venue of requests under the contract kit, in several settings. */
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

    abstract static class Routed extends VenueContract {

        private final VenueRouter router;

        Routed(VenueRouter.Policy policy) {
            router = new VenueRouter(
                    "all",
                    policy,
                    List.of(
                            SimulatedVenue.builder("X").build(),
                            SimulatedVenue.builder("Y")
                                    .latency(Latency.of(Duration.ofMillis(5)), Latency.none())
                                    .build()));
        }

        @Override
        protected Venue venue() {
            return router;
        }

        @Override
        protected Security security() {
            return OrderEvents.NOTE;
        }

        @Override
        protected void quote(double bid, double ask, long face, Instant at) {
            Quote half = Quote.of(security().id(), bid, ask, face / 2, at);
            router.onQuote("X", half);
            router.onQuote("Y", half);
            router.onMarket(half);
        }

        @Override
        protected void settle(Instant at) {
            router.advance(at);
        }
    }

    @Nested
    final class RoutedToTheBestPrice extends Routed {
        RoutedToTheBestPrice() {
            super(VenueRouter.Policy.BEST_PRICE);
        }
    }

    @Nested
    final class RoutedInParts extends Routed {
        RoutedInParts() {
            super(VenueRouter.Policy.SPLIT);
        }
    }

    @Nested
    final class ByRequests extends VenueContract {

        private final RfqVenue venue = new RfqVenue(
                "rfq",
                new SimulatedDealers(
                        List.of(SimulatedDealers.Dealer.of("alba", 0.01), SimulatedDealers.Dealer.of("brook", 0.02)),
                        Latency.of(Duration.ofMillis(20)),
                        Latency.of(Duration.ofMillis(20)),
                        3),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Commission.none());

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
}
