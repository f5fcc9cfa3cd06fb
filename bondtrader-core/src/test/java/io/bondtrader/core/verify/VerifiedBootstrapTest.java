package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BillQuote;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.bootstrap.CurveBootstrap;
import io.bondtrader.core.curve.bootstrap.CurveInstrument;
import io.bondtrader.core.curve.bootstrap.Deposit;
import io.bondtrader.core.curve.bootstrap.FixedFloatSwap;
import io.bondtrader.core.curve.bootstrap.ForwardRateAgreement;
import io.bondtrader.core.curve.bootstrap.MoneyMarketConvention;
import io.bondtrader.core.curve.bootstrap.OvernightSwap;
import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.curve.bootstrap.ParYieldBootstrap;
import io.bondtrader.core.curve.bootstrap.RateFuture;
import io.bondtrader.core.curve.bootstrap.SwapConvention;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifiedBootstrapTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 9, 3);
    private static final Verifier STRICT = Verifier.strict();

    /** One instrument of every kind. */
    private static CurveBootstrap market() {
        MoneyMarketConvention deposits = new MoneyMarketConvention(
                HolidayCalendars.of("TARGET"), 2, DayCounts.ACT_360, BusinessDayConvention.MODIFIED_FOLLOWING, true);
        SwapConvention swaps = new SwapConvention(
                HolidayCalendars.of("TARGET"),
                2,
                Frequency.ANNUAL,
                DayCounts.THIRTY_E_360,
                Frequency.ofPerYear(2),
                DayCounts.ACT_360,
                BusinessDayConvention.MODIFIED_FOLLOWING,
                true,
                1);
        List<CurveInstrument> instruments = new ArrayList<>();
        instruments.add(BillQuote.ofDiscountRate(TODAY, TODAY.plusDays(30), 0.02));
        instruments.add(BillQuote.ofPrice(TODAY, TODAY.plusDays(60), 99.66));
        instruments.add(Deposit.of(deposits, TODAY, Tenor.parse("3M"), 0.021));
        instruments.add(ForwardRateAgreement.of(deposits, TODAY, Tenor.parse("3M"), Tenor.parse("6M"), 0.0212));
        instruments.add(RateFuture.quarterly(TODAY.plusMonths(6), DayCounts.ACT_360, 0.0001, 97.8));
        instruments.add(OvernightSwap.of(swaps, TODAY, Tenor.parse("2Y"), 0.0215));
        instruments.addAll(ParYieldBootstrap.bonds(TODAY, List.of(ParYield.of("3Y", 0.022))));
        instruments.add(FixedFloatSwap.of(swaps, TODAY, Tenor.parse("5Y"), 0.0235));
        List<BondQuote.Payment> payments = new ArrayList<>();
        for (int k = 1; k <= 9; k++) {
            payments.add(new BondQuote.Payment(TODAY.plusYears(k), k == 9 ? 103.0 : 3.0));
        }
        instruments.add(new BondQuote("bond", TODAY, payments, 0.2, 1, 103.4));
        return CurveBootstrap.of(TODAY, instruments);
    }

    @ParameterizedTest
    @EnumSource(
            value = CurveInterpolation.class,
            names = {"LINEAR_ZERO", "LOG_LINEAR_DISCOUNT", "NATURAL_CUBIC_ZERO", "MONOTONE_CONVEX", "HYMAN_ZERO"})
    void bothPathsAgreeOnEveryNodeAndEveryQuote(CurveInterpolation interpolation) {
        VerifiedBootstrap verified = VerifiedBootstrap.of(market().withInterpolation(interpolation), STRICT);
        assertThat(verified.nodes()).hasSize(9).allMatch(Verified::isAgreed);
        assertThat(verified.worstNode().difference().orElseThrow()).isLessThan(1e-12);
        for (int k = 0; k < 9; k++) {
            Verified quote = verified.impliedQuote(k);
            double market = verified.result().instruments().get(k).quote();
            assertThat(quote.isAgreed()).isTrue();
            assertThat(quote.value()).isCloseTo(market, within(1e-12 * Math.max(1.0, market)));
        }
    }

    @Test
    void aProjectionCurveIsVerifiedOnItsDiscountingCurve() {
        DiscountCurve discounting = market().solve().curve();
        List<CurveInstrument> projected = market().instruments().stream()
                .filter(instrument -> instrument instanceof FixedFloatSwap || instrument instanceof Deposit)
                .map(instrument -> instrument.withQuote(instrument.quote() + 0.002))
                .toList();
        VerifiedBootstrap verified =
                VerifiedBootstrap.of(CurveBootstrap.of(TODAY, projected).withDiscounting(discounting), STRICT);
        assertThat(verified.nodes()).hasSize(2).allMatch(Verified::isAgreed);
        assertThat(verified.impliedQuote(1).isAgreed()).isTrue();
    }

    @Test
    void aWrongNodeAndAWrongQuoteAreFound() {
        VerifiedBootstrap verified = VerifiedBootstrap.of(market(), STRICT);
        for (int k = 0; k < 9; k++) {
            int index = k;
            double node = verified.result().nodeValues()[k];
            assertThatThrownBy(() -> verified.node(index, node + 1e-11)).isInstanceOf(DiscrepancyFound.class);
            double quote = verified.impliedQuote(k).value();
            assertThatThrownBy(() -> verified.impliedQuote(index, quote + 1e-9 * Math.max(1.0, quote)))
                    .isInstanceOf(DiscrepancyFound.class);
        }
        Verified flagged = VerifiedBootstrap.of(market(), Verifier.flagging()).node(3, 0.5);
        assertThat(flagged.isAgreed()).isFalse();
        assertThat(flagged.paths()).hasSize(2);
    }

    @Test
    void whatIsNotCheckedSaysSo() {
        VerifiedBootstrap verified = VerifiedBootstrap.of(market(), Verifier.off());
        assertThat(verified.node(0).verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(verified.impliedQuote(0).verdict()).isEqualTo(Verdict.NOT_CHECKED);
    }

    @Test
    void nodesThatAreNotThereAreRefused() {
        VerifiedBootstrap verified = VerifiedBootstrap.of(market(), STRICT);
        assertThatThrownBy(() -> verified.node(9)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> verified.node(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> verified.impliedQuote(9)).isInstanceOf(InvalidInput.class);
    }
}
