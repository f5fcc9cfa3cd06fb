package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.relativevalue.SpreadCost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The samples of docs/execution.md on schedules and costs. */
final class SchedulesAndCostsPageSampleTest {

    private static final Security TEN_YEARS = Security.of(
                    "T 4.25 11/34",
                    FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2024-11-15", "2034-11-15"),
                    "USD")
            .issuedBy("United States", "US", "treasury");

    @Test
    void anOrderIsCutIntoSlices() {
        Instant nine = Instant.parse("2025-03-03T14:00:00Z");
        Instant ten = Instant.parse("2025-03-03T15:00:00Z");
        BigDecimal face = new BigDecimal("50000000");
        BigDecimal lot = new BigDecimal("1000");

        ExecutionSchedule even = ExecutionSchedule.timeWeighted(face, lot, nine, ten, 12);
        VolumeCurve volume = VolumeCurve.of(
                List.of(nine, nine.plusSeconds(1200), nine.plusSeconds(2400)), new double[] {4e8, 1e8, 2e8});
        ExecutionSchedule inStep = ExecutionSchedule.volumeWeighted(face, lot, volume, 0.10);

        // Price per unit of face, time in hours: sigma, half spread, lasting and passing impact.
        var impact = new AlmgrenChriss(0.0008, 0.00008, 1e-13, 2e-12);
        AlmgrenChriss.Trajectory plan = impact.trajectory(50e6, 1, 12, 2e-5);
        ExecutionSchedule urgent = plan.schedule(face, lot, nine, ten);

        assertThat(even.slices()).hasSize(12);
        assertThat(inStep.unscheduled()).isEqualByComparingTo("0");
        assertThat(urgent.slices().get(0).face())
                .isGreaterThan(urgent.slices().get(11).face());
        assertThat(plan.expectedCost()).isPositive();
    }

    @Test
    void aTradeIsPricedBeforeItIsDone() {
        TransactionCostModel costs = CostTables.assumed(); // round numbers, not measured: bring your own
        var trade = new TradeToCost(TEN_YEARS, Side.BUY, new BigDecimal("20000000"), LocalDate.of(2025, 3, 3));
        TransactionCost cost = costs.cost(trade); // half spread, impact and fees per 100
        Money paid = cost.money(trade.face(), TEN_YEARS.currency());
        TransactionCostModel crisis = costs.times(5);

        // The same costs for signals net of them, and as quotes for a back-test on middles.
        LocalDate day = LocalDate.of(2025, 3, 3);
        Function<String, Security> bonds = id -> TEN_YEARS; // your own look-up
        SpreadCost spreads = (id, side) -> costs.cost(new TradeToCost(bonds.apply(id), side, BigDecimal.ONE, day))
                .halfSpread();
        Quote quote = costs.quote(TEN_YEARS, day, 99.50, 20_000_000, Instant.parse("2025-03-03T15:00:00Z"));

        assertThat(cost.halfSpread()).isEqualTo(0.016);
        assertThat(spreads.halfSpread(TEN_YEARS.id(), Side.BUY)).isEqualTo(0.016);
        assertThat(quote.ask()).isCloseTo(99.561, within(1e-9));
        assertThat(paid).isEqualTo(Money.of("12200", "USD"));
        assertThat(crisis.cost(trade).total()).isCloseTo(5 * cost.total(), within(1e-12));
    }

    @Test
    void whatItCostAddsUp() {
        Instant decided = Instant.parse("2025-03-03T14:00:00Z");
        var book = new TradingBook("firm", "desk", "rates");
        var order = new Order("O-7", TEN_YEARS, book, "trader", Side.BUY, new BigDecimal("1000000"));
        var execution = new Execution(
                "X-1",
                "O-7",
                TEN_YEARS,
                book,
                "trader",
                Side.BUY,
                new BigDecimal("700000"),
                new BigDecimal("99.53"),
                Money.of("0", "USD"),
                Money.of("20", "USD"),
                LocalDate.of(2025, 3, 4),
                decided.plusSeconds(90));

        RecordedMarket market = RecordedMarket.builder()
                .middle("T 4.25 11/34", decided, 99.50)
                .middle("T 4.25 11/34", decided.plusSeconds(60), 99.51)
                .middle("T 4.25 11/34", decided.plusSeconds(600), 99.56)
                .build();
        var done = new ExecutedOrder(
                order,
                "momentum",
                decided,
                decided.plusSeconds(60),
                decided.plusSeconds(600),
                List.of(ExecutedFill.of(execution, "rfq", "Dealer A")));
        var analysis = TransactionCostAnalysis.of(List.of(done), market, List.of(Duration.ofMinutes(5)));
        OrderCost cost = analysis.orders().get(0); // delay 70, trading 140, undone 180, fees 20: 410 USD
        String tables = analysis.toText(); // by strategy, venue and dealer

        assertThat(cost.delay()).isEqualTo(Money.of("70", "USD"));
        assertThat(cost.trading()).isEqualTo(Money.of("140", "USD"));
        assertThat(cost.opportunity()).isEqualTo(Money.of("180", "USD"));
        assertThat(cost.total()).isEqualTo(Money.of("410", "USD"));
        assertThat(tables).contains("momentum").contains("Dealer A");
    }
}
