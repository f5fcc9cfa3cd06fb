package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TransactionCostAnalysisTest {

    private static final Instant NINE = Instant.parse("2025-03-03T09:00:00Z");
    private static final Security BOND = Security.of(
            "BOND", FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2024-11-15", "2034-11-15"), "USD");
    private static final TradingBook BOOK = new TradingBook("firm", "desk", "rates");

    private static Order order(Side side, String face) {
        return new Order("O-1", BOND, BOOK, "trader", side, new BigDecimal(face));
    }

    private static ExecutedFill fill(String id, Side side, String face, String price, String fees, Instant at) {
        return fill(id, side, face, price, fees, at, "book", "");
    }

    private static ExecutedFill fill(
            String id, Side side, String face, String price, String fees, Instant at, String venue, String dealer) {
        return ExecutedFill.of(
                new Execution(
                        id,
                        "O-1",
                        BOND,
                        BOOK,
                        "trader",
                        side,
                        new BigDecimal(face),
                        new BigDecimal(price),
                        Money.of("0", "USD"),
                        Money.of(fees, "USD"),
                        LocalDate.of(2025, 3, 4),
                        at),
                venue,
                dealer);
    }

    private static Instant minute(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private static RecordedMarket market(double... middles) {
        RecordedMarket.Builder builder = RecordedMarket.builder();
        for (int i = 0; i < middles.length; i++) {
            builder.middle("BOND", minute(i), middles[i]);
        }
        return builder.build();
    }

    /**
     * CFA Program curriculum, trade execution: decided at 10.00, in the market at 10.05, 700 of 1,000 done at 10.07 with 14 of
     * fees, given up at 10.08. The shortfall is 87: 0.35 % delay, 0.14 % trading, 0.24 % missed, 0.14 % fees.
     */
    @Test
    void theTextbooksShortfallIsEightySeven() {
        ExecutedOrder order = new ExecutedOrder(
                order(Side.BUY, "100000"), // a share is a face of 100
                "robotics",
                minute(0),
                minute(1),
                minute(3),
                List.of(fill("1", Side.BUY, "70000", "10.07", "14", minute(2))));
        OrderCost cost = TransactionCostAnalysis.of(List.of(order), market(10.00, 10.05, 10.06, 10.08), List.of())
                .orders()
                .get(0);

        assertThat(cost.delay()).isEqualTo(Money.of("35", "USD"));
        assertThat(cost.trading()).isEqualTo(Money.of("14", "USD"));
        assertThat(cost.opportunity()).isEqualTo(Money.of("24", "USD"));
        assertThat(cost.fees()).isEqualTo(Money.of("14", "USD"));
        assertThat(cost.total()).isEqualTo(Money.of("87", "USD"));
        assertThat(cost.totalBp()).isCloseTo(87, within(1e-9));
        assertThat(cost.againstArrival().orElseThrow()).isCloseTo(0.02, within(1e-12));
        assertThat(cost.againstInterval().orElseThrow()).isCloseTo(10.07 - 10.055, within(1e-12));
        assertThat(cost.againstMarket()).isEmpty();
    }

    /** CFA Program curriculum, level III: three sales with effective spreads of 0.11, 0.02 and 0. */
    @Test
    void theTextbooksEffectiveSpreadsOfThreeSales() {
        RecordedMarket market = market(10.035, 9.93, 9.91);
        ExecutedOrder order = new ExecutedOrder(
                order(Side.SELL, "300"),
                "seller",
                minute(0),
                minute(0),
                minute(2),
                List.of(
                        fill("1", Side.SELL, "100", "9.98", "0", minute(0)),
                        fill("2", Side.SELL, "100", "9.92", "0", minute(1)),
                        fill("3", Side.SELL, "100", "9.91", "0", minute(2))));
        TransactionCostAnalysis analysis = TransactionCostAnalysis.of(List.of(order), market, List.of());

        double[] spreads = analysis.fills().stream()
                .mapToDouble(one -> one.effectiveSpread().orElseThrow())
                .toArray();
        assertThat(spreads).containsExactly(new double[] {0.11, 0.02, 0.0}, within(1e-12));
        assertThat(analysis.byVenue().get(0).effectiveSpread().orElseThrow()).isCloseTo(0.13 / 3, within(1e-12));
    }

    /** The definition by the two portfolios, as second path: paper gains less real gains. */
    @Property(tries = 300)
    void thePartsAreExactlyPaperLessReality(@ForAll @LongRange(min = 1, max = 1000000) long seed) {
        Random random = new Random(seed);
        double[] middles = random.doubles(10, 95, 105)
                .map(x -> Math.round(x * 1000) / 1000.0)
                .toArray();
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        List<ExecutedFill> fills = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < random.nextInt(5); i++) {
            int face = 1000 * (1 + random.nextInt(50));
            filled += face;
            fills.add(fill(
                    "F" + i,
                    side,
                    Integer.toString(face),
                    BigDecimal.valueOf(Math.round(95000 + 10000 * random.nextDouble()), 3)
                            .toPlainString(),
                    BigDecimal.valueOf(random.nextInt(10000), 2).toPlainString(),
                    minute(3 + i)));
        }
        BigDecimal ordered = BigDecimal.valueOf(filled + 1000L * (1 + random.nextInt(20)));
        ExecutedOrder order =
                new ExecutedOrder(order(side, ordered.toPlainString()), "s", minute(0), minute(2), minute(9), fills);
        OrderCost cost = TransactionCostAnalysis.of(List.of(order), market(middles), List.of())
                .orders()
                .get(0);

        BigDecimal end = BigDecimal.valueOf(middles[9]);
        BigDecimal sign = BigDecimal.valueOf(side.sign());
        BigDecimal paper = sign.multiply(ordered).multiply(end.subtract(BigDecimal.valueOf(middles[0])));
        BigDecimal real = BigDecimal.ZERO;
        for (ExecutedFill fill : fills) {
            real = real.add(sign.multiply(fill.face()).multiply(end.subtract(fill.cleanPrice())))
                    .subtract(fill.fees().amount().movePointRight(2));
        }
        assertThat(cost.total().amount())
                .isEqualByComparingTo(paper.subtract(real).movePointLeft(2));
    }

    @Test
    void markoutsSayWhatHappenedAfterwards() {
        RecordedMarket market = market(100, 100.1, 99.9, 99.5);
        ExecutedOrder order = new ExecutedOrder(
                order(Side.BUY, "1000"),
                "s",
                minute(0),
                minute(0),
                minute(1),
                List.of(fill("1", Side.BUY, "1000", "100.15", "0", minute(1))));
        FillQuality quality = TransactionCostAnalysis.of(
                        List.of(order),
                        market,
                        List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3)))
                .fills()
                .get(0);

        assertThat(quality.effectiveSpread().orElseThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(quality.realisedSpread().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(quality.markouts().get(0).orElseThrow()).isCloseTo(-0.25, within(1e-12));
        assertThat(quality.markouts().get(1).orElseThrow()).isCloseTo(-0.65, within(1e-12));
        assertThat(quality.markouts().get(2)).isEmpty(); // the record ends before
    }

    @Test
    void tablesGoByStrategyVenueAndDealer() {
        RecordedMarket market = RecordedMarket.builder()
                .middle("BOND", minute(0), 100)
                .trade("BOND", minute(0), 100.02, 1000)
                .trade("BOND", minute(1), 100.06, 3000)
                .middle("BOND", minute(5), 100)
                .build();
        ExecutedOrder carry = new ExecutedOrder(
                order(Side.BUY, "4000"),
                "carry",
                minute(0),
                minute(0),
                minute(2),
                List.of(
                        fill("1", Side.BUY, "1000", "100.02", "1", minute(1), "rfq", "Dealer A"),
                        fill("2", Side.BUY, "3000", "100.04", "2", minute(1), "rfq", "Dealer B")));
        ExecutedOrder fly = new ExecutedOrder(
                order(Side.SELL, "1000"),
                "fly",
                minute(0),
                minute(0),
                minute(2),
                List.of(fill("3", Side.SELL, "1000", "99.99", "0.5", minute(1))));
        TransactionCostAnalysis analysis =
                TransactionCostAnalysis.of(List.of(fly, carry), market, List.of(Duration.ofMinutes(1)));

        assertThat(analysis.byStrategy()).extracting(CostSummary::strategy).containsExactly("carry", "fly");
        CostSummary summary = analysis.byStrategy().get(0);
        assertThat(summary.trading()).isEqualTo(Money.of("1.4", "USD"));
        assertThat(summary.total()).isEqualTo(Money.of("4.4", "USD"));
        assertThat(summary.totalBp()).isCloseTo(11, within(1e-9));
        assertThat(summary.filled()).isEqualTo(1);
        assertThat(analysis.byVenue()).extracting(QualitySummary::name).containsExactly("book", "rfq");
        assertThat(analysis.byVenue().get(1).effectiveSpread().orElseThrow()).isCloseTo(0.07, within(1e-9));
        assertThat(analysis.byDealer()).extracting(QualitySummary::name).containsExactly("", "Dealer A", "Dealer B");
        assertThat(analysis.orders().get(1).againstMarket().orElseThrow()).isCloseTo(100.035 - 100.05, within(1e-9));
        assertThat(analysis.toText())
                .contains("Dealer B")
                .contains("(none)")
                .contains("+1m")
                .contains("11.0000");
        assertThat(analysis.toString().lines()).hasSize(12);
    }

    @Test
    void theMiddleIsKnownFromTheFirstRecordToTheLast() {
        RecordedMarket market = market(100, 101, 103);

        assertThat(market.middle("BOND", minute(0).minusNanos(1))).isEmpty();
        assertThat(market.middle("BOND", minute(2).minusNanos(1))).contains(new BigDecimal("101.0"));
        assertThat(market.middle("BOND", minute(2))).contains(new BigDecimal("103.0"));
        assertThat(market.middle("BOND", minute(2).plusNanos(1))).isEmpty();
        assertThat(market.middle("OTHER", minute(1))).isEmpty();
        assertThat(market.meanMiddle("BOND", minute(0).plusSeconds(30), minute(2))
                        .orElseThrow())
                .isCloseTo((100 * 30 + 101 * 60) / 90.0, within(1e-12));
        assertThat(market.meanMiddle("BOND", minute(1), minute(1))).isEmpty();
        assertThat(market.toString()).contains("middles of 1");
        RecordedMarket longer = RecordedMarket.builder()
                .middle("BOND", NINE, 100)
                .until(minute(5))
                .build();
        assertThat(longer.middle("BOND", minute(5))).isPresent();
        assertThat(longer.meanMiddle("BOND", minute(1), minute(5)).orElseThrow())
                .isEqualTo(100);
        assertThat(longer.middle("BOND", minute(5).plusNanos(1))).isEmpty();
    }

    @Test
    void withoutAMarketThereIsNoAnalysis() {
        ExecutedOrder order =
                new ExecutedOrder(order(Side.BUY, "1000"), "s", minute(0), minute(0), minute(5), List.of());

        assertThatThrownBy(() -> TransactionCostAnalysis.of(List.of(order), market(), List.of()))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("decision of order O-1");
        assertThatThrownBy(() -> TransactionCostAnalysis.of(List.of(order), market(100, 100), List.of()))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("end of order O-1");
    }

    @Test
    void impossibleOrdersAreRefused() {
        Order order = order(Side.BUY, "1000");
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> new ExecutedOrder(order, " ", minute(0), minute(0), minute(0), List.of()));
        refused.add(() -> new ExecutedOrder(order, "s", minute(1), minute(0), minute(2), List.of()));
        refused.add(() -> new ExecutedOrder(order, "s", minute(0), minute(2), minute(1), List.of()));
        refused.add(() -> new ExecutedOrder(
                order,
                "s",
                minute(0),
                minute(0),
                minute(1),
                List.of(new ExecutedFill(
                        "1", NINE, BigDecimal.ONE, BigDecimal.ONE, Money.of("1", "EUR"), "book", ""))));
        refused.add(
                () -> new ExecutedFill("1", NINE, BigDecimal.ZERO, BigDecimal.ONE, Money.of("1", "USD"), "book", ""));
        refused.add(
                () -> new ExecutedFill("1", NINE, BigDecimal.ONE, BigDecimal.ZERO, Money.of("1", "USD"), "book", ""));
        refused.add(
                () -> new ExecutedFill("1", NINE, BigDecimal.ONE, BigDecimal.ONE, Money.of("-1", "USD"), "book", ""));
        refused.add(() -> new ExecutedOrder(
                order, "s", minute(0), minute(0), minute(1), List.of(fill("1", Side.BUY, "1001", "1", "0", NINE))));
        refused.add(() -> fill("1", Side.BUY, "1", "1", "0", NINE, " ", ""));
        refused.add(() -> RecordedMarket.builder().middle("B", NINE, 0));
        refused.add(() -> RecordedMarket.builder().middle("B", NINE, Double.NaN));
        refused.add(() -> RecordedMarket.builder().middle("B", minute(1), 1).middle("B", NINE, 1));
        refused.add(() -> RecordedMarket.builder().trade("B", NINE, 1, 0));
        refused.add(() -> TransactionCostAnalysis.of(List.of(), market(), List.of(Duration.ZERO)));
        refused.add(() ->
                TransactionCostAnalysis.of(List.of(), market(), List.of(Duration.ofMinutes(2), Duration.ofMinutes(1))));

        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));
    }
}
