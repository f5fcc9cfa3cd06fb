package io.bondtrader.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.credit.Rating;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.risk.limit.LimitUniverse;
import io.bondtrader.risk.limit.Scope;
import io.bondtrader.risk.regulatory.IrrbbShocks;
import io.bondtrader.risk.sensitivity.BookRisk;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.testdata.SharedVectors;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The samples of the handbook's page on stress tests. */
final class StressPageSampleTest {

    @Test
    void theSamplesDoWhatThePageSays() {
        ValuedBook book = SampleStress.book(120);
        StressTest test = StressTest.of(book);
        Parallelism pool = Parallelism.commonPool();

        SpreadTable spreads = SpreadTable.of(Map.of(Rating.AA, 0.004, Rating.BBB, 0.015, Rating.BB, 0.03));
        StressScenario crunch = StressScenario.builder("credit crunch")
                .rates("USD", CurveScenario.parallel(-0.01))
                .spreads(Scope.of(Dimension.SECTOR, "financial"), 0.02)
                .proportionalSpreads(Scope.of(Dimension.SECTOR, "industrial"), 0.5)
                .downgrade(Scope.of(Dimension.RATING, "BBB"), 2, spreads)
                .defaults(Scope.of(Dimension.ISSUER, "issuer 3"), 0.4)
                .exchangeRate("EUR", -0.08)
                .bidAsk(Scope.all(), 0.01)
                .build();
        StressResult result = test.run(crunch, pool);
        Map<StressFactor, Double> parts = result.byFactor();
        SortedMap<String, Double> byRating = result.by(Dimension.RATING);

        ParYieldHistory history = ParYieldHistory.read(SharedVectors.data("ust_par_yields.csv"));
        List<StressScenario> episodes = HistoricalEpisode.scenarios(HistoricalEpisode.treasury(), history);
        StressScenario mine =
                HistoricalEpisode.of("gilt crisis", "2022-09-21", "2022-09-27").scenario(history);
        List<StressScenario> six = StressScenario.irrbb(
                IrrbbShocks.basel2016(), List.of(Currency.getInstance("USD"), Currency.getInstance("EUR")));
        List<StressResult> results = test.run(episodes, pool);

        StressScenario again = episodes.get(6).times(0.5).plus(crunch).named("half of 2020, and a crunch");

        ReverseStress reverse = ReverseStress.of(book);
        ReverseAnswer rates = reverse.along(CurveScenario.parallel(1e-4), 5_000_000, 500);
        CurveFactors factors = CurveFactors.of(List.of(Tenor.parse("2Y"), Tenor.parse("10Y"), Tenor.parse("30Y")));
        Covariance daily = Covariance.ofCorrelations(factors.names(), new double[] {6e-4, 6e-4, 5e-4}, new double[][] {
            {1, 0.8, 0.6}, {0.8, 1, 0.9}, {0.6, 0.9, 1}
        });
        ReverseAnswer likely = reverse.mostLikely(factors, daily, 5_000_000, 50);

        LimitUniverse universe = LimitUniverse.builder(BookRisk.of(book))
                .stress("credit crunch", test.pnlPer100(crunch, pool))
                .build();
        Verified confirmed = VerifiedStress.of(test, Verifier.strict()).total(crunch);

        assertThat(parts).hasSize(5);
        assertThat(byRating).hasSize(4);
        assertThat(six).hasSize(6);
        assertThat(results).hasSize(9);
        assertThat(again.effects()).hasSize(8);
        assertThat(test.run(again).total()).isNotZero();
        assertThat(mine.effects()).hasSize(1);
        assertThat(rates).isInstanceOf(ReverseAnswer.Found.class);
        assertThat(likely).isInstanceOf(ReverseAnswer.Found.class);
        assertThat(universe.scenarios()).containsExactly("credit crunch");
        assertThat(confirmed.value()).isEqualTo(result.total());
    }
}
