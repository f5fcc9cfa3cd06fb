package io.bondtrader.examples.risk;

import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.risk.factor.PrincipalComponents;
import io.bondtrader.risk.regulatory.IrrbbShocks;
import io.bondtrader.risk.report.RiskReport;
import io.bondtrader.risk.report.RiskSections;
import io.bondtrader.risk.sensitivity.BookRisk;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.stress.HistoricalEpisode;
import io.bondtrader.risk.stress.StressResult;
import io.bondtrader.risk.stress.StressScenario;
import io.bondtrader.risk.stress.StressTest;
import io.bondtrader.risk.var.BackTest;
import io.bondtrader.risk.var.FactorMapping;
import io.bondtrader.risk.var.MonteCarlo;
import io.bondtrader.risk.var.PnlVectors;
import io.bondtrader.risk.var.QuantileConvention;
import io.bondtrader.risk.var.RiskModel;
import io.bondtrader.risk.var.ScenarioBook;
import io.bondtrader.risk.var.TailContributions;
import io.bondtrader.risk.var.TailRisk;
import io.bondtrader.risk.var.VerifiedTailRisk;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Value at risk of the book by several models, its parts, and how the historical one has fared. */
final class DeskReport {

    private static final int PATHS = 100_000;
    private static final long SEED = 20260317;

    private DeskReport() {}

    static void write(PrintStream out, Risk.Options options, ParYieldHistory yields, List<Position> positions) {
        Parallelism parallelism = Parallelism.commonPool();
        ValuedBook valued = Risk.value(yields, positions);
        FactorMoves moves = Risk.moves(yields, parallelism);
        ScenarioBook book = ScenarioBook.of(valued, FactorMapping.ofCurve("USD", CurveFactors.standard()));
        LocalDate day = yields.dates().get(yields.dates().size() - 1);

        PnlVectors pnl = book.revalue(moves, parallelism);
        TailContributions byTenor = pnl.groupedBy(name -> valued.groupOf(pnl.indexOf(name), Dimension.TENOR))
                .contributions(options.confidence(), QuantileConvention.COHERENT);
        Verified confirmed = VerifiedTailRisk.of(pnl, Verifier.flagging())
                .valueAtRisk(options.confidence(), QuantileConvention.LINEAR);
        Map<String, TailRisk> figures = figures(book, moves, options.confidence(), parallelism);
        BackTest backTest = BackTest.rolling(
                book,
                moves,
                options.window(),
                RiskModel.historical(QuantileConvention.LINEAR),
                options.confidence(),
                parallelism);
        BookRisk risk = BookRisk.of(valued);
        PrincipalComponents components = PrincipalComponents.of(
                CovarianceEstimator.aroundZero().estimate(moves).covariance());

        List<StressResult> stressed = stress(StressTest.of(valued), yields, parallelism);
        StressResult worst = stressed.stream()
                .min(Comparator.comparingDouble(StressResult::total))
                .orElseThrow();

        RiskReport report = RiskReport.builder("Risk of a book of Treasuries", day)
                .subtitle(String.format(
                        Locale.ROOT, "%d positions worth %,.0f USD", positions.size(), valued.marketValue()))
                .add(RiskSections.valueAtRisk(figures, "USD"))
                .add(RiskSections.contributions(byTenor, "USD"))
                .add(RiskSections.backTest(backTest, "USD"))
                .add(RiskSections.stress(stressed, "USD"))
                .add(RiskSections.stressBy(worst, Dimension.TENOR, "USD"))
                .add(RiskSections.keyRates(risk.totals(), risk.keyTenors(), "USD"))
                .add(RiskSections.components(components, 3))
                .build();

        out.printf(Locale.ROOT, "%s, %s%n%n", report.title(), report.subtitle());
        figures.forEach((name, figure) -> out.println(name + ": " + figure));
        out.println();
        out.println("confirmed by a second path: " + confirmed);
        out.println(components);
        out.println(backTest);
        write(options.out().resolve("risk.html"), report.toHtml());
        write(options.out().resolve("risk.json"), report.toJson());
        out.println("wrote " + options.out().resolve("risk.html") + " (open in a browser) and "
                + options.out().resolve("risk.json"));
    }

    /** The episodes that the yields cover, then the six prescribed shocks. */
    static List<StressResult> stress(StressTest test, ParYieldHistory yields, Parallelism parallelism) {
        List<StressScenario> scenarios =
                new ArrayList<>(HistoricalEpisode.scenarios(HistoricalEpisode.treasury(), yields));
        scenarios.addAll(StressScenario.irrbb(
                IrrbbShocks.basel2016(), List.of(test.book().market().reportingCurrency())));
        return test.run(scenarios, parallelism);
    }

    private static Map<String, TailRisk> figures(
            ScenarioBook book, FactorMoves moves, double confidence, Parallelism parallelism) {
        Map<String, TailRisk> figures = new LinkedHashMap<>();
        Models.all().forEach((name, model) -> figures.put(name, model.estimate(book, moves, confidence, parallelism)));
        figures.put(
                "Monte Carlo",
                MonteCarlo.paths(PATHS, SEED)
                        .sampling(MonteCarlo.Sampling.SOBOL)
                        .principalComponents(0)
                        .build()
                        .simulate(
                                book.groupedBy(name -> "book"),
                                CovarianceEstimator.aroundZero().estimate(moves).covariance(),
                                parallelism)
                        .risk(confidence, QuantileConvention.COHERENT));
        return figures;
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
