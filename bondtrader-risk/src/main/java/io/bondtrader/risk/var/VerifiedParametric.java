package io.bondtrader.risk.var;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import java.util.Map;

/**
 * Value at risk of a distribution against a large sample: the same normal moves, drawn, and the book valued in full under each.
 * The figure is confirmed if it lies within the half-width of the sample's own confidence band, which the evidence gives as
 * its tolerance.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedParametric {

    private final DeltaGammaPnl distribution;
    private final PnlVectors sample;
    private final Verifier verifier;

    private VerifiedParametric(DeltaGammaPnl distribution, PnlVectors sample, Verifier verifier) {
        this.distribution = distribution;
        this.sample = sample;
        this.verifier = verifier;
    }

    /**
     * Prepares both paths: derivatives of the book, and a sample of it.
     *
     * @param book the book
     * @param covariance of at least the book's factors, per horizon
     * @param simulation of normal moves, such as a hundred thousand of them
     * @param verifier what is checked, and what happens when paths disagree
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the verified distribution
     * @throws io.bondtrader.core.error.MissingData if there is no covariance of a factor
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the covariance is none
     * @throws io.bondtrader.risk.error.ZeroVariance if the book never moves
     */
    public static VerifiedParametric of(
            ScenarioBook book,
            Covariance covariance,
            MonteCarlo simulation,
            Verifier verifier,
            Parallelism parallelism) {
        Covariance used = ParametricModel.ofFactors(covariance, book.factors());
        DeltaGammaPnl distribution = DeltaGammaPnl.of(book.sensitivities(parallelism), used);
        PnlVectors sample = simulation.simulate(book.groupedBy(name -> "book"), used, parallelism);
        return new VerifiedParametric(distribution, sample, verifier);
    }

    /** {@return the distribution that is verified} */
    public DeltaGammaPnl distribution() {
        return distribution;
    }

    /**
     * Verifies value at risk by the saddle point.
     *
     * @param confidence such as 0.99
     * @return value at risk, with the evidence
     * @throws InvalidInput if the confidence is not between 0 and 1
     * @throws DiscrepancyFound if it lies outside the sample's band and the policy refuses such a number
     */
    public Verified valueAtRisk(double confidence) {
        return valueAtRisk(confidence, distribution.valueAtRisk(confidence));
    }

    /** Apart from its calculation, as is the one below, so that tests can hand in a number that is wrong. */
    Verified valueAtRisk(double confidence, double primary) {
        TailRisk drawn = sample.risk(confidence, QuantileConvention.COHERENT);
        return settle(
                "value at risk of a distribution", confidence, primary, drawn.valueAtRisk(), drawn.valueAtRiskBand());
    }

    /**
     * Verifies expected shortfall by the saddle point.
     *
     * @param confidence such as 0.975
     * @return expected shortfall, with the evidence
     * @throws InvalidInput if the confidence is not between 0 and 1
     * @throws DiscrepancyFound if it lies outside the sample's band and the policy refuses such a number
     */
    public Verified expectedShortfall(double confidence) {
        return expectedShortfall(confidence, distribution.expectedShortfall(confidence));
    }

    Verified expectedShortfall(double confidence, double primary) {
        TailRisk drawn = sample.risk(confidence, QuantileConvention.COHERENT);
        return settle(
                "expected shortfall of a distribution",
                confidence,
                primary,
                drawn.expectedShortfall(),
                drawn.expectedShortfallBand());
    }

    private Verified settle(String name, double confidence, double primary, double drawn, ConfidenceBand band) {
        double halfWidth = Math.max(drawn - band.lower(), band.upper() - drawn);
        Measure measure = Measure.of(name, "money", new Tolerance(halfWidth, 0));
        DualPath pair = new DualPath(measure, distribution.name(), "full revaluation of drawn moves");
        if (!verifier.selects(primary)) {
            return verifier.unchecked(pair, primary, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(
                Map.of(
                        "confidence",
                        confidence,
                        "sample",
                        sample.method(),
                        "paths",
                        sample.scenarios().size()),
                Map.of());
        return verifier.verify(pair, inputs, confidence, primary, drawn, 0);
    }

    /** {@return what is verified} */
    @Override
    public String toString() {
        return "VerifiedParametric[" + distribution + " against " + sample + "]";
    }
}
