package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.verify.Verdict;
import io.bondtrader.core.verify.VerifiedPricing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for bonds of every named market, from years before maturity to the last week. */
final class NamedConventionsTest {

    private static final LocalDate START = LocalDate.of(2018, 1, 15);
    private static final LocalDate MATURITY = LocalDate.of(2028, 1, 15); // a Saturday

    static List<BondConvention> conventions() {
        return BondConventions.all();
    }

    @ParameterizedTest
    @MethodSource("conventions")
    void bothPathsAgreeAndTheExplanationAddsUp(BondConvention convention) {
        List<Bond> bonds = List.of(
                FixedCouponBond.of(convention, 0.04, START, MATURITY), ZeroCouponBond.of(convention, START, MATURITY));
        for (Bond bond : bonds) {
            for (LocalDate day = START.plusDays(3); day.isBefore(MATURITY); day = day.plusDays(53)) {
                BondPricing pricing = BondPricing.of(bond, day);
                double dirty = pricing.dirtyPriceFromYield(0.037);

                assertThat(VerifiedPricing.of(bond, day).cleanPrice(0.037).verdict())
                        .as("%s of %s on %s", bond.getClass().getSimpleName(), convention, day)
                        .isEqualTo(Verdict.AGREED);
                if (pricing.yieldConvention().lastPeriod() != YieldConvention.LastPeriod.SIMPLE_THROUGHOUT) {
                    assertThat(pricing.explain(0.037).dirtyPrice()).isEqualTo(dirty, within(1e-10));
                }
            }
        }
    }

    /** Strips: 100/1.02^n at four percent compounded twice a year, n half-years before maturity. */
    @Test
    void aCanadianStripIsWorthItsHalfYears() {
        ZeroCouponBond strip = ZeroCouponBond.of(BondConventions.CA_GOVERNMENT, START, MATURITY);

        assertThat(BondPricing.of(strip, LocalDate.of(2024, 1, 15)).dirtyPriceFromYield(0.04))
                .isEqualTo(100.0 / Math.pow(1.02, 8), within(1e-11));
    }
}
