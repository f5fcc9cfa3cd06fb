package io.bondtrader.examples.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.distributed.PartitionedWork;
import io.bondtrader.risk.distributed.WorkEngine;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.CovarianceRepair;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.Overlap;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.risk.factor.PrincipalComponents;
import io.bondtrader.risk.factor.ReturnKind;
import io.bondtrader.risk.report.RiskReport;
import io.bondtrader.risk.report.RiskSections;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.var.BackTest;
import io.bondtrader.risk.var.FactorMapping;
import io.bondtrader.risk.var.MonteCarlo;
import io.bondtrader.risk.var.PnlVectors;
import io.bondtrader.risk.var.QuantileConvention;
import io.bondtrader.risk.var.RiskModel;
import io.bondtrader.risk.var.ScenarioBook;
import io.bondtrader.risk.var.TailContributions;
import io.bondtrader.risk.var.TailRisk;
import io.bondtrader.risk.var.TrafficLight;
import io.bondtrader.risk.var.VerifiedTailRisk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code on the pages about risk. */
final class RiskPagesSampleTest {

    private static final Parallelism parallelism = Parallelism.commonPool();

    private static ParYieldHistory history() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Risk.class.getResourceAsStream("par-yields.csv")), StandardCharsets.UTF_8))) {
            return ParYieldHistory.parse(lines).between(LocalDate.of(2022, 7, 1), LocalDate.of(2025, 7, 11));
        }
    }

    @Test
    void valueAtRiskFromRealCurves(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("par-yields.csv");
        Files.copy(
                Objects.requireNonNull(Risk.class.getResourceAsStream("par-yields.csv")),
                file,
                StandardCopyOption.REPLACE_EXISTING);
        List<Position> positions = TreasuryBook.sample();
        LocalDate settlement = LocalDate.of(2025, 7, 14);

        ParYieldHistory yields = ParYieldHistory.read(file); // date,1M,…,30Y in per cent
        FactorMoves moves =
                yields.zeroRates(CurveFactors.standardTenors(), parallelism).moves(ReturnKind.ABSOLUTE);
        ValuedBook valued = ValuedBook.of(positions, RiskMarket.of(settlement, "USD", yields.latestCurve()));
        ScenarioBook book = ScenarioBook.of(valued, FactorMapping.ofCurve("USD", CurveFactors.standard()));

        PnlVectors pnl = book.revalue(moves, parallelism); // every bond under every move
        TailRisk risk = pnl.risk(0.99, QuantileConvention.LINEAR);
        Verified confirmed = VerifiedTailRisk.of(pnl, Verifier.flagging()).valueAtRisk(0.99, QuantileConvention.LINEAR);

        assertThat(risk.valueAtRisk()).isPositive();
        assertThat(confirmed.isAgreed()).isTrue();
    }

    @Test
    void whatMakesItUpAndWhatATradeWouldDo() throws IOException {
        ParYieldHistory yields = history();
        FactorMoves moves =
                yields.zeroRates(CurveFactors.standardTenors(), parallelism).moves(ReturnKind.ABSOLUTE);
        ValuedBook valued = Risk.value(yields, TreasuryBook.sample());
        ScenarioBook book = ScenarioBook.of(valued, FactorMapping.ofCurve("USD", CurveFactors.standard()));
        PnlVectors pnl = book.revalue(moves, parallelism);
        String position = pnl.positions().get(0);

        TailContributions parts = pnl.contributions(0.975, QuantileConvention.COHERENT);
        TailRisk without = pnl.without(Set.of(position)).risk(0.975, QuantileConvention.COHERENT);
        TailRisk fading = pnl.ageWeighted(0.99).risk(0.99, QuantileConvention.COHERENT);

        assertThat(parts.parts()).hasSize(40);
        assertThat(without.expectedShortfall()).isPositive();
        assertThat(fading.valueAtRisk()).isPositive();
    }

    @Test
    void horizonsCovariancesAndSimulation() throws IOException {
        ParYieldHistory yields = history();
        ValuedBook valued = Risk.value(yields, TreasuryBook.sample());
        ScenarioBook book = ScenarioBook.of(valued, FactorMapping.ofCurve("USD", CurveFactors.standard()));
        var zeroRates = yields.zeroRates(CurveFactors.standardTenors(), parallelism);

        FactorMoves tenDays = zeroRates.moves(ReturnKind.ABSOLUTE, 10, Overlap.DISJOINT);
        FactorMoves scaled = zeroRates.moves(ReturnKind.ABSOLUTE).scaledBySquareRootOfTime(10); // only where asked

        Covariance covariance = CovarianceEstimator.ledoitWolf()
                .estimate(zeroRates.moves(ReturnKind.ABSOLUTE))
                .covariance();
        PrincipalComponents directions = PrincipalComponents.of(covariance); // level 77.5% slope 12.9% curvature 4.9%

        PnlVectors paths = MonteCarlo.paths(20_000, 42)
                .studentT(4)
                .principalComponents(3)
                .sampling(MonteCarlo.Sampling.SOBOL)
                .build()
                .simulate(book.groupedBy(bond -> "book"), covariance, parallelism);

        assertThat(tenDays.size()).isLessThan(scaled.size());
        assertThat(directions.shape(0)).isEqualTo("level");
        assertThat(paths.scenarios()).hasSize(20_000);
    }

    @Test
    void aMatrixIsRepairedOnRequest() {
        Covariance doubtful =
                Covariance.of(List.of("a", "b", "c"), new double[][] {{1, 0.9, 0}, {0.9, 1, 0.9}, {0, 0.9, 1}});

        CovarianceRepair repair = CovarianceRepair.of(doubtful, CovarianceRepair.Method.NEAREST_CORRELATION);
        Covariance repaired = repair.after(); // repair.distance(), repair.largestCorrelationChange() say what it cost

        assertThat(repaired.isPositiveSemidefinite()).isTrue();
    }

    @Test
    void promisesAreHeldAgainstWhatHappened() throws IOException {
        ParYieldHistory yields = history();
        FactorMoves moves =
                yields.zeroRates(CurveFactors.standardTenors(), parallelism).moves(ReturnKind.ABSOLUTE);
        ScenarioBook book = ScenarioBook.of(
                Risk.value(yields, TreasuryBook.sample()), FactorMapping.ofCurve("USD", CurveFactors.standard()));

        BackTest test =
                BackTest.rolling(book, moves, 250, RiskModel.historical(QuantileConvention.LINEAR), 0.99, parallelism);
        double kupiec = test.coverage().unconditionalProbability();
        TrafficLight light = test.trafficLight(250);
        RiskReport report = RiskReport.builder("Rates desk", LocalDate.of(2025, 7, 11))
                .add(RiskSections.valueAtRisk(
                        Map.of("historical", book.revalue(moves, parallelism).risk(0.99, QuantileConvention.LINEAR)),
                        "USD"))
                .add(RiskSections.backTest(test, "USD"))
                .build();
        String page = report.toHtml(); // or report.toJson()

        assertThat(kupiec).isBetween(0.0, 1.0);
        assertThat(light.days()).isEqualTo(250);
        assertThat(page).contains("<svg");
    }

    @Test
    void workFallsIntoPartitions() {
        WorkEngine engine = WorkEngine.onThreads(parallelism); // or one's own, over a cluster
        List<Double> sums = engine.run(
                new PartitionedWork<>("sums", 8, partition -> (double) PartitionedWork.seedOf(42, partition)));

        assertThat(sums).hasSize(8);
    }
}
