package io.bondtrader.strategies.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Orders by yield and spread become prices at the spot, never worse than what was asked for. */
final class SpotPricingTest {

    private static final BigDecimal TICK = new BigDecimal("0.015625"); // half of a 32nd
    private static final LocalDate SETTLEMENT = LocalDate.of(2025, 3, 4);

    private final SpotPricing spot = SpotPricing.of(
            FlatTerms.NEXT_DAY,
            (benchmark, at) -> {
                if (benchmark.equals("UST 10Y")) {
                    return 0.0425;
                }
                throw new MissingData("yield of " + benchmark);
            },
            TICK);

    private OrderTicket ticket(Side side, OrderType type) {
        return OrderTicket.of(OrderEvents.order("A", side, 1_000_000), type);
    }

    private BigDecimal limit(Side side, OrderType type) {
        OrderTicket priced = spot.spot(ticket(side, type), OrderEvents.START);
        return ((OrderType.Limit) priced.type()).cleanPrice();
    }

    @Test
    void aYieldBecomesThePriceByTheBondsConventionOnTheSafeSideOfTheGrid() {
        double exact = BondPricing.of(OrderEvents.NOTE.bond(), SETTLEMENT).cleanPriceFromYield(0.0437);
        BigDecimal buy = limit(Side.BUY, new OrderType.YieldLimit(0.0437));
        BigDecimal sell = limit(Side.SELL, new OrderType.YieldLimit(0.0437));
        assertThat(buy.doubleValue()).isLessThanOrEqualTo(exact);
        assertThat(sell.doubleValue()).isGreaterThanOrEqualTo(exact);
        assertThat(sell.subtract(buy)).isEqualByComparingTo(TICK);
        assertThat(buy.remainder(TICK)).isZero();
    }

    @Test
    void aBuyerNeverGetsLessThanTheYieldAskedFor() {
        BigDecimal buy = limit(Side.BUY, new OrderType.YieldLimit(0.0437));
        assertThat(BondPricing.of(OrderEvents.NOTE.bond(), SETTLEMENT).yieldFromCleanPrice(buy.doubleValue()))
                .isGreaterThanOrEqualTo(0.0437);
    }

    @Test
    void aSpreadIsAYieldOverTheBenchmarksAtTheSpot() {
        assertThat(limit(Side.BUY, new OrderType.SpreadLimit("UST 10Y", 12)))
                .isEqualTo(limit(Side.BUY, new OrderType.YieldLimit(0.0437)));
        assertThatThrownBy(() -> limit(Side.BUY, new OrderType.SpreadLimit("UST 7Y", 12)))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void aPriceOnTheGridStaysWhereItIs() {
        SpotPricing flat = SpotPricing.of((security, yield, at) -> 99.5, (benchmark, at) -> 0.0, TICK);
        assertThat(flat.priceAtYield(OrderEvents.NOTE, Side.BUY, 0.04, OrderEvents.START))
                .isEqualByComparingTo("99.5");
        assertThat(flat.priceAtYield(OrderEvents.NOTE, Side.SELL, 0.04, OrderEvents.START))
                .isEqualByComparingTo("99.5");
    }

    @Test
    void otherOrdersStayAsTheyAre() {
        OrderTicket market = OrderTicket.market(OrderEvents.order("A", Side.BUY, 1));
        assertThat(spot.spot(market, OrderEvents.START)).isSameAs(market);
        assertThat(new OrderType.YieldLimit(0.04).needsSpot()).isTrue();
        assertThat(market.type().needsSpot()).isFalse();
    }

    @Test
    void whatGivesNoPriceIsRefused() {
        SpotPricing broken =
                SpotPricing.of((security, yield, at) -> yield > 0.1 ? Double.NaN : -1.0, (benchmark, at) -> 0.0, TICK);
        assertThatThrownBy(() -> broken.priceAtYield(OrderEvents.NOTE, Side.BUY, 0.2, OrderEvents.START))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> broken.priceAtYield(OrderEvents.NOTE, Side.BUY, 0.05, OrderEvents.START))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> broken.priceAtYield(OrderEvents.NOTE, Side.BUY, Double.NaN, OrderEvents.START))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SpotPricing.of(FlatTerms.NEXT_DAY, (benchmark, at) -> 0.0, BigDecimal.ZERO))
                .isInstanceOf(InvalidInput.class);
    }
}
