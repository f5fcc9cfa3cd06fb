package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IrrbbShocksTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");

    private static final RuleSource MINE = RuleSource.of("HOUSE", "2026-01-01", "risk committee");

    /** BCBS d368 annex 2: a shock of 100 bp at 3.5 years is 41.7 bp short, +25.4 bp steeper, -1.6 bp flatter. */
    @Test
    void theStandardsOwnExampleIsMet() {
        IrrbbShock shock = new IrrbbShock(100, 100, 100);

        assertThat(bp(IrrbbScenario.SHORT_UP.of(EUR, shock))).isCloseTo(41.686, within(5e-4));
        assertThat(bp(IrrbbScenario.SHORT_DOWN.of(EUR, shock))).isCloseTo(-41.686, within(5e-4));
        assertThat(bp(IrrbbScenario.STEEPENER.of(EUR, shock))).isCloseTo(25.386, within(5e-4));
        assertThat(bp(IrrbbScenario.FLATTENER.of(EUR, shock))).isCloseTo(-1.639, within(5e-4));
        assertThat(bp(IrrbbScenario.PARALLEL_UP.of(EUR, shock))).isCloseTo(100, within(1e-10));
    }

    private static double bp(CurveScenario scenario) {
        return scenario.zeroShift(3.5) * 1e4;
    }

    @Test
    void forwardRatesMoveByTheDerivativeOfTimeTimesShift() {
        for (CurveScenario scenario : IrrbbShocks.basel2024().scenarios(USD)) {
            for (double t : new double[] {0.5, 2, 7, 25}) {
                double h = 1e-5;
                double slope = ((t + h) * scenario.zeroShift(t + h) - (t - h) * scenario.zeroShift(t - h)) / (2 * h);
                assertThat(scenario.forwardShift(t)).isCloseTo(slope, within(1e-10));
            }
        }
    }

    @Test
    void theSizesInForceDependOnTheDay() {
        RuleBook<IrrbbShocks> rules = IrrbbShocks.published();

        assertThat(rules.inForce(RuleSource.BASEL, LocalDate.of(2025, 12, 31)).of(EUR))
                .isEqualTo(new IrrbbShock(200, 250, 100));
        assertThat(rules.inForce(RuleSource.BASEL, LocalDate.of(2026, 1, 1)).of(EUR))
                .isEqualTo(new IrrbbShock(225, 350, 200));
        assertThat(rules.inForce(RuleSource.EU, LocalDate.of(2026, 1, 1)).of(EUR))
                .isEqualTo(new IrrbbShock(200, 250, 100));
        assertThatThrownBy(() -> rules.inForce(RuleSource.BASEL, LocalDate.of(2017, 12, 31)))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("BASEL");
    }

    /** Properties of the calibration, BCBS d578: multiples of 25 bp, floor 100, caps 400, 500 and 300. */
    @Test
    void recalibratedSizesKeepTheCommitteesRoundingAndCaps() {
        assertThat(IrrbbShocks.basel2024().sizes()).hasSize(21);
        assertThat(IrrbbShocks.basel2024().sizes().values()).allSatisfy(shock -> {
            assertThat(shock.parallelBp()).isBetween(100.0, 400.0);
            assertThat(shock.shortBp()).isBetween(100.0, 500.0);
            assertThat(shock.longBp()).isBetween(100.0, 300.0);
            assertThat(shock.parallelBp() % 25 + shock.shortBp() % 25 + shock.longBp() % 25)
                    .isZero();
        });
        assertThat(IrrbbShocks.eu2024().sizes())
                .hasSize(27)
                .containsAllEntriesOf(IrrbbShocks.basel2016().sizes());
    }

    @Test
    void sizesOfOnesOwnAreAVersionLikeAnyOther() {
        IrrbbShocks own = IrrbbShocks.parse(MINE, "USD 250 350 200\n\nNOK 200 300 150\n");

        assertThat(IrrbbShocks.published()
                        .with(own)
                        .inForce("HOUSE", LocalDate.of(2026, 6, 30))
                        .of(USD))
                .isEqualTo(new IrrbbShock(250, 350, 200));
        assertThatThrownBy(() -> IrrbbShocks.basel2024().of(Currency.getInstance("NOK")))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("NOK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "USD 200 300",
                "USD a 300 150",
                "XQQ 200 300 150",
                "USD 200 300 -1",
                "USD NaN 300 150",
                "USD 200 300 150\nUSD 200 300 150"
            })
    void sizesThatCannotBeReadAreRefused(String table) {
        assertThatThrownBy(() -> IrrbbShocks.parse(MINE, table)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void badTimesAndVersionsAreRefused() {
        CurveScenario scenario = IrrbbShocks.basel2024().scenario(USD, IrrbbScenario.STEEPENER);

        assertThatThrownBy(() -> scenario.zeroShift(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> scenario.forwardShift(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RuleBook.of(List.<IrrbbShocks>of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> IrrbbShocks.published().with(IrrbbShocks.basel2016()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RuleSource(" ", LocalDate.EPOCH, "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RuleSource("EU", LocalDate.EPOCH, "")).isInstanceOf(InvalidInput.class);
    }
}
