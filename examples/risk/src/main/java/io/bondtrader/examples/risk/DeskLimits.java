package io.bondtrader.examples.risk;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.risk.limit.Decision;
import io.bondtrader.risk.limit.ExposureKind;
import io.bondtrader.risk.limit.Limit;
import io.bondtrader.risk.limit.LimitAction;
import io.bondtrader.risk.limit.LimitEngine;
import io.bondtrader.risk.limit.LimitMeasure;
import io.bondtrader.risk.limit.LimitSet;
import io.bondtrader.risk.limit.LimitUniverse;
import io.bondtrader.risk.limit.Netting;
import io.bondtrader.risk.report.RiskReport;
import io.bondtrader.risk.report.RiskSections;
import io.bondtrader.risk.sensitivity.BookRisk;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.stress.ReverseAnswer;
import io.bondtrader.risk.stress.ReverseStress;
import io.bondtrader.risk.stress.StressResult;
import io.bondtrader.risk.stress.StressTest;
import io.bondtrader.risk.stress.VerifiedStress;
import io.bondtrader.risk.var.FactorMapping;
import io.bondtrader.risk.var.PnlVectors;
import io.bondtrader.risk.var.ScenarioBook;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What the book loses in episodes and prescribed shocks, what would have to happen for a loss, and orders against limits. */
final class DeskLimits {

    private static final BigDecimal UNIT = new BigDecimal("1000000");
    private static final BigDecimal LOT = new BigDecimal("1000");

    private DeskLimits() {}

    static void write(PrintStream out, Risk.Options options, ParYieldHistory yields, List<Position> positions) {
        Parallelism parallelism = Parallelism.commonPool();
        ValuedBook book = Risk.value(yields, positions);
        StressTest test = StressTest.of(book);
        List<StressResult> results = DeskReport.stress(test, yields, parallelism);
        out.printf(Locale.ROOT, "%d positions worth %,.0f USD%n%n", book.size(), book.marketValue());
        for (StressResult result : results) {
            out.printf(Locale.ROOT, "%-36s %,18.0f%n", result.scenario().name(), result.total());
        }
        StressResult parallel = results.get(results.size() - 6);
        out.println("confirmed by a second path: "
                + VerifiedStress.of(test, Verifier.flagging()).total(parallel.scenario()));
        FactorMoves moves = Risk.moves(yields, parallelism);
        reverse(out, book, moves, parallelism);

        LimitEngine engine = engine(book, moves, test, parallel, parallelism);
        trade(out, engine, positions);
        out.println();
        engine.utilisations().forEach(out::println);

        LocalDate day = yields.dates().get(yields.dates().size() - 1);
        RiskReport report = RiskReport.builder("Limits and stress of a book of Treasuries", day)
                .subtitle(String.format(Locale.ROOT, "%d positions worth %,.0f USD", book.size(), book.marketValue()))
                .add(RiskSections.limits(engine.utilisations()))
                .add(RiskSections.stress(results, "USD"))
                .add(RiskSections.stressBy(parallel, Dimension.TENOR, "USD"))
                .build();
        DeskReport.write(options.out().resolve("limits.html"), report.toHtml());
        DeskReport.write(options.out().resolve("limits.json"), report.toJson());
        out.println();
        out.println("wrote " + options.out().resolve("limits.html") + " (open in a browser) and "
                + options.out().resolve("limits.json"));
    }

    private static void reverse(PrintStream out, ValuedBook book, FactorMoves moves, Parallelism parallelism) {
        ReverseStress reverse = ReverseStress.of(book, parallelism);
        double wanted = 0.05 * book.marketValue();
        ReverseAnswer rise = reverse.along(CurveScenario.parallel(1e-4), wanted, 1_000);
        ReverseAnswer likely = reverse.mostLikely(
                CurveFactors.standard(),
                CovarianceEstimator.aroundZero().estimate(moves).covariance(),
                wanted,
                100);
        out.printf(Locale.ROOT, "%nfor a loss of 5 %%, %,.0f USD:%n  %s%n  %s%n%n", wanted, rise, likely);
    }

    private static LimitEngine engine(
            ValuedBook book, FactorMoves moves, StressTest test, StressResult parallel, Parallelism parallelism) {
        List<Position> units = book.positions().stream()
                .map(held -> new Position(held.security(), held.book(), held.trader(), UNIT))
                .toList();
        ValuedBook million = ValuedBook.of(units, book.market());
        PnlVectors vectors = ScenarioBook.of(million, FactorMapping.ofCurve("USD", CurveFactors.standard()))
                .revalue(moves.last(Math.min(500, moves.size())), parallelism);
        BookRisk risk = BookRisk.of(book);
        LimitUniverse universe = LimitUniverse.builder(risk)
                .history(vectors, UNIT.doubleValue())
                .stress("up 200 bp", test.pnlPer100(parallel.scenario(), parallelism))
                .lot(LOT)
                .build();
        double dv01 = risk.totals().dv01();
        double loss = -parallel.total();
        LimitSet limits = LimitSet.of(List.of(
                limit("dv01", LimitMeasure.dv01()).atMost(1.10 * dv01).build(),
                limit("dv01-10Y", new LimitMeasure.KeyRateDv01("10Y", Netting.NET))
                        .atMost(0.35 * dv01)
                        .build(),
                limit("gross", new LimitMeasure.Exposure(ExposureKind.MARKET_VALUE, Netting.GROSS))
                        .atMost(1.5 * book.marketValue())
                        .build(),
                limit("stress", new LimitMeasure.StressLoss("up 200 bp"))
                        .atMost(1.08 * loss)
                        .action(LimitAction.REDUCE)
                        .build(),
                limit("var", LimitMeasure.valueAtRisk(0.99))
                        .atMost(0.02 * book.marketValue())
                        .build(),
                limit("life", new LimitMeasure.WeightedMaturity())
                        .atMost(12)
                        .action(LimitAction.WARN)
                        .build(),
                limit("tenor-share", new LimitMeasure.Concentration(Dimension.TENOR, ExposureKind.MARKET_VALUE, true))
                        .atMost(0.6)
                        .build()));
        Instant now = book.market().settlement().atStartOfDay().toInstant(ZoneOffset.UTC);
        return LimitEngine.builder(limits, universe, () -> now)
                .positions(book.positions())
                .build();
    }

    private static Limit.Builder limit(String id, LimitMeasure measure) {
        return Limit.builder(id, measure).owner("market risk").agreed("rita", "carl");
    }

    /** Four orders for the longest bond and the shortest. */
    private static void trade(PrintStream out, LimitEngine engine, List<Position> positions) {
        Position longest = positions.get(positions.size() - 1);
        Position shortest = positions.get(0);
        submit(out, engine, "1", longest, Side.BUY, "1000000");
        submit(out, engine, "2", longest, Side.BUY, "500000000");
        submit(out, engine, "3", shortest, Side.BUY, "250500");
        submit(out, engine, "4", longest, Side.SELL, "500000");
    }

    private static void submit(PrintStream out, LimitEngine engine, String id, Position held, Side side, String face) {
        Order order = new Order(id, held.security(), held.book(), held.trader(), side, new BigDecimal(face));
        Decision decision = engine.submit(order);
        out.printf(
                Locale.ROOT,
                "order %s: %s %,d of %s: %s, largest face %,d%n",
                id,
                side.name().toLowerCase(Locale.ROOT),
                order.face().longValueExact(),
                held.security().id(),
                decision.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                decision.largestFace().longValue());
        decision.reasons().forEach(reason -> out.println("  " + reason));
        decision.bindingLimit().ifPresent(binding -> out.println("  binding: " + binding));
    }
}
