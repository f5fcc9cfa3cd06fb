package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.ExerciseRight;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.CallablePricing;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Bills, forward prices and workouts by both paths. */
final class VerifiedBillsTest {

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);
    private static final Verifier STRICT = Verifier.builder()
            .policy(VerificationPolicy.strict())
            .alerts(alert -> {})
            .build();

    @Property(tries = 200)
    void everyConversionIsConfirmed(
            @ForAll @IntRange(min = 0, max = 2_000) int start,
            @ForAll @IntRange(min = 1, max = 730) int days,
            @ForAll @DoubleRange(min = -0.05, max = 0.4) double rate) {
        LocalDate settlement = SETTLEMENT.plusDays(start);
        VerifiedBills bills = VerifiedBills.of(settlement, settlement.plusDays(days), STRICT);
        double price = bills.priceFromDiscountRate(rate).value();
        assertThat(bills.discountRateFromPrice(price).isAgreed()).isTrue();
        assertThat(bills.moneyMarketYieldFromPrice(price).isAgreed()).isTrue();
        assertThat(bills.bondEquivalentYieldFromPrice(price).isAgreed()).isTrue();
        assertThat(bills.priceFromMoneyMarketYield(rate).isAgreed()).isTrue();
        assertThat(bills.priceFromBondEquivalentYield(rate).isAgreed()).isTrue();
    }

    @Test
    void anythingElseIsRefused() {
        Bill bill = Bill.of(BondConventions.US_BILL, SETTLEMENT, SETTLEMENT.plusDays(91));
        VerifiedBills bills = VerifiedBills.of(bill, SETTLEMENT, STRICT);
        assertThat(bills.toString()).contains("91 days");
        assertThatThrownBy(() -> bills.discountRate(99.0, 0.05)).isInstanceOf(DiscrepancyFound.class);
        assertThatThrownBy(() -> bills.discountRateFromPrice(-1.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> bills.priceFromBondEquivalentYield(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> VerifiedBills.of(bill, SETTLEMENT.minusDays(1), STRICT))
                .isInstanceOf(InvalidInput.class);
        VerifiedBills unchecked = VerifiedBills.of(bill, SETTLEMENT, Verifier.off());
        assertThat(unchecked.discountRate(99.0, 0.05).verdict()).isEqualTo(Verdict.NOT_CHECKED);
    }

    @Property(tries = 200)
    void forwardPricesAreConfirmedThroughExCouponPeriods(
            @ForAll @IntRange(min = 0, max = 400) int from,
            @ForAll @IntRange(min = 1, max = 800) int days,
            @ForAll @DoubleRange(min = -0.05, max = 0.2) double repo) {
        FixedCouponBond gilt = FixedCouponBond.of(BondConventions.UK_GILT, 0.0425, "2025-12-07", "2035-12-07");
        LocalDate start = SETTLEMENT.plusDays(from);
        VerifiedHolding holding = VerifiedHolding.of(gilt, start, start.plusDays(days), STRICT);
        assertThat(holding.forwardCleanPrice(98.0, repo).isAgreed()).isTrue();
        assertThat(holding.toString()).contains(start.toString());
        assertThat(VerifiedHolding.of(gilt, start, start.plusDays(days), Verifier.off())
                        .forwardCleanPrice(98.0, repo)
                        .verdict())
                .isEqualTo(Verdict.NOT_CHECKED);
    }

    @Property(tries = 200)
    void yieldsToACallAreConfirmed(
            @ForAll @IntRange(min = 0, max = 700) int from,
            @ForAll @IntRange(min = 701, max = 3_000) int to,
            @ForAll @DoubleRange(min = 80.0, max = 120.0) double clean) {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_CORPORATE, 0.0425, "2026-01-31", "2036-01-31")
                .withFirstCouponDate(LocalDate.of(2027, 1, 31));
        ExerciseRight right = new ExerciseRight(SETTLEMENT.plusDays(to), 101.5, ExerciseRight.Kind.CALL);
        CallablePricing callable =
                CallablePricing.of(new CallableBond(bond, List.of(right)), SETTLEMENT.plusDays(from));
        VerifiedPricing verified = VerifiedPricing.of(callable.to(right.date()), STRICT);
        assertThat(verified.yieldToMaturity(clean).isAgreed()).isTrue();
        assertThat(verified.cleanPrice(0.05).isAgreed()).isTrue();
        assertThat(verified.convexity(0.05).isAgreed()).isTrue();
        assertThat(verified.averageLife().isAgreed()).isTrue();
        assertThat(verified.cashFlows()).allMatch(Verified::isAgreed);
        assertThat(verified.pricing().redemption()).isEqualTo(101.5);
    }
}
