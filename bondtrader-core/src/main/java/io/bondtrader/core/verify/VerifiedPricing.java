package io.bondtrader.core.verify;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.Sensitivities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A bond's price, yield, accrued interest and durations, each by two independent paths.
 *
 * <p>The second path has flows of its own, generated forward and counted day by day ({@link BondPricing} rolls back and
 * uses formulas), and a price function of its own. It finds yields by bracketing, and durations and convexity by
 * differences of its own prices.
 *
 * <p>There are two styles. Methods named {@code …From…} return a plain number and allocate nothing while the paths agree;
 * what the {@link Verifier}'s policy says happens on the side. The others return the evidence.
 *
 * <pre>{@code
 * var bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", "2035-11-15");
 * var pricing = VerifiedPricing.of(bond, LocalDate.parse("2026-03-17"));
 * Verified price = pricing.cleanPrice(0.0440);
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedPricing {

    private final BondPricing pricing;
    private final Verifier verifier;
    private final PrimaryPath primary;
    private final boolean direct; // whether the primary path is the pricing itself
    private final SecondPrice second;
    private final CalculationInputs inputs;
    private final double accrued;
    private final double floor;
    private final long salt;
    private final DualPath dirtyPricePair;
    private final DualPath cleanPricePair;
    private final DualPath yieldPair;

    VerifiedPricing(BondPricing pricing, Verifier verifier, PrimaryPath primary) {
        this.pricing = pricing;
        this.verifier = verifier;
        this.primary = primary;
        this.direct = primary instanceof PrimaryPath.Itself;
        this.second = WalkedFlows.price(pricing);
        this.inputs = new Terms(pricing);
        this.accrued = primary.accruedInterest();
        this.floor = pricing.lowestYield();
        this.salt = second.fingerprint();
        this.dirtyPricePair = new DualPath(Measure.DIRTY_PRICE, pricing.method(), second.method());
        this.cleanPricePair = new DualPath(Measure.CLEAN_PRICE, pricing.method(), second.method());
        this.yieldPair =
                new DualPath(Measure.YIELD, "inverse of " + pricing.method(), "bracketing on " + second.method());
    }

    /** What the record of a calculation says it was calculated from. */
    private record Terms(BondPricing pricing) implements CalculationInputs {

        @Override
        public Map<String, ?> inputs(Measure measure, double argument) {
            Map<String, Object> all =
                    new java.util.TreeMap<>(PricingInputs.inputs(pricing.bond(), pricing.settlement()));
            LocalDate end = pricing.earlyRedemptionDate();
            if (end != null) {
                all.put("redeemedOn", end.toString());
                all.put("redemption", pricing.redemption());
            }
            if (measure.equals(Measure.CASH_FLOW)) {
                all.put("flow", (int) argument);
                return all;
            }
            boolean fromPrice = measure.equals(Measure.YIELD);
            if (!measure.equals(Measure.ACCRUED_INTEREST) && !measure.equals(Measure.AVERAGE_LIFE)) {
                all.put(fromPrice ? "dirtyPrice" : "yield", argument);
            }
            return all;
        }

        @Override
        public Map<String, ?> conventions() {
            return PricingInputs.conventions(pricing.bond().convention(), pricing.yieldConvention());
        }
    }

    /**
     * Returns verified pricing that flags discrepancies, under the bond's own yield convention.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond, or the bond has no yield
     */
    public static VerifiedPricing of(Bond bond, LocalDate settlement) {
        return of(BondPricing.of(bond, settlement), Verifier.flagging());
    }

    /**
     * Returns verified pricing under a policy.
     *
     * @param pricing the pricing to verify
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified pricing
     */
    public static VerifiedPricing of(BondPricing pricing, Verifier verifier) {
        return new VerifiedPricing(pricing, verifier, PrimaryPath.of(pricing));
    }

    /** {@return the pricing that is verified} */
    public BondPricing pricing() {
        return pricing;
    }

    /**
     * Returns the dirty price of a yield.
     *
     * @param yield annual yield, as a decimal
     * @return the dirty price per 100
     * @throws InvalidInput if the yield is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public double dirtyPriceFromYield(double yield) {
        boolean selected = verifier.selects(yield, salt);
        double price = direct ? pricing.dirtyPriceFromYield(yield) : primary.dirtyPriceFromYield(yield);
        return selected ? confirmedPrice(dirtyPricePair, yield, price, 0.0) : price;
    }

    /** Apart from the callers, so that they stay small where one call in many is checked. */
    private double confirmedPrice(DualPath pair, double yield, double price, double secondAccrued) {
        return verifier.settle(pair, inputs, yield, price, second.dirtyPrice(yield) - secondAccrued, 0);
    }

    /**
     * Returns the clean price of a yield.
     *
     * @param yield annual yield, as a decimal
     * @return the clean price per 100
     * @throws InvalidInput if the yield is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public double cleanPriceFromYield(double yield) {
        boolean selected = verifier.selects(yield, salt);
        double price = (direct ? pricing.dirtyPriceFromYield(yield) : primary.dirtyPriceFromYield(yield)) - accrued;
        return selected ? confirmedPrice(cleanPricePair, yield, price, second.accrued()) : price;
    }

    /**
     * Returns the yield of a dirty price.
     *
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the annual yield, as a decimal
     * @throws InvalidInput if the price is not a positive number
     * @throws NotConverged if no yield that a double can hold gives that price
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public double yieldFromDirtyPrice(double dirtyPrice) {
        boolean selected = verifier.selects(dirtyPrice, salt);
        double yield = direct ? pricing.yieldFromDirtyPrice(dirtyPrice) : primary.yieldFromDirtyPrice(dirtyPrice);
        return selected ? confirmedYield(dirtyPrice, yield) : yield;
    }

    private double confirmedYield(double dirtyPrice, double yield) {
        int steps = verifier.keepsRecords() ? primary.iterations(dirtyPrice) : 0;
        double bracketed;
        try {
            bracketed = BracketedYield.solve(second, dirtyPrice, yield, floor);
        } catch (NotConverged failure) {
            return verifier.settle(yieldPair, inputs, dirtyPrice, yield, failure, steps);
        }
        return verifier.settle(yieldPair, inputs, dirtyPrice, yield, bracketed, steps);
    }

    /**
     * Returns the yield of a clean price.
     *
     * @param cleanPrice price per 100 without accrued interest
     * @return the annual yield, as a decimal
     * @throws InvalidInput if the price is not a number, or not positive with accrued interest
     * @throws NotConverged if no yield that a double can hold gives that price
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public double yieldFromCleanPrice(double cleanPrice) {
        return yieldFromDirtyPrice(cleanPrice + accrued);
    }

    /**
     * Verifies the dirty price of a yield.
     *
     * @param yield annual yield, as a decimal
     * @return the dirty price per 100, with the evidence
     * @throws InvalidInput if the yield is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified dirtyPrice(double yield) {
        return price(dirtyPricePair, yield, primary.dirtyPriceFromYield(yield), 0.0);
    }

    /**
     * Verifies the clean price of a yield.
     *
     * @param yield annual yield, as a decimal
     * @return the clean price per 100, with the evidence
     * @throws InvalidInput if the yield is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified cleanPrice(double yield) {
        return price(cleanPricePair, yield, primary.dirtyPriceFromYield(yield) - accrued, second.accrued());
    }

    private Verified price(DualPath pair, double yield, double price, double secondAccrued) {
        return verifier.selects(yield, salt)
                ? verifier.verify(pair, inputs, yield, price, second.dirtyPrice(yield) - secondAccrued, 0)
                : verifier.unchecked(pair, price, 0);
    }

    /**
     * Verifies the yield to maturity of a clean price.
     *
     * @param cleanPrice price per 100 without accrued interest
     * @return the annual yield as a decimal, with the evidence
     * @throws InvalidInput if the price is not a number, or not positive with accrued interest
     * @throws NotConverged if no yield that a double can hold gives that price
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified yieldToMaturity(double cleanPrice) {
        double dirtyPrice = cleanPrice + accrued;
        double yield = primary.yieldFromDirtyPrice(dirtyPrice);
        if (!verifier.selects(dirtyPrice, salt)) {
            return verifier.unchecked(yieldPair, yield, primary.iterations(dirtyPrice));
        }
        double bracketed;
        int steps = primary.iterations(dirtyPrice);
        try {
            bracketed = BracketedYield.solve(second, dirtyPrice, yield, floor);
        } catch (NotConverged failure) {
            return verifier.verify(yieldPair, inputs, dirtyPrice, yield, failure, steps);
        }
        return verifier.verify(yieldPair, inputs, dirtyPrice, yield, bracketed, steps);
    }

    /**
     * Verifies the accrued interest.
     *
     * @return per 100, as the bond's market rounds it, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified accruedInterest() {
        DualPath pair = new DualPath(Measure.ACCRUED_INTEREST, "day-count formula", "day by day");
        return verifier.selects(accrued, salt)
                ? verifier.verify(pair, inputs, 0.0, accrued, second.accrued(), 0)
                : verifier.unchecked(pair, accrued, 0);
    }

    /**
     * Verifies the modified duration.
     *
     * @param yield annual yield, as a decimal
     * @return years, with the evidence
     * @throws InvalidInput if the yield is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified modifiedDuration(double yield) {
        double analytic = primary.sensitivities(yield).modifiedDuration();
        return derivative(
                Measure.MODIFIED_DURATION, yield, analytic, y -> PriceDifferences.modifiedDuration(second, y, floor));
    }

    /**
     * Verifies the Macaulay duration.
     *
     * @param yield annual yield, as a decimal
     * @return years, with the evidence
     * @throws InvalidInput if the yield is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified macaulayDuration(double yield) {
        double analytic = primary.sensitivities(yield).macaulayDuration();
        return derivative(
                Measure.MACAULAY_DURATION, yield, analytic, y -> PriceDifferences.macaulayDuration(second, y, floor));
    }

    /**
     * Verifies the convexity.
     *
     * @param yield annual yield, as a decimal
     * @return years squared, with the evidence
     * @throws InvalidInput if the yield is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified convexity(double yield) {
        double analytic = primary.sensitivities(yield).convexity();
        return derivative(Measure.CONVEXITY, yield, analytic, y -> PriceDifferences.convexity(second, y, floor));
    }

    /**
     * Verifies the DV01.
     *
     * @param yield annual yield, as a decimal
     * @return per 100 and basis point, with the evidence
     * @throws InvalidInput if the yield is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified dv01(double yield) {
        Sensitivities analytic = primary.sensitivities(yield);
        return derivative(
                Measure.DV01,
                yield,
                analytic.dv01(),
                y -> PriceDifferences.modifiedDuration(second, y, floor) * second.dirtyPrice(y) * 1e-4);
    }

    private Verified derivative(Measure measure, double yield, double analytic, DoubleUnaryOperator differences) {
        DualPath pair = new DualPath(measure, "analytic", "Richardson differences of " + second.method());
        if (!verifier.selects(yield, salt)) {
            return verifier.unchecked(pair, analytic, 0);
        }
        try {
            return verifier.verify(pair, inputs, yield, analytic, differences.applyAsDouble(yield), 0);
        } catch (DiscrepancyFound refusal) {
            throw refusal;
        } catch (BondTraderException failure) {
            return verifier.verify(pair, inputs, yield, analytic, failure, 0);
        }
    }

    /**
     * Verifies the flows that the buyer receives: each against the flow that a second layout, generated forward and
     * counted day by day, has in its place. A flow that falls due on another day there is not confirmed.
     *
     * @return the amounts per 100 in order, each with the evidence; empty for a perpetual bond
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public List<Verified> cashFlows() {
        List<CashFlow> flows = primary.cashFlows();
        DualPath pair = new DualPath(Measure.CASH_FLOW, "rolled back by formula", "generated forward, day by day");
        if (flows.isEmpty()) {
            return List.of();
        }
        WalkedFlows walked = WalkedFlows.flows(pricing);
        List<Verified> verified = new ArrayList<>(flows.size());
        for (int k = 0; k < flows.size(); k++) {
            CashFlow flow = flows.get(k);
            double amount = flow.amount();
            boolean missing = k == flows.size() - 1 && walked.count() != flows.size();
            boolean known = k < walked.count() && !missing && walked.dueDate(k).equals(flow.dueDate());
            if (!verifier.selects(amount, salt + k)) {
                verified.add(verifier.unchecked(pair, amount, 0));
            } else if (known) {
                verified.add(verifier.verify(pair, inputs, k, amount, walked.amount(k), 0));
            } else {
                InvalidInput elsewhere = new InvalidInput(
                        "due date", flow.dueDate(), "that of one of the " + walked.count() + " flows laid out forward");
                verified.add(verifier.verify(pair, inputs, k, amount, elsewhere, 0));
            }
        }
        return List.copyOf(verified);
    }

    /**
     * Verifies the average life.
     *
     * @return years by ACT/365 fixed, with the evidence
     * @throws InvalidInput if the bond never repays
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified averageLife() {
        double life = primary.averageLife();
        DualPath pair = new DualPath(Measure.AVERAGE_LIFE, "weighted by repayments", "face outstanding day by day");
        return verifier.selects(life, salt)
                ? verifier.verify(
                        pair, inputs, 0.0, life, WalkedFlows.flows(pricing).averageLife(), 0)
                : verifier.unchecked(pair, life, 0);
    }

    @Override
    public String toString() {
        return "VerifiedPricing[" + pricing + "]";
    }
}
