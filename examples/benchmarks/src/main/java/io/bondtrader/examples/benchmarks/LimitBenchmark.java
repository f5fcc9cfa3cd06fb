package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.limit.Decision;
import io.bondtrader.risk.limit.ExposureKind;
import io.bondtrader.risk.limit.InstrumentRisk;
import io.bondtrader.risk.limit.Limit;
import io.bondtrader.risk.limit.LimitEngine;
import io.bondtrader.risk.limit.LimitMeasure;
import io.bondtrader.risk.limit.LimitSet;
import io.bondtrader.risk.limit.LimitUniverse;
import io.bondtrader.risk.limit.Netting;
import io.bondtrader.risk.sensitivity.BookRisk;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.SecurityRisk;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.var.QuantileConvention;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One order against 50 limits on a book of 10,000 positions in 2,000 bonds: exposures, key rates, eight value-at-risk and
 * shortfall limits from 500 days, stress losses, concentrations, tenor, liquidity and leverage. The claim under test: at most
 * 20 microseconds for an order that passes all of them, without valuing anything again.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LimitBenchmark {

    private static final int BONDS = 2_000;
    private static final int POSITIONS = 10_000;
    private static final int DAYS = 500;
    private static final LocalDate SETTLEMENT = BenchmarkBonds.SETTLEMENT;
    private static final Instant NOW = SETTLEMENT.atStartOfDay().toInstant(ZoneOffset.UTC);

    private final List<TradingBook> books = new ArrayList<>();
    private LimitEngine engine = engine(List.of(), List.of(), LimitUniverse.of(List.of()));
    private Order passing = order(BookBenchmark.bonds(1).get(0), "1000");
    private Order refused = passing;

    /** Makes the book and its limits, which leave room for one order and not for the other; both are checked. */
    @Setup
    public void prepare() {
        for (int k = 0; k < 8; k++) {
            books.add(new TradingBook("house", "desk " + k % 4, "book " + k));
        }
        List<Bond> bonds = BookBenchmark.bonds(BONDS);
        List<Position> positions = positions(bonds);
        NodeCurve curve = NodeCurve.ofZeroRates(
                "curve",
                SETTLEMENT,
                List.of(SETTLEMENT.plusYears(1), SETTLEMENT.plusYears(10), SETTLEMENT.plusYears(50)),
                new double[] {0.03, 0.04, 0.045},
                Interpolators.LINEAR);
        BookRisk risk = BookRisk.of(ValuedBook.of(positions, RiskMarket.of(SETTLEMENT, "USD", curve)));
        LimitUniverse universe = universe(risk);
        engine = engine(limits(1e15, 1e15), positions, universe);
        double gross = engine.utilisations().stream()
                .filter(used -> used.limit().id().equals("00 gross"))
                .findFirst()
                .orElseThrow()
                .value();
        engine = engine(limits(1e15, gross + 5e6), positions, universe);
        passing = order(bonds.get(7), "1000000");
        refused = order(bonds.get(7), "9000000");
        Decision pass = engine.check(passing);
        if (pass.impacts().size() != 50
                || !pass.isAccepted()
                || engine.check(refused).isAccepted()) {
            throw new IllegalStateException(
                    "not the workload: " + pass.impacts().size() + " limits, " + pass);
        }
    }

    private static LimitEngine engine(List<Limit> limits, List<Position> positions, LimitUniverse universe) {
        return LimitEngine.builder(LimitSet.of(limits), universe, () -> NOW)
                .provider("capital", () -> 1e9)
                .positions(positions)
                .build();
    }

    private static Security security(int k, Bond bond) {
        return Security.of("B" + k, bond, "USD")
                .issuedBy("issuer " + k % 200, "country " + k % 20, "sector " + k % 11)
                .rated("rating " + k % 17);
    }

    private List<Position> positions(List<Bond> bonds) {
        SplittableRandom random = new SplittableRandom(4);
        List<Position> positions = new ArrayList<>(POSITIONS);
        for (int i = 0; i < POSITIONS; i++) {
            int k = i % BONDS;
            long face = 1_000L * random.nextInt(-500, 2_000);
            positions.add(new Position(
                    security(k, bonds.get(k)), books.get(i / BONDS), "trader " + i % 30, BigDecimal.valueOf(face)));
        }
        return positions;
    }

    private static LimitUniverse universe(BookRisk risk) {
        List<InstrumentRisk> instruments = new ArrayList<>();
        SplittableRandom own = new SplittableRandom(5);
        for (SecurityRisk security : risk.securities()) {
            SplittableRandom market = new SplittableRandom(6);
            double[] pnl = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                pnl[day] = -security.dv01() * (6 * market.nextGaussian() + 2 * own.nextGaussian());
            }
            instruments.add(InstrumentRisk.builder(security)
                    .history(pnl, 100)
                    .stressPnl("up", -2 * security.dv01())
                    .stressPnl("wide", -3 * security.cs01())
                    .dailyCapacity(5e6)
                    .lot(new BigDecimal("1000"))
                    .build());
        }
        return LimitUniverse.of(instruments);
    }

    private static List<Limit> limits(double wide, double gross) {
        List<LimitMeasure> measures = new ArrayList<>();
        measures.add(LimitMeasure.grossNotional());
        for (ExposureKind kind : ExposureKind.values()) {
            measures.add(new LimitMeasure.Exposure(kind, Netting.NET));
            measures.add(new LimitMeasure.Exposure(kind, Netting.GROSS));
        }
        for (String key : List.of("2Y", "5Y", "10Y", "30Y")) {
            measures.add(new LimitMeasure.KeyRateDv01(key, Netting.NET));
        }
        for (double confidence : new double[] {0.95, 0.975, 0.99, 0.995}) {
            measures.add(LimitMeasure.valueAtRisk(confidence));
            measures.add(new LimitMeasure.ExpectedShortfall(confidence, QuantileConvention.COHERENT));
        }
        measures.add(new LimitMeasure.StressLoss("up"));
        measures.add(new LimitMeasure.StressLoss("wide"));
        measures.add(new LimitMeasure.WorstStressLoss());
        for (Dimension by : List.of(Dimension.ISSUER, Dimension.COUNTRY, Dimension.SECTOR, Dimension.RATING)) {
            measures.add(new LimitMeasure.Concentration(by, ExposureKind.MARKET_VALUE, true));
            measures.add(new LimitMeasure.Concentration(by, ExposureKind.DV01, false));
        }
        measures.add(new LimitMeasure.MaximumMaturity());
        measures.add(new LimitMeasure.WeightedMaturity());
        measures.add(new LimitMeasure.DaysToLiquidate());
        measures.add(new LimitMeasure.IlliquidShare(5));
        measures.add(new LimitMeasure.Leverage("capital"));
        List<Limit> limits = new ArrayList<>();
        limits.add(limit("00 gross", measures.get(0), gross).build());
        for (LimitMeasure measure : measures.subList(1, measures.size())) {
            limits.add(limit("house " + limits.size(), measure, wide).build());
        }
        for (int k = 1; limits.size() < 50; k++) {
            boolean tail = measures.get(k) instanceof LimitMeasure.ValueAtRisk
                    || measures.get(k) instanceof LimitMeasure.ExpectedShortfall;
            if (!tail) {
                limits.add(limit("desk " + limits.size(), measures.get(k), wide)
                        .scope(io.bondtrader.risk.limit.Scope.of(Dimension.DESK, "desk 0"))
                        .build());
            }
        }
        return limits;
    }

    private static Limit.Builder limit(String id, LimitMeasure measure, double most) {
        return Limit.builder(id, measure).atMost(most).owner("risk").agreed("one", "another");
    }

    private static Order order(Bond bond, String face) {
        TradingBook book = new TradingBook("house", "desk 0", "book 0");
        return new Order("order", security(7, bond), book, "trader 7", Side.BUY, new BigDecimal(face));
    }

    /** An order that passes 50 limits. */
    @Benchmark
    public Decision passesFiftyLimits() {
        return engine.check(passing);
    }

    /** An order that one limit stops, with the search for the largest size that passes. */
    @Benchmark
    public Decision isToldItsLargestSize() {
        return engine.check(refused);
    }
}
