package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BankingBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final IrrbbShocks SHOCKS = IrrbbShocks.basel2024();

    private static DiscountCurve flat(double rate) {
        return NodeCurve.ofZeroRates(
                "flat",
                DAY,
                List.of(DAY.plusYears(1), DAY.plusYears(30)),
                new double[] {rate, rate},
                Interpolators.LINEAR);
    }

    /** One flow at ten years off a flat curve: the shock in closed form. */
    @Test
    void theValueOfOneFlowMovesByItsShock() {
        BankingBook book = BankingBook.empty().with(EUR, flat(0.02), List.of(new RepricingFlow(10, 1_000)));
        double before = 1_000 * Math.exp(-0.2);
        double steeper = -0.65 * 0.0350 * Math.exp(-2.5) + 0.90 * 0.0200 * (1 - Math.exp(-2.5));

        assertThat(book.economicValueChange(EUR, SHOCKS, IrrbbScenario.PARALLEL_UP, PostShockFloor.none()))
                .isCloseTo(before * Math.expm1(-0.225), within(1e-9));
        assertThat(book.economicValueChange(EUR, SHOCKS, IrrbbScenario.STEEPENER, PostShockFloor.none()))
                .isCloseTo(before * Math.expm1(-10 * steeper), within(1e-9));
    }

    /** Basel counts no gains of other currencies, the Union half of them. */
    @Test
    void gainsOfACurrencyCountByTheirShare() {
        BankingBook book = BankingBook.empty()
                .with(EUR, flat(0.03), List.of(new RepricingFlow(5, 1_000)))
                .with(USD, flat(0.03), List.of(new RepricingFlow(5, -400)));
        RegulatoryFigure basel = book.economicValueRisk(SHOCKS, PostShockFloor.none(), 0, 500);
        RegulatoryFigure union = book.economicValueRisk(SHOCKS, PostShockFloor.none(), 0.5, 500);
        double euro = basel.line("EUR EVE change, parallel up");
        double dollar = basel.line("USD EVE change, parallel up");

        assertThat(euro).isNegative();
        assertThat(dollar).isPositive();
        assertThat(basel.line("loss, parallel up")).isCloseTo(-euro, within(1e-9));
        assertThat(union.line("loss, parallel up")).isCloseTo(-euro - 0.5 * dollar, within(1e-9));
        assertThat(basel.value()).isGreaterThanOrEqualTo(-euro);
        assertThat(basel.line("share of tier 1")).isCloseTo(basel.value() / 500, within(1e-12));
    }

    @Test
    void interestMovesForTheRestOfTheYear() {
        BankingBook book = BankingBook.empty()
                .with(
                        EUR,
                        flat(0.03),
                        List.of(
                                new RepricingFlow(0.25, -1_000),
                                new RepricingFlow(0.5, 600),
                                new RepricingFlow(3, 400)));
        RegulatoryFigure risk = book.netInterestRisk(SHOCKS, PostShockFloor.none(), 0, 500);

        assertThat(risk.line("EUR NII change, parallel up"))
                .isCloseTo(0.0225 * (-1_000 * 0.75 + 600 * 0.5), within(1e-9));
        assertThat(risk.value()).isCloseTo(0.0225 * 450, within(1e-9));
    }

    /** (EU) 2024/856: −150 bp at once, +3 bp a year; a lower observed rate stays. */
    @Test
    void ratesDoNotFallBelowTheFloor() {
        PostShockFloor floor = PostShockFloor.eu2024();
        CurveScenario down = SHOCKS.scenario(EUR, IrrbbScenario.PARALLEL_DOWN);

        assertThat(floor.at(0)).isEqualTo(-0.0150);
        assertThat(floor.at(20)).isCloseTo(-0.0090, within(1e-15));
        assertThat(floor.at(60)).isZero();
        assertThat(floor.apply(down, flat(0.001)).zeroShift(10)).isCloseTo(-0.0120 - 0.001, within(1e-12));
        assertThat(floor.apply(down, flat(-0.02)).zeroShift(10)).isCloseTo(0, within(1e-12));
        assertThat(floor.apply(down, flat(0.05)).zeroShift(10)).isCloseTo(-0.0225, within(1e-12));
    }

    @Test
    void badBooksAreRefused() {
        BankingBook book = BankingBook.empty().with(EUR, flat(0.03), List.of(new RepricingFlow(5, 1)));
        assertThatThrownBy(() -> book.with(EUR, flat(0.03), List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.economicValueChange(USD, SHOCKS, IrrbbScenario.SHORT_UP, PostShockFloor.none()))
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> book.economicValueRisk(SHOCKS, PostShockFloor.none(), 2, 1))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> book.netInterestRisk(SHOCKS, PostShockFloor.none(), 0, 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RepricingFlow(-1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RepricingFlow(1, Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PostShockFloor(0.01, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PostShockFloor.eu2024().at(-1)).isInstanceOf(InvalidInput.class);
    }
}
