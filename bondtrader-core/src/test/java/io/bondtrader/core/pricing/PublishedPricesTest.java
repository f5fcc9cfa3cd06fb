package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.DecimalRounding;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that somebody else published, each with the place where they stand; they bind the named conventions. */
final class PublishedPricesTest {

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static BondPricing auction(double coupon, String start, String maturity, String settlement) {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY_AUCTION, coupon, start, maturity);
        return BondPricing.of(bond, date(settlement));
    }

    // 31 CFR Part 356, Appendix B

    @Test
    void treasuryPricesARegularFirstPeriod() { // II.A
        BondPricing pricing = auction(0.0875, "1990-05-15", "2020-05-15", "1990-05-15");
        assertThat(pricing.roundedCleanPriceFromYield(0.0884)).isEqualTo(99.057893);
    }

    @Test
    void treasuryPricesAShortFirstPeriod() { // II.B
        BondPricing pricing = auction(0.085, "1990-04-02", "1992-03-31", "1990-04-02");
        assertThat(pricing.roundedCleanPriceFromYield(0.0859)).isEqualTo(99.838183);
    }

    @Test
    void treasuryPricesANoteWithAccruedInterest() { // II.D
        BondPricing pricing = auction(0.095, "1985-11-15", "1995-11-15", "1985-11-29");
        assertThat(pricing.accruedInterest()).isEqualTo(0.367403);
        assertThat(pricing.roundedCleanPriceFromYield(0.0954)).isEqualTo(99.730918);
    }

    @Test
    void treasuryPricesAReopeningInAShortFirstPeriod() { // II.F
        BondPricing pricing = auction(0.105, "1983-05-16", "1991-05-15", "1983-08-15");
        assertThat(pricing.accruedInterest()).isEqualTo(2.596467);
        assertThat(pricing.cleanPriceFromYield(0.1053)).isCloseTo(99.777074, within(2e-6));
    }

    @Test
    void treasuryPricesInflationProtectedSecurities() { // III.A
        BondConvention convention = BondConventions.US_TIPS.toBuilder()
                .yieldConvention(YieldConvention.US_TREASURY)
                .build();
        CouponDates dates =
                CouponDates.of(date("1999-01-15"), date("2009-01-15"), convention.frequency(), convention.endOfMonth());
        InflationLinkedBond bond =
                new InflationLinkedBond(convention, dates, 0.03875, Indexation.US_TIPS, 164.0, true, null);
        InflationPricing pricing = InflationPricing.of(
                bond, date("1999-01-15"), Map.of(YearMonth.of(1998, 10), 164.0, YearMonth.of(1998, 11), 164.0));
        assertThat(pricing.indexRatio()).isEqualTo(1.0);
        assertThat(pricing.nominalCleanPriceFromRealYield(0.03898)).isCloseTo(99.81103, within(1e-6));
    }

    @Test
    void treasuryAccruesFloatingRateNotes() { // IV.C: 31 days at the index of 0.105027876% and a spread of 0.12%
        BondConvention convention = BondConventions.US_FRN;
        CouponDates dates = CouponDates.of(date("2012-07-31"), date("2014-07-31"), convention.frequency(), true);
        FloatingRateNote note = new FloatingRateNote(
                        convention, dates, "US 13-week bill", Tenor.parse("3M"), 0.0012, null, new TreeMap<>(), null)
                .withFixing(date("2012-07-31"), 0.00105027876);
        // The appendix compounds a day count of daily rates; with one rate for all of them it is simple.
        assertThat(note.accruedInterest(date("2012-08-31")))
                .isCloseTo(100.0 * (0.00105027876 + 0.0012) * 31.0 / 360.0, within(1e-12));
    }

    @Test
    void treasuryConvertsBills() { // VI.C and VI.D.2
        assertThat(BillPricing.of(date("1982-12-30"), date("1983-06-30")).discountRateFromPrice(95.934567))
                .isCloseTo(0.080415158, within(1e-9));
        BillPricing year = BillPricing.of(date("1990-06-07"), date("1991-06-06"));
        assertThat(year.bondEquivalentYieldFromPrice(92.265)).isCloseTo(0.082373244, within(1e-9));
        assertThat(year.priceFromBondEquivalentYield(0.082373244)).isCloseTo(92.265, within(1e-7));
    }

    @Test
    void spreadsheetsConvertBills() { // Microsoft Excel function reference: TBILLYIELD
        assertThat(BillPricing.of(date("2008-03-31"), date("2008-06-01")).moneyMarketYieldFromPrice(98.45))
                .isCloseTo(0.09141696, within(1e-8));
    }

    // UK Debt Management Office, Formulae for Calculating Gilt Prices from Yields, worked examples

    @ParameterizedTest
    @CsvSource({
        "0.08,   1995-12-07, 2015-12-07, 1999-05-26, 0.04445, 145.047301",
        "0.08,   1995-12-07, 2015-12-07, 1999-06-07, 0.04445, 141.257676",
        "0.0675, 1998-11-26, 2004-11-26, 1999-05-17, 0.04634, 113.415969",
        "0.0675, 1998-11-26, 2004-11-26, 1999-05-26, 0.04634, 110.170218"
    })
    void giltsCostWhatTheDebtManagementOfficeSays(
            double coupon, String start, String maturity, String settlement, double yield, double dirty) {
        FixedCouponBond gilt = FixedCouponBond.of(BondConventions.UK_GILT, coupon, start, maturity);
        BondPricing pricing = BondPricing.of(gilt, date(settlement));
        assertThat(pricing.isExCoupon()).isFalse();
        assertThat(pricing.dirtyPriceFromYield(yield)).isCloseTo(dirty, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.08, 1995-12-07, 2015-12-07, 1999-05-27", "0.0675, 1998-11-26, 2004-11-26, 1999-05-18"})
    void giltsGoExDividendOnTheNextBusinessDay(double coupon, String start, String maturity, String settlement) {
        FixedCouponBond gilt = FixedCouponBond.of(BondConventions.UK_GILT, coupon, start, maturity);
        assertThat(BondPricing.of(gilt, date(settlement)).isExCoupon()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1999-05-08,  0.016484, 6e-7",
        "1999-07-08,  1.019186, 6e-7",
        "1999-11-26,  3.330661, 6e-7",
        "1999-12-06, -0.016390, 6e-6"
    })
    void giltsAccrueOverALongFirstPeriod(String settlement, double accrued, double rounding) {
        FixedCouponBond gilt = FixedCouponBond.of(BondConventions.UK_GILT, 0.06, "1999-05-07", "2002-12-07")
                .withFirstCouponDate(date("1999-12-07"));
        assertThat(BondPricing.of(gilt, date(settlement)).accruedInterest()).isCloseTo(accrued, within(rounding));
    }

    @Test
    void anExCouponGiltHasTheFiguresOfTheTerminals() { // Bloomberg for GB0009997999, in QuantLib's testExCouponGilt
        FixedCouponBond gilt = FixedCouponBond.of(BondConventions.UK_GILT, 0.08, "1996-02-29", "2021-06-07")
                .withFirstCouponDate(date("1996-06-07"));
        BondPricing pricing = BondPricing.of(gilt, date("2013-05-30"));
        double yield = pricing.yieldFromCleanPrice(103.0);
        assertThat(pricing.isExCoupon()).isTrue();
        assertThat(pricing.accruedInterest()).isCloseTo(-0.1758241758, within(5e-7));
        assertThat(yield).isCloseTo(0.07496183543, within(1e-9));
        assertThat(pricing.modifiedDuration(yield)).isCloseTo(5.892816328, within(1e-7));
        assertThat(pricing.convexity(yield)).isCloseTo(43.75621862, within(1e-5));
    }

    @Test
    void anExCouponAustralianBondHasTheFiguresOfTheTerminals() { // Bloomberg for AU300TB01208, in QuantLib's tests
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.AU_GOVERNMENT, 0.06, "2004-02-15", "2017-02-15");
        BondPricing pricing = BondPricing.of(bond, date("2014-08-08"));
        double yield = pricing.yieldFromCleanPrice(103.0);
        assertThat(pricing.accruedInterest()).isEqualTo(-0.116);
        assertThat(yield).isCloseTo(0.0472354833, within(2e-10));
        assertThat(pricing.modifiedDuration(yield)).isCloseTo(2.325360055, within(1e-8));
        assertThat(pricing.convexity(yield)).isCloseTo(6.725307785, within(1e-5));
    }

    @Test
    void canadianBondsAccrueByDaysOf365() { // IIAC, Canadian Conventions in Fixed Income Markets, 5% example
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.CA_GOVERNMENT, 0.05, "2005-08-01", "2015-08-01");
        assertThat(BondPricing.of(bond, date("2005-12-01")).accruedInterest()).isCloseTo(1.671232, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-01-01, 0.105726, 1030.09919487",
        "2012-01-01, 0.104283, 1028.13585068",
        "2017-01-01, 0.102948, 1026.19716497"
    })
    void brazilianBondsCostWhatAndimaPublished(String maturity, double yield, double price) { // 6 June 2007, face 1000
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.BR_NTN_F, 0.10, "2007-01-01", maturity);
        assertThat(10.0 * BondPricing.of(bond, date("2007-06-06")).dirtyPriceFromYield(yield))
                .isCloseTo(price, within(1e-4));
    }

    @Test
    void corporateBondsSettleOnThe31st() { // Bloomberg for 3130A0X70, in QuantLib's
        // testThirty360BondWithSettlementOn31st
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_CORPORATE, 0.015, "2014-02-13", "2018-08-13");
        BondPricing pricing = BondPricing.of(bond, date("2017-07-31"), YieldConvention.COMPOUND);
        double yield = pricing.yieldFromCleanPrice(100.0);
        assertThat(pricing.accruedInterest()).isCloseTo(0.7, within(1e-6));
        assertThat(yield).isCloseTo(0.015, within(1e-4));
        assertThat(pricing.macaulayDuration(yield)).isCloseTo(1.022, within(1e-3));
    }

    @Test
    void spreadsheetsPriceCorporateBonds() { // Microsoft Excel function reference: PRICE, DURATION, ODDFPRICE
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_CORPORATE, 0.0575, "2007-11-15", "2017-11-15");
        assertThat(BondPricing.of(bond, date("2008-02-15")).cleanPriceFromYield(0.065))
                .isCloseTo(94.63436162, within(6e-9));
        FixedCouponBond treasury = FixedCouponBond.of(BondConventions.US_TREASURY, 0.08, "2008-01-01", "2016-01-01");
        assertThat(BondPricing.of(treasury, date("2008-01-01")).macaulayDuration(0.09))
                .isCloseTo(5.993775, within(6e-7));
        FixedCouponBond odd = FixedCouponBond.of(BondConventions.US_TREASURY, 0.0785, "2008-10-15", "2021-03-01")
                .withFirstCouponDate(date("2009-03-01"));
        assertThat(BondPricing.of(odd, date("2008-11-11")).cleanPriceFromYield(0.0625))
                .isCloseTo(113.597717474079, within(1e-9));
    }

    @Test
    void treasuriesInTheStreetHaveTheFiguresOfOpenGamma() { // OG-Analytics, in Strata's pricer tests
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04625, "2006-11-15", "2016-11-15");
        BondPricing pricing = BondPricing.of(bond, date("2011-08-23"));
        assertThat(pricing.dirtyPriceFromYield(0.04)).isCloseTo(104.17352500524245, within(1e-9));
        assertThat(pricing.macaulayDuration(0.04)).isCloseTo(4.6575232098896215, within(1e-10));
        BondPricing last = BondPricing.of(bond, date("2016-06-08"));
        assertThat(last.dirtyPriceFromYield(0.04)).isCloseTo(100.5635683760684, within(1e-9));
        assertThat(last.simpleDuration(0.04)).isCloseTo(0.43478260869565216, within(1e-12));
    }

    @Test
    void bundsAreSimpleInTheLastPeriod() { // OG-Analytics, in Strata's pricer tests
        FixedCouponBond bund = FixedCouponBond.of(BondConventions.DE_BUND, 0.05, "2002-09-07", "2014-09-07");
        assertThat(BondPricing.of(bund, date("2014-06-06")).dirtyPriceFromYield(0.04))
                .isCloseTo(103.9406595790844, within(1e-9));
    }

    @Test
    void giltsHaveTheFiguresOfOpenGamma() { // OG-Analytics, in Strata's pricer tests
        FixedCouponBond gilt = FixedCouponBond.of(BondConventions.UK_GILT, 0.05, "2002-09-07", "2014-09-07");
        BondPricing pricing = BondPricing.of(gilt, date("2011-09-05"));
        assertThat(pricing.dirtyPriceFromYield(0.04)).isCloseTo(102.77859038905429, within(1e-9));
        assertThat(pricing.macaulayDuration(0.04)).isCloseTo(2.8312260658609163, within(1e-10));
    }

    /** The check values that every fast implementation of these two bonds must give. */
    @ParameterizedTest
    @CsvSource({
        "0.0425,  2035-11-15, 0.044, 100.256817209181, 1.432320441989, 7.729734333261, 71.901131621176",
        "0.04625, 2055-11-15, 0.048, 98.799609894583, 1.558701657459, 15.605395441351, 358.730177152777"
    })
    void theBenchmarkBondsHaveTheirCheckValues(
            double coupon,
            String maturity,
            double yield,
            double dirty,
            double accrued,
            double duration,
            double convexity) {
        FixedCouponBond bond =
                FixedCouponBond.of(BondConvention.builder("BENCHMARK").build(), coupon, "2025-11-15", maturity);
        BondPricing pricing = BondPricing.of(bond, date("2026-03-17"));
        assertThat(pricing.dirtyPriceFromYield(yield)).isCloseTo(dirty, within(6e-13));
        assertThat(pricing.accruedInterest()).isCloseTo(accrued, within(6e-13));
        assertThat(pricing.modifiedDuration(yield)).isCloseTo(duration, within(6e-13));
        assertThat(pricing.convexity(yield)).isCloseTo(convexity, within(6e-12));
        assertThat(pricing.yieldFromDirtyPrice(dirty)).isCloseTo(yield, within(1e-14));
    }

    /** A hundred thousand bonds by their rule; the sum and two of them are given. */
    @Test
    void theBenchmarkBookHasItsCheckValues() {
        LocalDate settlement = date("2026-03-17");
        BondConvention convention = BondConvention.builder("BENCHMARK").build();
        double sum = 0.0;
        double first = 0.0;
        double last = 0.0;
        for (int i = 0; i < 100_000; i++) {
            LocalDate maturity = date("2026-04-15").plusMonths(6L + 7919L * i % 355L);
            double coupon = (0.25 + 0.125 * (104_729L * i % 64L)) / 100.0;
            double yield = 0.01 + 0.07 * (1_299_709L * i % 10_000L) / 10_000.0;
            CouponDates roll = CouponDates.of(date("2025-01-01"), maturity, Frequency.SEMIANNUAL, true);
            int periods = 0;
            while (roll.roll(-periods).isAfter(settlement)) {
                periods++;
            }
            FixedCouponBond bond = FixedCouponBond.of(convention, coupon, roll.roll(-periods), maturity);
            double dirty = BondPricing.of(bond, settlement).dirtyPriceFromYield(yield);
            sum += dirty;
            first = i == 0 ? dirty : first;
            last = dirty;
        }
        assertThat(sum).isCloseTo(10_108_594.467655, within(1e-5));
        assertThat(first).isCloseTo(99.6726225454, within(6e-11));
        assertThat(last).isCloseTo(98.4321476165, within(6e-11));
    }

    @Test
    void italianBondsRoundAccruedInterestToFiveDecimals() {
        assertThat(BondConventions.IT_BTP.accruedRounding()).isEqualTo(DecimalRounding.halfUp(5));
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.IT_BTP, 0.035, "2025-02-01", "2035-02-01");
        // 44 of 181 days of half of 3.5: 0.42541436…
        assertThat(BondPricing.of(bond, date("2026-03-17")).accruedInterest()).isEqualTo(0.42541);
    }

    @Test
    void japaneseBondsHaveALinearPrice() { // JSDA: simple yield = (coupon + (100 − price)/years)/price
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.JP_JGB, 0.01, "2025-06-20", "2035-06-20");
        BondPricing pricing = BondPricing.of(bond, date("2026-03-23"));
        double price = 97.5;
        double leapDays = 2.0; // 29 February 2028 and 2032 are left out of the term
        double years = (date("2035-06-20").toEpochDay() - date("2026-03-23").toEpochDay() - leapDays) / 365.0;
        assertThat(pricing.yieldFromCleanPrice(price))
                .isCloseTo((1.0 + (100.0 - price) / years) / price, within(1e-15));
        assertThat(pricing.accruedInterest()).isEqualTo(Math.floor(93.0 / 365.0 * 1e7) / 1e7);
        assertThat(bond.convention().dayCount()).isEqualTo(DayCounts.ACT_365F);
    }
}
