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
}
