package io.bondtrader.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.var.PnlVectors;
import io.bondtrader.risk.var.QuantileConvention;
import io.bondtrader.risk.var.TailRisk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of limits, whatever the positions, the measure and the order. */
final class LimitProperties {

    private static final LimitUniverse UNIVERSE = SampleDesk.universe(40, 250);

    private static LimitEngine engine(List<Limit> limits, List<Position> positions) {
        return LimitEngine.builder(LimitSet.of(limits), UNIVERSE, () -> SampleDesk.NOW)
                .provider("capital", () -> 50e6)
                .provider("drawdown", () -> 100_000)
                .positions(positions)
                .build();
    }

    @Provide
    Arbitrary<LimitMeasure> measures() {
        return Arbitraries.of(SampleDesk.measures());
    }

    /** A threshold about what the measure is, so that orders meet it. */
    private static Limit tight(LimitMeasure measure, List<Position> positions, double factor) {
        LimitEngine loose =
                engine(List.of(SampleDesk.limit("limit", measure).atMost(1e18).build()), positions);
        double now = Math.abs(loose.utilisations().get(0).value());
        return SampleDesk.limit("limit", measure)
                .atMost(Math.max(0, now * factor))
                .build();
    }

    @Property(tries = 400, seed = "20250714")
    void theLargestSizePassesAndOneLotMoreDoesNot(
            @ForAll("measures") LimitMeasure measure,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.5, max = 1.5) double factor,
            @ForAll @IntRange(min = 0, max = 39) int security,
            @ForAll Side side) {
        List<Position> positions = SampleDesk.positions(30, 40, seed);
        LimitEngine engine = engine(List.of(tight(measure, positions, factor)), positions);

        Decision decision = engine.check(SampleDesk.order("a", security, side, 500_000_000));

        if (decision instanceof Decision.Rejected) {
            long largest = decision.largestFace().longValueExact();
            assertThat(largest % 1_000).isZero();
            if (largest > 0) {
                assertThat(engine.check(SampleDesk.order("b", security, side, largest))
                                .isAccepted())
                        .isTrue();
            }
            assertThat(engine.check(SampleDesk.order("c", security, side, largest + 1_000))
                            .isAccepted())
                    .isFalse();
        }
    }

    @Property(tries = 300, seed = "20250714")
    void theLargestSizeOfAnExposureIsItsClosedForm(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 10, max = 1_000_000) double room,
            @ForAll @IntRange(min = 0, max = 39) int security,
            @ForAll ExposureKind kind) {
        List<Position> positions = SampleDesk.positions(10, 40, seed);
        LimitMeasure net = new LimitMeasure.Exposure(kind, Netting.NET);
        double now = engine(List.of(SampleDesk.limit("l", net).atMost(1e18).build()), positions)
                .utilisations()
                .get(0)
                .value();
        double threshold = Math.abs(now) + room;
        double unit = SampleDesk.instrument(security, 0).exposure(kind);

        BigDecimal largest = engine(
                        List.of(SampleDesk.limit("l", net).atMost(threshold).build()), positions)
                .largestFace(SampleDesk.order("a", security, Side.BUY, 1_000))
                .orElseThrow();

        double exact = (threshold - now) / (unit * 1_000);
        boolean onTheEdge = Math.abs(exact - Math.rint(exact)) < 1e-6; // where rounding decides
        assertThat(largest.doubleValue() / 1_000).isCloseTo(Math.floor(exact), within(onTheEdge ? 1.0 : 0.0));
    }

    @Property(tries = 150, seed = "20250714")
    void sumsKeptUpToDateAreThoseFromScratch(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 1, max = 30) int orders) {
        List<Limit> limits = new ArrayList<>();
        for (LimitMeasure measure : SampleDesk.measures()) {
            limits.add(SampleDesk.limit("all " + limits.size(), measure)
                    .atMost(1e18)
                    .build());
            limits.add(SampleDesk.limit("part " + limits.size(), measure)
                    .scope(Scope.of(Dimension.DESK, "rates").and(Scope.of(Dimension.SECTOR, "government", "financial")))
                    .atMost(1e18)
                    .build());
        }
        LimitEngine engine = engine(limits, SampleDesk.positions(20, 40, seed));
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < orders; k++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            Order order = SampleDesk.order("o" + k, random.nextInt(40), side, 1_000L * random.nextInt(1, 900));
            assertThat(engine.submit(order).isAccepted()).isTrue();
            switch (random.nextInt(3)) {
                case 0 -> engine.fill(order.id(), order.face());
                case 1 -> {
                    engine.fill(order.id(), new BigDecimal("250"));
                    engine.cancel(order.id());
                }
                default -> {} // keeps working
            }
        }

        VerifiedLimits verified = VerifiedLimits.of(engine, Verifier.flagging());
        for (Limit limit : limits) {
            assertThat(verified.value(limit.id()).isAgreed())
                    .as("%s: %s", limit, verified.value(limit.id()))
                    .isTrue();
        }
        engine.workingOrders().forEach(order -> engine.cancel(order.order().id()));
        for (Utilisation used : engine.utilisations()) {
            assertThat(used.withWorkingOrders()).isCloseTo(used.value(), within(1e-6 + 1e-9 * Math.abs(used.value())));
        }
    }

    @Property(tries = 200, seed = "20250714")
    void aWiderLimitNeverLetsLessPass(
            @ForAll("measures") LimitMeasure measure,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 1, max = 2) double factor,
            @ForAll @IntRange(min = 0, max = 39) int security,
            @ForAll Side side) {
        List<Position> positions = SampleDesk.positions(30, 40, seed);
        Order order = SampleDesk.order("a", security, side, 3_000_000);

        boolean narrow = engine(List.of(tight(measure, positions, factor)), positions)
                .check(order)
                .isAccepted();
        boolean wide = engine(List.of(tight(measure, positions, 1.1 * factor)), positions)
                .check(order)
                .isAccepted();

        assertThat(wide || !narrow).isTrue();
    }

    @Property(tries = 200, seed = "20250714")
    void acceptedOrdersNeverTakeAMeasureBeyondItsLimit(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0.3, max = 1.5) double factor) {
        List<Limit> limits = List.of(
                SampleDesk.limit("gross", LimitMeasure.grossNotional())
                        .atMost(20e6 * factor)
                        .build(),
                SampleDesk.limit("dv01", LimitMeasure.dv01())
                        .atMost(4_000 * factor)
                        .build(),
                SampleDesk.limit("worst", new LimitMeasure.WorstStressLoss())
                        .atMost(9e5 * factor)
                        .build());
        LimitEngine engine = engine(limits, List.of());
        SplittableRandom random = new SplittableRandom(seed);

        for (int k = 0; k < 60; k++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            Decision decision = engine.submit(
                    SampleDesk.order("o" + k, random.nextInt(40), side, 1_000L * random.nextInt(1, 3_000)));
            if (decision.isAccepted() && random.nextInt(3) == 0) {
                engine.fill("o" + k, new BigDecimal("1000"));
            }
        }

        for (Utilisation used : engine.utilisations()) {
            assertThat(used.utilisation()).isLessThanOrEqualTo(1 + 1e-9);
        }
        for (WorkingOrder working : engine.workingOrders()) {
            engine.fill(working.order().id(), working.open());
        }
        assertThat(engine.monitor()).isEmpty();
    }

    @Property(tries = 300, seed = "20250714")
    void aTailIsReadAsTheSortedVectorsReadIt(
            @ForAll @IntRange(min = 2, max = 700) int scenarios,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence,
            @ForAll QuantileConvention convention,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] pnl = new double[scenarios];
        for (int k = 0; k < scenarios; k++) {
            pnl[k] = Math.rint(200 * random.nextGaussian()) / 10; // with ties
        }
        List<String> names =
                IntStream.range(0, scenarios).mapToObj(Integer::toString).toList();
        TailRisk sorted = PnlVectors.of("made up", List.of("book"), names, new double[][] {pnl})
                .risk(confidence, convention);
        double[] losses = java.util.Arrays.stream(pnl).map(x -> -x).toArray();

        double var = TailReader.valueAtRisk(scenarios, confidence, convention).read(losses.clone());
        double shortfall =
                TailReader.expectedShortfall(scenarios, confidence, convention).read(losses.clone());

        assertThat(var).isCloseTo(sorted.valueAtRisk(), within(1e-9));
        assertThat(shortfall).isCloseTo(sorted.expectedShortfall(), within(1e-9));
    }
}
