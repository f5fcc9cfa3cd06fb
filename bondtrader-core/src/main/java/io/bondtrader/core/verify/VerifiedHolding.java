package io.bondtrader.core.verify;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.HoldingPeriod;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A forward price by two independent paths: {@link HoldingPeriod}'s formula, and a repo account that is kept day by day
 * and repaid from the coupons of a second layout of the bond.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedHolding {

    private static final DualPath FORWARD =
            new DualPath(Measure.FORWARD_PRICE, "forward formula", "repo account kept day by day");

    private final HoldingPeriod period;
    private final Verifier verifier;

    private VerifiedHolding(HoldingPeriod period, Verifier verifier) {
        this.period = period;
        this.verifier = verifier;
    }

    /**
     * Returns the verified holding period of a bond.
     *
     * @param bond a bond that keeps its face until maturity
     * @param from the settlement of the purchase
     * @param to the settlement of the sale, before maturity
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified holding period
     * @throws InvalidInput if there is no such holding period
     */
    public static VerifiedHolding of(Bond bond, LocalDate from, LocalDate to, Verifier verifier) {
        return new VerifiedHolding(HoldingPeriod.of(bond, from, to), verifier);
    }

    /** {@return the holding period that is verified} */
    public HoldingPeriod period() {
        return period;
    }

    /**
     * Verifies the forward clean price.
     *
     * @param cleanPrice price per 100 now
     * @param repoRate simple rate as a decimal, by ACT/360
     * @return the forward clean price per 100, with the evidence
     * @throws InvalidInput if a number is not finite
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified forwardCleanPrice(double cleanPrice, double repoRate) {
        return forwardCleanPrice(cleanPrice, repoRate, period.forwardCleanPrice(cleanPrice, repoRate));
    }

    /** Apart from its calculation, so that tests can hand in a price that is wrong. */
    Verified forwardCleanPrice(double cleanPrice, double repoRate, double forward) {
        if (!verifier.selects(cleanPrice, Double.doubleToLongBits(repoRate))) {
            return verifier.unchecked(FORWARD, forward, 0);
        }
        Map<String, Object> told = new TreeMap<>(
                PricingInputs.inputs(period.start().bond(), period.start().settlement()));
        told.put("sold", period.end().settlement().toString());
        told.put("cleanPrice", cleanPrice);
        told.put("repoRate", repoRate);
        CalculationInputs inputs = CalculationInputs.of(told, Map.of("repo", "simple, ACT/360"));
        double account;
        try {
            account = account(cleanPrice, repoRate);
        } catch (BondTraderException failure) {
            return verifier.verify(FORWARD, inputs, cleanPrice, forward, failure, 0);
        }
        return verifier.verify(FORWARD, inputs, cleanPrice, forward, account, 0);
    }

    /** What is owed in the end, less the accrued interest that the next buyer pays for. */
    private double account(double cleanPrice, double repoRate) {
        WalkedFlows bought = WalkedFlows.flows(period.start());
        WalkedFlows sold = WalkedFlows.flows(period.end());
        LocalDate last = period.end().settlement();
        double owed = cleanPrice + bought.accrued();
        double interestDays = 0.0; // money times days
        int next = 0;
        for (CalendarWalk day = CalendarWalk.between(period.start().settlement(), last); day.isBefore(last); ) {
            interestDays += owed;
            day.step();
            while (next < bought.count() && !day.isBefore(bought.dueDate(next))) {
                owed -= bought.amount(next++);
            }
        }
        if (sold.isExCoupon() && next < bought.count()) { // kept by the seller, and paid after the end
            double kept = bought.coupon(next);
            LocalDate due = bought.dueDate(next);
            for (CalendarWalk day = CalendarWalk.between(last, due); day.isBefore(due); day.step()) {
                interestDays += kept;
            }
            owed -= kept;
        }
        return owed + interestDays * repoRate / 360.0 - sold.accrued();
    }

    @Override
    public String toString() {
        return "VerifiedHolding[" + period + "]";
    }
}
