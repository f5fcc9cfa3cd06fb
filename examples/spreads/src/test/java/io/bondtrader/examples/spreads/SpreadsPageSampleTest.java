package io.bondtrader.examples.spreads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.OvernightCompounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.CurveRisk;
import io.bondtrader.core.pricing.FloaterMargins;
import io.bondtrader.core.pricing.FloaterPricing;
import io.bondtrader.core.pricing.HoldingPeriod;
import io.bondtrader.core.pricing.HorizonReturn;
import io.bondtrader.core.pricing.KeyRateKind;
import io.bondtrader.core.pricing.KeyRates;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.pricing.RepoTrade;
import io.bondtrader.core.pricing.SpreadKind;
import io.bondtrader.core.pricing.SpreadPanel;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.VerifiedCurvePricing;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The samples of the page about spreads, run on the example's bond. */
final class SpreadsPageSampleTest {

    private final DiscountCurve curve = Market.curve();
    private final FixedCouponBond bond = Market.bond();
    private final LocalDate settlement = Market.SETTLEMENT;

    @Test
    void aPanelProvesEverySpread() {
        CurvePricing pricing = CurvePricing.of(bond, settlement);
        SpreadPanel panel = SpreadPanel.of(pricing, curve)
                .governmentYields(Market.parYields())
                .swapRates(Market.swapRates())
                .benchmark(Market.tenYearNote(), Market.tenYearPrice())
                .floatingLeg(Frequency.QUARTERLY, DayCounts.ACT_360)
                .atCleanPrice(101.35);
        double zSpread = panel.spread(SpreadKind.Z_CONTINUOUS).value();
        double worst = panel.worstRepricingError(); // of all spreads, in price

        assertThat(pricing.dirtyPriceFromZSpread(curve, zSpread)).isCloseTo(panel.dirtyPrice(), within(1e-11));
        assertThat(worst).isLessThan(1e-11);
        assertThat(panel.spreads()).hasSize(SpreadKind.values().length);
    }

    @Test
    void keyRatesAddUp() {
        CurvePricing pricing = CurvePricing.of(bond, settlement);
        CurveRisk risk = CurveRisk.atDirtyPrice(pricing, curve, 101.85);
        KeyRates exact = risk.keyRates(KeyTenors.standard());
        KeyRates par = risk.keyRates(KeyRateKind.PAR, KeyTenors.ofYears(2, 5, 10, 30));
        KeyRates bumped = risk.keyRates(KeyRateKind.ZERO, KeyTenors.standard(), 1e-4); // one basis point each way
        boolean addsUp = exact.addsUp(); // within 1e-10 of the effective duration

        assertThat(addsUp).isTrue();
        assertThat(par.addsUp()).isTrue();
        assertThat(exact.sumOfDurations()).isCloseTo(risk.effectiveDuration(), within(1e-10));
        assertThat(bumped.sumOfDurations()).isCloseTo(risk.effectiveDuration(), within(1e-4));
    }

    @Test
    void floatersHaveMarginsAndValues() {
        BondConvention convention = BondConvention.builder("NOTE")
                .dayCount(DayCounts.ACT_360)
                .frequency(Frequency.QUARTERLY)
                .calendar("US_GOVT")
                .build();
        LocalDate start = LocalDate.of(2025, 6, 16);
        CouponDates dates = CouponDates.of(start, start.plusYears(4), Frequency.QUARTERLY, false);
        TreeMap<LocalDate, Double> fixings = new TreeMap<>(Map.of(start, 0.0431));
        FloatingRateNote note =
                new FloatingRateNote(convention, dates, "SOFR", Tenor.ofMonths(3), 0.0065, null, fixings, null);

        FloaterMargins margins = FloaterMargins.of(note, settlement, 0.0425);
        double discountMargin = margins.discountMarginFromCleanPrice(99.4);
        double simpleMargin = margins.simpleMarginFromCleanPrice(99.4);
        FloaterPricing inArrears =
                FloaterPricing.inArrears(note, settlement, curve, curve, OvernightCompounding.SOFR_LOOKBACK, Map.of());
        double rateRisk = inArrears.dv01BothCurves();
        double spreadRisk = inArrears.dv01DiscountOnly();

        assertThat(discountMargin).isBetween(0.0065, 0.0100);
        assertThat(simpleMargin).isBetween(0.0065, 0.0100);
        assertThat(Math.abs(rateRisk)).isLessThan(spreadRisk);
    }

    @Test
    void aHorizonReturnHasParts() {
        HoldingPeriod holding = HoldingPeriod.of(bond, settlement, settlement.plusMonths(3));
        double breakEvenMove = holding.breakEvenYieldMove(101.35, 0.0435);
        HorizonReturn steeper =
                holding.horizonReturn(101.35, curve, holding.aged(curve.shifted(0.0025)), 0.0010, 0.0435);
        double rollDown = steeper.rollDown();
        RepoTrade repo = RepoTrade.of(holding, 101.35, 0.0435).withHaircut(0.02);

        assertThat(steeper.gain()).isLessThan(0.0);
        assertThat(rollDown).isBetween(-1.0, 1.0);
        assertThat(breakEvenMove).isBetween(-0.01, 0.01);
        assertThat(repo.repoMovements()).hasSize(2);
    }

    @Test
    void numbersOffCurvesAreCalculatedTwice() {
        VerifiedCurvePricing verified = VerifiedCurvePricing.of(bond, settlement, Verifier.flagging());
        Verified price = verified.cleanPrice(curve);
        Verified zSpread = verified.zSpread(curve, 101.85);
        boolean confirmed =
                verified.keyRates(curve, KeyRateKind.PAR, KeyTenors.standard()).isAgreed();

        assertThat(price.isAgreed()).isTrue();
        assertThat(zSpread.isAgreed()).isTrue();
        assertThat(confirmed).isTrue();
    }
}
