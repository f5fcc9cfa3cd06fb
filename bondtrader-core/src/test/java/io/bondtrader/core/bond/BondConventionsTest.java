package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.verify.VerifiedPricing;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The named conventions against what the markets' own documents and published prices say. */
final class BondConventionsTest {

    static java.util.List<BondConvention> all() {
        return BondConventions.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aConventionIsFoundByItsNameHoweverItIsWritten(BondConvention convention) {
        String spoken = convention.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');

        assertThat(BondConventions.of(spoken)).isSameAs(convention);
        assertThat(convention.source()).isNotBlank();
    }

    @Test
    void noTwoConventionsShareAName() {
        Set<String> names = new HashSet<>();

        assertThat(BondConventions.all()).allMatch(convention -> names.add(convention.name()));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> BondConventions.of("MARS"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("BT-1002")
                .hasMessageContaining("DE_BUND");
    }

    /** A price and simple yield of the Japan Securities Dealers Association's reference list of 30 July 2021. */
    @Test
    void aJapaneseBondOverTwoLeapDaysHasTheSimpleYieldThatTheMarketPublishes() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.JP_JGB, 0.024, "2008-05-30", "2028-03-20");
        LocalDate settlement = bond.convention().settlementDate(LocalDate.of(2021, 7, 30));
        BondPricing pricing = BondPricing.of(bond, settlement);

        assertThat(settlement).isEqualTo(LocalDate.of(2021, 8, 2));
        assertThat(pricing.yieldFromCleanPrice(116.881)).isEqualTo(-0.00125, within(0.5e-5));
    }

    @Test
    void bothPathsAgreeOnAJapaneseBondThoughItsAccruedInterestIsCut() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.JP_JGB, 0.04, "2025-05-15", "2035-05-15");
        VerifiedPricing pricing = VerifiedPricing.of(bond, LocalDate.of(2025, 7, 14));

        assertThat(pricing.cleanPrice(0.0442).toString()).contains("agreed");
        assertThat(pricing.cleanPrice(0.04).value()).isEqualTo(100.0, within(1e-12));
    }

    /** ANBIMA's rules for a face of 1,000, computed by an open-source library that follows them: 895.359254. */
    @Test
    void anNtnFIsWorthWhatAnbimasRulesMakeOfIt() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.BR_NTN_F, 0.10, "2024-01-01", "2035-01-01");
        BondPricing pricing = BondPricing.of(bond, LocalDate.of(2024, 7, 5));

        // The market rounds each coupon per 1,000 up to 48.80885; here it keeps all digits, 1.5e-6 less.
        assertThat(10.0 * pricing.dirtyPriceFromYield(0.11921)).isEqualTo(895.359254, within(3e-5));
        assertThat(BondConventions.BR_NTN_F.priceRounding()).isEqualTo(DecimalRounding.truncated(7));
    }

    /** The paper's worked example of a 6% gilt: cum dividend on the ex-dividend date, ex afterwards. */
    @ParameterizedTest
    @CsvSource({"1999-11-26, false", "1999-11-29, true", "1999-12-06, true"})
    void aGiltThatSettlesAfterTheSeventhBusinessDayBeforeACouponGoesWithoutIt(LocalDate settlement, boolean without) {
        assertThat(BondConventions.UK_GILT.exCoupon().isExCoupon(settlement, LocalDate.of(1999, 12, 7)))
                .isEqualTo(without);
    }

    /** Seven calendar days: with a coupon on 15 August, from 8 August on. */
    @ParameterizedTest
    @CsvSource({"2014-08-07, false", "2014-08-08, true"})
    void anAustralianBondIsExInterestForSevenDays(LocalDate settlement, boolean without) {
        assertThat(BondConventions.AU_GOVERNMENT.exCoupon().isExCoupon(settlement, LocalDate.of(2014, 8, 15)))
                .isEqualTo(without);
    }

    /**
     * The Australian Office of Financial Management's formulae (3) and (4): (100 + g)/(1 + f/365·i) from the second-last
     * coupon's ex-interest day on, 100/(1 + f/365·i) from the last one's, f to the day of payment.
     */
    @ParameterizedTest
    @CsvSource({
        // 6% of 15 February 2017, a Wednesday
        "2004-02-15, 2017-02-15, 0.06, 2016-08-08, 2017-02-15, 103",
        "2004-02-15, 2017-02-15, 0.06, 2016-08-12, 2017-02-15, 103",
        "2004-02-15, 2017-02-15, 0.06, 2016-12-01, 2017-02-15, 103",
        "2004-02-15, 2017-02-15, 0.06, 2017-02-09, 2017-02-15, 100",
        // 5.5% of 21 January 2018, a Sunday: paid on Monday
        "2010-01-21, 2018-01-21, 0.055, 2017-12-04, 2018-01-22, 102.75"
    })
    void anAustralianBondWithOnePaymentLeftEarnsSimpleInterestUntilItIsPaid(
            LocalDate start, LocalDate maturity, double coupon, LocalDate settlement, LocalDate paid, double payment) {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.AU_GOVERNMENT, coupon, start, maturity);
        double years = (paid.toEpochDay() - settlement.toEpochDay()) / 365.0;
        VerifiedPricing pricing = VerifiedPricing.of(bond, settlement);

        assertThat(pricing.pricing().dirtyPriceFromYield(0.0175))
                .isEqualTo(payment / (1.0 + 0.0175 * years), within(1e-12));
        assertThat(pricing.cleanPrice(0.0175).toString()).contains("agreed");
        assertThat(pricing.modifiedDuration(0.0175).toString()).contains("agreed");
        assertThat(pricing.pricing().explain(0.0175).dirtyPrice())
                .isEqualTo(pricing.pricing().dirtyPriceFromYield(0.0175), within(1e-12));
    }

    /** The day before its second-last coupon is ex, it has two payments and compounds. */
    @Test
    void anAustralianBondWithTwoPaymentsLeftCompounds() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.AU_GOVERNMENT, 0.06, "2004-02-15", "2017-02-15");
        double v = 1.0 / 1.00875;

        assertThat(BondPricing.of(bond, LocalDate.of(2016, 8, 7)).dirtyPriceFromYield(0.0175))
                .isEqualTo(Math.pow(v, 8.0 / 182.0) * (3.0 + 103.0 * v), within(1e-11));
    }
}
