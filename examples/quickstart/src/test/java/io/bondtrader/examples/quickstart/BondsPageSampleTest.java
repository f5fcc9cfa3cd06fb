package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.ConventionCheck;
import io.bondtrader.core.bond.ConventionCheck.Mismatch;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.pricing.BondPricing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample of the page about bonds, held to the worked example it is taken from. */
final class BondsPageSampleTest {

    @Test
    void aGiltWithALongFirstPeriodIsNoBund() {
        // A gilt with a long first period, known to the market by its ISIN.
        FixedCouponBond gilt = FixedCouponBond.of(BondConventions.UK_GILT, 0.06, "1999-05-07", "2002-12-07")
                .withFirstCouponDate(LocalDate.of(1999, 12, 7))
                .withIdentifier(Isin.of("GB0009997999"));

        // Whatever differs from the market's convention is said in so many words.
        List<Mismatch> mismatches = ConventionCheck.mismatches(gilt, BondConventions.DE_BUND);

        // A market that is not in the table: start from one that is.
        BondConvention kiwi = BondConventions.AU_GOVERNMENT.toBuilder()
                .name("NZ_GOVERNMENT")
                .currency("NZD")
                .calendar("NEW_ZEALAND")
                .exCoupon(ExCouponRule.calendarDays(10))
                .build();

        assertThat(mismatches).extracting(Mismatch::term).contains("currency", "frequency", "identifier");
        assertThat(ConventionCheck.mismatches(gilt, BondConventions.UK_GILT)).isEmpty();
        assertThat(kiwi.yieldConvention()).isEqualTo(BondConventions.AU_GOVERNMENT.yieldConvention());
        // UK Debt Management Office, worked examples: accrued interest on 8 July 1999.
        assertThat(BondPricing.of(gilt, LocalDate.of(1999, 7, 8)).accruedInterest())
                .isEqualTo(1.019186, within(1e-12));
    }
}
