package io.bondtrader.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.testdata.SharedVectors;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoricalEpisodeTest {

    private static ParYieldHistory history() {
        return ParYieldHistory.read(SharedVectors.data("ust_par_yields.csv"));
    }

    /** Par yields of the file: 10Y 1994-02-03 5.81 and 1994-11-07 8.05 per cent, and so on. */
    @Test
    void ratesMoveAboutAsParYieldsDid() {
        ParYieldHistory history = history();
        for (HistoricalEpisode episode : HistoricalEpisode.treasury()) {
            CurveScenario move = episode.curveScenario(history);
            double change = par(history, episode.to()) - par(history, episode.from());
            assertThat(move.zeroShift(10)).as("%s", episode).isCloseTo(change, within(0.0025));
            assertThat(move.name()).isEqualTo(episode.name());
        }
    }

    private static double par(ParYieldHistory history, LocalDate day) {
        ParYieldHistory upTo = history.between(day.minusDays(5), day);
        return upTo.yields(upTo.dates().size() - 1).stream()
                .filter(yield -> yield.tenor().toString().equals("10Y"))
                .findFirst()
                .orElseThrow()
                .yield();
    }

    @Test
    void sellOffsLoseAndFlightsToQualityEarn() {
        StressTest test = StressTest.of(SampleStress.book(120));
        List<StressScenario> scenarios = HistoricalEpisode.scenarios(HistoricalEpisode.treasury(), history());

        assertThat(scenarios).hasSize(9);
        for (StressScenario scenario : scenarios) {
            double pnl = test.run(scenario).total();
            boolean sellOff = scenario.name().contains("sell-off")
                    || scenario.name().contains("tantrum")
                    || scenario.name().contains("hikes")
                    || scenario.name().contains("cash");
            assertThat(pnl < 0).as("%s: %s", scenario.name(), pnl).isEqualTo(sellOff);
            assertThat(VerifiedStress.of(test, Verifier.flagging())
                            .total(scenario)
                            .isAgreed())
                    .isTrue();
        }
    }

    @Test
    void whatTheHistoryDoesNotReachIsMissingAndLeftOutOfLists() {
        ParYieldHistory since = history().between(LocalDate.of(2010, 1, 1), LocalDate.of(2025, 1, 1));

        assertThatThrownBy(() -> HistoricalEpisode.treasury().get(0).scenario(since))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("1994-02-03");
        assertThat(HistoricalEpisode.scenarios(HistoricalEpisode.treasury(), since))
                .hasSize(5);
    }

    @Test
    void refusesEpisodesThatEndBeforeTheyBegin() {
        assertThatThrownBy(() -> HistoricalEpisode.of("x", "2020-03-09", "2020-03-09"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HistoricalEpisode.of("x", "2020-03-09", "March"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HistoricalEpisode.of(" ", "2020-03-09", "2020-03-10"))
                .isInstanceOf(InvalidInput.class);
    }
}
