package io.bondtrader.risk.credit;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.internal.TwoPaths;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Figures of credit by two independent paths: closed forms against quadrature of densities, and the exponential of a
 * generator by uniformisation against Taylor's series.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedCredit {

    /** The share of defaults that is not exceeded. */
    public static final Measure LOSS_QUANTILE = Measure.of("loss quantile", "decimal", new Tolerance(1e-11, 1e-9));

    /** The value of a firm's equity. */
    public static final Measure EQUITY_VALUE =
            Measure.of("equity value", "currency as given", new Tolerance(1e-10, 1e-10));

    /** A probability of default. */
    public static final Measure DEFAULT_PROBABILITY =
            Measure.of("default probability", "decimal", new Tolerance(1e-12, 1e-10));

    /** The probability of a rating transition. */
    public static final Measure TRANSITION_PROBABILITY =
            Measure.of("transition probability", "decimal", new Tolerance(1e-12, 1e-10));

    /** The price of a bond that may default. */
    public static final Measure RISKY_PRICE = Measure.of("risky price", "per 100 face", new Tolerance(1e-7, 1e-9));

    private static final DualPath QUANTILE = new DualPath(LOSS_QUANTILE, "closed form", "quadrature of two normals");
    private static final DualPath EQUITY = new DualPath(EQUITY_VALUE, "closed form", "quadrature of the payoff");
    private static final DualPath DEFAULT =
            new DualPath(DEFAULT_PROBABILITY, "closed form", "quadrature of the density");
    private static final DualPath TRANSITION =
            new DualPath(TRANSITION_PROBABILITY, "uniformisation", "Taylor series and squaring");
    private static final DualPath PRICE =
            new DualPath(RISKY_PRICE, "Simpson month by month", "default in each of short steps");

    private static final double FAR = 12.0; // standard deviations

    private static final double STEPS_A_YEAR = 1_000.0;

    private final Verifier verifier;

    private VerifiedCredit(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns figures under a verifier.
     *
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified figures
     */
    public static VerifiedCredit of(Verifier verifier) {
        return new VerifiedCredit(verifier);
    }

    /**
     * Verifies a quantile of portfolio losses.
     *
     * @param loss the distribution
     * @param confidence above 0 and below 1
     * @return the quantile, with the evidence
     * @throws InvalidInput if the confidence is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified lossQuantile(VasicekLoss loss, double confidence) {
        return lossQuantile(loss, confidence, loss.quantile(confidence));
    }

    /** Apart from its calculation, so that tests can hand in a number that is wrong; so are all others here. */
    Verified lossQuantile(VasicekLoss loss, double confidence, double quantile) {
        return TwoPaths.settle(verifier, QUANTILE, loss, confidence, quantile, () -> {
            double rho = loss.assetCorrelation();
            double threshold = NormalIntegral.quantile(loss.defaultProbability());
            double factor = -NormalIntegral.quantile(confidence);
            return NormalIntegral.cumulative((threshold - Math.sqrt(rho) * factor) / Math.sqrt(1.0 - rho));
        });
    }

    /**
     * Verifies the equity of a firm.
     *
     * @param firm the firm
     * @return its value, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified equity(MertonModel firm) {
        return equity(firm, firm.equity());
    }

    Verified equity(MertonModel firm, double equity) {
        return TwoPaths.settle(verifier, EQUITY, firm, firm.assetValue(), equity, () -> {
            double deviation = firm.assetVolatility() * Math.sqrt(firm.years());
            double drift = firm.rate() * firm.years() - 0.5 * deviation * deviation;
            double strike = (Math.log(firm.debtFace() / firm.assetValue()) - drift) / deviation;
            double from = Math.max(strike, -FAR);
            double to = Math.max(from, FAR + deviation);
            double payoff = NormalIntegral.integral(
                    x -> (firm.assetValue() * Math.exp(drift + deviation * x) - firm.debtFace())
                            * NormalIntegral.density(x),
                    from,
                    to,
                    200);
            return payoff * Math.exp(-firm.rate() * firm.years());
        });
    }

    /**
     * Verifies a firm's probability of default.
     *
     * @param firm the firm
     * @return the probability, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified defaultProbability(MertonModel firm) {
        return defaultProbability(firm, firm.defaultProbability());
    }

    Verified defaultProbability(MertonModel firm, double probability) {
        return TwoPaths.settle(verifier, DEFAULT, firm, firm.assetValue(), probability, () -> {
            double deviation = firm.assetVolatility() * Math.sqrt(firm.years());
            double drift = firm.rate() * firm.years() - 0.5 * deviation * deviation;
            return NormalIntegral.cumulative((Math.log(firm.debtFace() / firm.assetValue()) - drift) / deviation);
        });
    }

    /**
     * Verifies a transition probability.
     *
     * @param generator the rates of transition
     * @param from the state before
     * @param to the state after
     * @param years above 0, to 100
     * @return the probability, with the evidence
     * @throws InvalidInput if a state is unknown or the time out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified transition(TransitionGenerator generator, String from, String to, double years) {
        return transition(generator, from, to, years, generator.over(years).probability(from, to));
    }

    Verified transition(TransitionGenerator generator, String from, String to, double years, double probability) {
        return TwoPaths.settle(verifier, TRANSITION, generator, years, probability, () -> {
            DMatrixRMaj scaled = generator.matrix().copy();
            CommonOps_DDRM.scale(years, scaled);
            return SquareMatrix.exponential(scaled)
                    .get(generator.states().indexOf(from), generator.states().indexOf(to));
        });
    }

    /**
     * Verifies the price of a bond that may default.
     *
     * @param hazard its intensity of default
     * @param pricing the bond and its settlement
     * @param curve discounts without default
     * @param recovery the share of the face that is paid at default, 0 to 1
     * @return the dirty price per 100, with the evidence
     * @throws InvalidInput if the recovery is out of range
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified riskyPrice(HazardCurve hazard, BondPricing pricing, DiscountCurve curve, double recovery) {
        return riskyPrice(hazard, pricing, curve, recovery, hazard.dirtyPrice(pricing, curve, recovery));
    }

    Verified riskyPrice(
            HazardCurve hazard, BondPricing pricing, DiscountCurve curve, double recovery, double dirtyPrice) {
        return TwoPaths.settle(verifier, PRICE, hazard, recovery, dirtyPrice, () -> {
            double start = curve.years(pricing.settlement());
            double now = curve.discountFactor(start);
            double value = 0.0;
            double outstanding = 100.0;
            double from = 0.0;
            for (CashFlow flow : pricing.cashFlows()) {
                double to = curve.years(pricing.bond().convention().paymentDate(flow.dueDate())) - start;
                value += flow.amount() * curve.discountFactor(start + to) / now * hazard.survivalProbability(to);
                int steps = (int) Math.ceil((to - from) * STEPS_A_YEAR) + 1;
                for (int k = 0; k < steps; k++) {
                    double left = from + (to - from) * k / steps;
                    double right = from + (to - from) * (k + 1) / steps;
                    value += recovery
                            * outstanding
                            * (curve.discountFactor(start + 0.5 * (left + right)) / now)
                            * (hazard.survivalProbability(left) - hazard.survivalProbability(right));
                }
                outstanding -= flow.principal();
                from = to;
            }
            return value;
        });
    }
}
