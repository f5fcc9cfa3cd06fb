package io.bondtrader.consumer;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.contract.VenueContract;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.execution.Venue;
import io.bondtrader.strategies.execution.VenueListener;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A user's own venue, here a broker in front of another one, under the published contract kit. */
final class OwnVenueTest extends VenueContract {

    private final SimulatedVenue market = SimulatedVenue.builder("broker").build();

    @Override
    protected Venue venue() {
        return new Venue() {
            @Override
            public String name() {
                return market.name();
            }

            @Override
            public void connect(VenueListener reports) {
                market.connect(reports);
            }

            @Override
            public void submit(OrderTicket ticket, Instant now) {
                market.submit(ticket, now);
            }

            @Override
            public void cancel(String orderId, Instant now) {
                market.cancel(orderId, now);
            }

            @Override
            public void replace(String orderId, BigDecimal face, OrderType type, Instant now) {
                market.replace(orderId, face, type, now);
            }
        };
    }

    @Override
    protected Security security() {
        return Security.of(
                "ZERO",
                ZeroCouponBond.of(BondConventions.US_TREASURY, LocalDate.of(2025, 1, 15), LocalDate.of(2030, 1, 15)),
                "USD");
    }

    @Override
    protected void quote(double bid, double ask, long face, Instant at) {
        market.onMarket(Quote.of("ZERO", bid, ask, face, at));
    }

    @Override
    protected void settle(Instant at) {
        market.advance(at);
    }
}
