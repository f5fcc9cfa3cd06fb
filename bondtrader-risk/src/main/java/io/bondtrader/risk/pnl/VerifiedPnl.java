package io.bondtrader.risk.pnl;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.internal.TwoPaths;
import io.bondtrader.risk.pnl.PnlAttribution.Raw;
import java.time.LocalDate;
import java.util.List;

/**
 * Profit and loss by two independent paths: kinds added up against cash and value, attribution against a revaluation that
 * walks every flow.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedPnl {

    /** Profit and loss of a book. */
    public static final Measure PROFIT =
            Measure.of("profit and loss", "reporting currency", new Tolerance(1e-6, 1e-12));

    /** Profit and loss that was attributed: the sum of the parts before they are rounded. */
    public static final Measure ATTRIBUTED =
            Measure.of("attributed profit and loss", "reporting currency", new Tolerance(1e-3, 1e-9));

    /** What a portfolio earned over its benchmark. */
    public static final Measure EXCESS_RETURN = Measure.of("excess return", "decimal", new Tolerance(1e-12, 1e-10));

    private static final DualPath EFFECTS = new DualPath(EXCESS_RETURN, "effects of sectors", "difference of returns");
    private static final DualPath KINDS = new DualPath(PROFIT, "lots, interest and fees", "cash and value");
    private static final DualPath PARTS = new DualPath(ATTRIBUTED, "steps of revaluation", "flow by flow");

    private final Verifier verifier;

    private VerifiedPnl(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns figures under a verifier.
     *
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified figures
     */
    public static VerifiedPnl of(Verifier verifier) {
        return new VerifiedPnl(verifier);
    }

    /**
     * Verifies the total of a snapshot.
     *
     * @param snapshot of an engine
     * @return the sum of all kinds, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified total(PnlSnapshot snapshot) {
        return total(snapshot, snapshot.total().total().toDouble());
    }

    /** Apart from its calculation, so that tests can hand in a number that is wrong; so is the other here. */
    Verified total(PnlSnapshot snapshot, double primary) {
        return TwoPaths.settle(
                verifier,
                KINDS,
                snapshot,
                (double) snapshot.events(),
                primary,
                () -> snapshot.cashAndValue().toDouble());
    }

    /**
     * Verifies a sequential attribution.
     *
     * @param attribution of a position
     * @param order of the steps
     * @return the sum of its parts, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     * @throws MissingData if a curve does not reach the bond's last flow
     */
    public Verified sequential(BondAttribution attribution, AttributionOrder order) {
        return attributed(attribution, attribution.sequentialParts(order));
    }

    Verified attributed(BondAttribution attribution, List<Raw> parts) {
        double sum = parts.stream().mapToDouble(Raw::amount).sum();
        return TwoPaths.settle(
                verifier, PARTS, attribution, attribution.start().dirtyPrice(), sum, () -> revalued(attribution));
    }

    /**
     * Verifies the effects of a portfolio over its benchmark, of one period or linked.
     *
     * @param effects by sector
     * @return their sum, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified excessReturn(BrinsonFachler effects) {
        return excessReturn(effects, effects.total());
    }

    Verified excessReturn(BrinsonFachler effects, double primary) {
        return TwoPaths.settle(
                verifier,
                EFFECTS,
                effects,
                effects.portfolioReturn(),
                primary,
                () -> effects.portfolioReturn() - effects.benchmarkReturn());
    }

    /** Values before and after by discounting each flow, and what was paid in between, without any step. */
    private static double revalued(BondAttribution attribution) {
        MarketState start = attribution.start();
        MarketState end = attribution.end();
        Bond bond = attribution.bond();
        double face = attribution.face().doubleValue() / 100.0;
        double before = value(bond, start.settlement(), start.settlement(), start.curve(), attribution.startSpread());
        double sum = face
                * (holderValue(attribution, start.settlement()) * end.exchangeRate() - before * start.exchangeRate());
        for (Execution trade : attribution.trades()) {
            double worth = holderValue(attribution, trade.settlement());
            sum += end.exchangeRate()
                    * (trade.signedFace().doubleValue() / 100.0 * worth
                            + trade.cash().amount().doubleValue());
        }
        return sum;
    }

    /** What somebody who holds 100 from a day on has at the end: what was paid, and the value of what is to come. */
    private static double holderValue(BondAttribution attribution, LocalDate since) {
        MarketState end = attribution.end();
        double paid = 0.0;
        for (CashFlow flow : BondPricing.of(attribution.bond(), since).cashFlows()) {
            if (!flow.dueDate().isAfter(end.settlement())) {
                paid += flow.coupon() + flow.principal();
            }
        }
        return paid + value(attribution.bond(), since, end.settlement(), end.curve(), attribution.endSpread());
    }

    private static double value(Bond bond, LocalDate since, LocalDate settlement, DiscountCurve curve, double spread) {
        double start = curve.years(settlement);
        double value = 0.0;
        for (CashFlow flow : BondPricing.of(bond, since).cashFlows()) {
            if (flow.dueDate().isAfter(settlement)) {
                double time = curve.years(bond.convention().paymentDate(flow.dueDate()));
                value += flow.amount()
                        * StrictMath.exp(curve.logDiscountFactor(time)
                                - curve.logDiscountFactor(start)
                                - spread * (time - start));
            }
        }
        return value;
    }
}
